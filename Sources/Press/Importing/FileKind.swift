import Newsroom

/// What a stranger's file is (publishing.md 8, step 2).
enum FileKind {
    case document(CanonicalDocument)
    case markdown
    case page
    case plain

    /// Tells by the first line, then by the name.
    ///
    /// - Throws: `ImportError.document` where it begins as a canonical document and is none.
    init(of text: String, named name: String) throws(ImportError) {
        let start = text.unicodeScalars.drop { $0.isWhite }
        if let document = try Self.document(text) {
            self = .document(document)
        } else if start.starts(with: "---\n".unicodeScalars)
            || start.starts(with: "# ".unicodeScalars)
            || Self.has(["md", "markdown"], name)
        {
            self = .markdown
        } else if Self.has(["html", "htm", "xhtml"], name) || Self.isPage(start) {
            self = .page
        } else {
            self = .plain
        }
    }

    private static func document(_ text: String) throws(ImportError) -> CanonicalDocument? {
        do {
            let document = try CanonicalDocument(parsing: Array(text.utf8))
            if !document.fields.isEmpty { return document }
        } catch {
            if text.hasPrefix("headline: ") { throw .document(error.description) }
        }
        return nil
    }

    private static func has(_ endings: [String], _ name: String) -> Bool {
        let parts = name.lowercased().split(separator: ".")
        return parts.count > 1 && parts.last.map { endings.contains(String($0)) } == true
    }

    private static func isPage(_ start: Substring.UnicodeScalarView) -> Bool {
        let head = String(start.prefix(1_024)).lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<article", "<?xml"]
            .contains { head.hasPrefix($0) }
            || head.hasPrefix("<")
                && ["<body", "<p>", "<div", "<h1"].contains { head.contains($0) }
    }
}
