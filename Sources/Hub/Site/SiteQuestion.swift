import Newsroom

/// What a reader asks of the public site, before it is known whether it is there.
package struct SiteQuestion: Sendable, Hashable {
    /// The method, "GET".
    package var method: String
    /// The path as it was sent, without the query.
    package var path: String
    /// The tags of what the reader has, or `*`.
    package var ifNoneMatch: String?
    /// When what the reader has was new, as HTTP writes it.
    package var ifModifiedSince: String?
    /// Whether gzip is understood.
    package var takesGzip: Bool

    /// Takes the parts.
    package init(
        method: String = "GET",
        path: String,
        ifNoneMatch: String? = nil,
        ifModifiedSince: String? = nil,
        takesGzip: Bool = false
    ) {
        self.method = method
        self.path = path
        self.ifNoneMatch = ifNoneMatch
        self.ifModifiedSince = ifModifiedSince
        self.takesGzip = takesGzip
    }

    /// Whether what the reader has is what he would get (RFC 9110, 13.2.2): tags go before times,
    /// and are compared weakly, so that a gzipped copy counts.
    func has(_ tag: String, of modified: Moment) -> Bool {
        if let ifNoneMatch {
            let tags = ifNoneMatch.split(separator: ",").map { tag in
                tag.filter { $0 != " " && $0 != "\"" }.trimming("W/").trimming(
                    last: SiteTag.packedEnd
                )
            }
            return tags.contains("*") || tags.contains(tag)
        }
        guard let since = ifModifiedSince.flatMap({ HTTPDate(parsing: $0) }) else { return false }
        return HTTPDate(modified).sortable <= since.sortable
    }
}

extension String {
    fileprivate func trimming(_ beginning: String) -> String {
        hasPrefix(beginning) ? String(dropFirst(beginning.count)) : self
    }

    fileprivate func trimming(last end: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)) : self
    }
}
