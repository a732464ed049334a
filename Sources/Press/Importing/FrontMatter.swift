import Newsroom

/// Markdown whose first lines, between two of `---`, say what it is: the part of YAML that site
/// generators write.
struct FrontMatter {
    /// The lines that say something, in order.
    private(set) var entries: [Entry] = []
    /// What stands below.
    private(set) var body: String

    /// A key with its values.
    struct Entry: Hashable {
        let key: String
        var values: [String]

        /// The entry as it may be shown.
        var text: String { "\(key): \(values.joined(separator: ", "))" }
    }

    /// Reads a text; one without front matter is all body.
    init(_ text: String) {
        body = text
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }
        let head = lines.prefix(ImportLimits.frontMatterLines + 2)
        let end = head.dropFirst().firstIndex { Self.isFence($0) || Self.isEnd($0) }
        guard let end, let first = lines.first, Self.isFence(first) else { return }
        for line in lines[1..<end] { read(line) }
        if entries.contains(where: { $0.key.isEmpty }) {
            // Lines without a key are text between two rules, and no front matter.
            entries = []
        } else {
            body = lines[(end + 1)...].joined(separator: "\n")
        }
    }

    private static func isFence(_ line: String) -> Bool { line.inOneLine == "---" }
    private static func isEnd(_ line: String) -> Bool { line.inOneLine == "..." }

    private mutating func read(_ line: String) {
        let text = line.inOneLine
        guard !text.isEmpty, !text.hasPrefix("#") else {
            if !text.isEmpty { entries.append(Entry(key: "#", values: [text])) }
            return
        }
        let isIndented = line.unicodeScalars.first?.isBlank == true || text.hasPrefix("- ")
        if isIndented, !entries.isEmpty { return continueEntry(text) }
        let parts = text.unicodeScalars.split(separator: ":", maxSplits: 1)
        guard parts.count > 1 || text.hasSuffix(":") else {
            return entries.append(Entry(key: "", values: [text]))
        }
        let values = parts.count > 1 ? Self.values(of: String(parts[1]).inOneLine) : []
        entries.append(Entry(key: parts.first.map { String($0) } ?? "", values: values))
    }

    /// A further line: one more value of a list, or more words of the last.
    private mutating func continueEntry(_ text: String) {
        let last = entries.count - 1
        if text.hasPrefix("- ") {
            entries[last].values.append(Self.unquoted(String(text.dropFirst(2))))
        } else if let value = entries[last].values.popLast() {
            entries[last].values.append("\(value) \(text)")
        } else {
            entries[last].values.append(text)
        }
    }

    /// `a`, `"a"`, `[a, "b"]`, and nothing where the lines below say it: `|`, `>`.
    private static func values(of text: String) -> [String] {
        if ["", "|", ">", "|-", ">-", "[]"].contains(text) { return [] }
        guard text.hasPrefix("["), text.hasSuffix("]"), text.count > 1 else {
            return [unquoted(text)]
        }
        return text.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0)) }
            .filter { !$0.isEmpty }
    }

    private static func unquoted(_ text: String) -> String {
        let line = text.inOneLine
        for quote in ["\"", "'"] where line.count > 1 && line.hasPrefix(quote) {
            if line.hasSuffix(quote) { return String(line.dropFirst().dropLast()) }
        }
        return line
    }
}

extension FrontMatter.Entry {
    /// What it says; nil for what no document holds.
    var name: BlockName? {
        switch key.lowercased() {
        case "headline", "title": .headline
        case "standfirst", "description", "summary", "subtitle", "excerpt": .standfirst
        case "byline", "author", "authors": .byline
        case "dateline", "location": .dateline
        case "section", "category", "categories": .section
        case "tags", "keywords": .tags
        case "language", "lang", "locale": .language
        case "urgency": .urgency
        case "date", "published", "updated", "lastmod": .date
        default: nil
        }
    }
}
