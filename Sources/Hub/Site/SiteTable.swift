package import Press

/// The public site as a table: which paths there are, and what is answered at each.
///
/// It follows publishing.md 6. Nothing that is not in the press's index is ever looked for on the disk.
package struct SiteTable: Sendable {
    private let index: PressIndex
    private let redirects: Redirects
    private let isSecret: Bool

    /// Takes the press's index and its `redirects.txt`; `isSecret` where readers come with TLS.
    package init(index: PressIndex, redirects: String, isSecret: Bool) {
        self.index = index
        self.redirects = Redirects(parsing: redirects)
        self.isSecret = isSecret
    }

    /// What is answered; the bytes of a file are for the shell to read.
    ///
    /// HEAD is GET without the body, whatever the answer is (H8).
    package func answer(to question: SiteQuestion) -> SiteAnswer {
        var answer = found(question)
        if question.method == "HEAD" { answer.hasBody = false }
        return answer
    }

    private func found(_ question: SiteQuestion) -> SiteAnswer {
        guard question.path.utf8.count <= 2_048 else { return said(414, "too long an address") }
        guard ["GET", "HEAD"].contains(question.method) else {
            var answer = said(405, "this site is for reading")
            answer.headers.append(("Allow", "GET, HEAD"))
            return answer
        }
        guard let path = Self.plain(question.path) else { return missing }
        switch redirects["/" + path] {
        case .moved(let new): return moved(to: new)
        case .gone(let status): return gone(status, path)
        case nil: break
        }
        if let file = file(at: path) { return answer(to: question, with: file) }
        return index.files["\(path)/index.html"] == nil ? missing : moved(to: "/\(path)/")
    }

    private func answer(to question: SiteQuestion, with file: PressIndex.File) -> SiteAnswer {
        let isPacked = question.takesGzip && file.isText && file.length > 1_024
        var answer = SiteAnswer(status: 200, headers: headers(of: file), file: file)
        answer.isPacked = isPacked
        if question.has(SiteTag.text(of: file.hash), of: file.modified) {
            answer.status = 304
            answer.hasBody = false
        }
        return answer
    }

    /// The path below the root, with its escapes taken out; nil where it is none.
    private static func plain(_ path: String) -> String? {
        guard path.hasPrefix("/"), let plain = path.dropFirst().removingEscapes else { return nil }
        return plain.utf8.contains(0) ? nil : plain
    }

    private func file(at path: String) -> PressIndex.File? {
        index.files[path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path]
    }

    private func moved(to path: String) -> SiteAnswer {
        var answer = said(301, "moved to \(path)")
        answer.headers += [("Location", path.pathEscaped), ("Cache-Control", "public, max-age=60")]
        return answer
    }

    /// The notice that stands where a story was, else the page that says that nothing is there.
    private func gone(_ status: Int, _ path: String) -> SiteAnswer {
        var answer = missing
        answer.status = status
        if let notice = file(at: path) { answer.file = notice }
        answer.headers.append(("Cache-Control", "max-age=60"))
        return answer
    }

    private var missing: SiteAnswer {
        guard let page = index.files["404.html"] else { return said(404, "nothing is here") }
        return SiteAnswer(
            status: 404,
            headers: safety + Self.pageSafety + [("Content-Type", page.type)],
            file: page
        )
    }

    private func said(_ status: Int, _ words: String) -> SiteAnswer {
        SiteAnswer(
            status: status,
            headers: safety + [("Content-Type", "text/plain; charset=utf-8")],
            words: words + "\n"
        )
    }

    private func headers(of file: PressIndex.File) -> [(String, String)] {
        var headers =
            safety + [
                ("Content-Type", file.type), ("Cache-Control", file.caching),
                ("Last-Modified", HTTPDate.text(of: file.modified)),
            ]
        if file.isText, file.length > 1_024 { headers.append(("Vary", "Accept-Encoding")) }
        if file.type.hasPrefix("text/html") { headers += Self.pageSafety }
        if file.isForPrograms { headers.append(("Access-Control-Allow-Origin", "*")) }
        if file.isFeed { headers.append(("Link", "</\(file.path)>; rel=\"self\"")) }
        return headers
    }

    private var safety: [(String, String)] {
        [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ] + (isSecret ? [("Strict-Transport-Security", "max-age=31536000")] : [])
    }

    private static let pageSafety = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ]
}

/// What is answered to a reader.
package struct SiteAnswer: Sendable {
    /// The HTTP status.
    package var status: Int
    /// Everything but what depends on the bytes.
    package var headers: [(String, String)]
    /// The file whose bytes are the body.
    package var file: PressIndex.File?
    /// The body where no file is.
    package var words = ""
    /// Whether the file goes out gzipped.
    package var isPacked = false
    /// Whether a body is sent at all.
    package var hasBody = true
}

extension PressIndex.File {
    var isText: Bool {
        type.hasPrefix("text/") || ["xml", "json"].contains { type.contains($0) }
    }

    fileprivate var isFeed: Bool { path.hasPrefix("feeds/") && !type.hasPrefix("text/html") }

    /// Feeds, ninjs, proofs, keys and log are read by other sites' programs.
    fileprivate var isForPrograms: Bool {
        isFeed || path.hasPrefix(".well-known/stet/") || path.hasSuffix(".ninjs.json")
            || (path.contains("/proof/") && path.hasSuffix(".tar"))
    }

    /// For how long a copy is good: for ever where the name has the hash, or the tile is full.
    fileprivate var caching: String {
        let isFullTile = path.contains("/log/tiles/") && length == 256 * 32
        if path.hasPrefix("assets/") || path.hasPrefix("media/") || isFullTile {
            return "public, max-age=31536000, immutable"
        }
        let isSlow =
            isFeed || path.hasPrefix("sitemap") || path == "robots.txt"
            || path.hasPrefix(".well-known/stet/")
        return "public, max-age=\(isSlow ? 300 : 60)"
    }
}
