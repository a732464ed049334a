import Ledger
package import Newsroom

/// A stranger's file, as it is read.
package struct ForeignFile: Sendable {
    /// What is in it.
    package let bytes: [UInt8]
    /// Its name, which tells Markdown and HTML.
    package let name: String
    /// The day on which it was saved, as `2026-01-02`; nil where nobody knows.
    package let savedOn: String?

    /// Takes bytes, a name and a day.
    package init(bytes: [UInt8], name: String, savedOn: String? = nil) {
        self.bytes = bytes
        self.name = name
        self.savedOn = savedOn
    }
}

/// What a stranger's file becomes: a document, and a report of what was filled in and what dropped.
///
/// Every word that a reader of the file would see is in the fields, in the text or in the report.
package struct ImportedStory: Sendable {
    /// The fields that were found.
    package private(set) var fields: [DocumentField: String] = [:]
    /// The text.
    package private(set) var text = ""
    /// A line for each thing that is not plain text of the body.
    package private(set) var report: [ImportLine] = []
    /// The SHA-256 of the file.
    package let original: Bytes32
    /// The name of the file.
    let fileName: String

    /// Reads a file; `sections` are those that the newsroom knows, in small letters.
    ///
    /// - Throws: `ImportError`.
    package init(_ file: ForeignFile, sections: Set<String>) throws(ImportError) {
        guard file.bytes.count <= ImportLimits.fileBytes else { throw .large }
        original = digest(file.bytes)
        fileName = file.name
        let read = try ForeignText(file.bytes)
        guard !read.text.isBlank else { throw .empty }
        switch try FileKind(of: read.text, named: file.name) {
        case .document(let document): (fields, text) = (document.fields, document.body)
        case .markdown: take(FrontMatter(read.text), file)
        case .page: try take(try ForeignPage(read.text), file, sections)
        case .plain:
            let blocks = try PlainBlocks(read.text).blocks
            take(BlockNaming(blocks, hints: PageHints(), sections: sections), file)
        }
        if read.isGuessed {
            report.insert(ImportLine(.unsure, .encoding, "windows-1252", "a guess"), at: 0)
        }
        report = ImportLine.joined(report)
        guard body.utf8.count <= ImportLimits.bodyBytes else { throw .longBody(body.utf8.count) }
    }

    /// The text with the note on what is doubtful below.
    package var body: String {
        guard let note else { return text }
        return text.isEmpty ? note : "\(text)\n\(note)"
    }
}

extension ImportedStory {
    private mutating func take(
        _ page: ForeignPage,
        _ file: ForeignFile,
        _ sections: Set<String>
    ) throws(ImportError) {
        let story = page.blocks.filter(\.isInside)
        let start = page.blocks.firstIndex { $0.isInside } ?? 0
        let beside = page.blocks.map { block in
            ImportLine(.dropped, block.kind == .furniture ? .page : .beside, block.text)
        }
        report = Array(beside[..<start])
        let naming = BlockNaming(story, hints: page.hints, sections: sections)
        take(naming, file)
        report += beside[(start + story.count)...]
        if !page.hints.title.isEmpty, page.hints.title.saying != fields[.headline]?.saying {
            report.append(ImportLine(.dropped, .title, page.hints.title))
        }
    }

    private mutating func take(_ naming: BlockNaming, _ file: ForeignFile) {
        fields = naming.fields
        text = ForeignBody(naming.named.filter { $0.fate == .body }.map(\.block)).text
        report += naming.named.compactMap { named in
            let naming = named.naming
            guard named.fate == .note, !naming.isSure else { return ImportLine(named) }
            let saved = file.savedOn.map { "; the file was saved \($0)" } ?? ""
            return ImportLine(.unsure, naming.name, named.block.text, naming.why + saved)
        }
    }

    /// Markdown stays as it is written; what its front matter says becomes fields.
    private mutating func take(_ matter: FrontMatter, _ file: ForeignFile) {
        for entry in matter.entries { take(entry) }
        var body = matter.body.unicodeScalars.drop { $0.isBlank }
        let line = body.prefix { $0 != "\n" }
        if line.starts(with: "# ".unicodeScalars) {
            let headline = String(line.dropFirst(2)).inOneLine
            let isTaken = fields[.headline] != nil
            if !isTaken || fields[.headline]?.saying == headline.saying {
                let why = isTaken ? "stands there again" : "the first heading"
                let isFilled = isTaken || fill(.headline, headline)
                if isFilled {
                    report.append(ImportLine(isTaken ? .dropped : .sure, .headline, headline, why))
                    body = body[line.endIndex...].drop { $0.isBlank }
                }
            }
        }
        text = CanonicalDocument(fields: [:], body: String(body)).body
    }

    private mutating func take(_ entry: FrontMatter.Entry) {
        let value = entry.values.joined(separator: ", ")
        guard let name = entry.name else {
            return report.append(ImportLine(.dropped, .frontMatter, entry.text))
        }
        if name == .date {
            return report.append(ImportLine(.sure, .date, value))
        }
        guard let field = name.field, fields[field] == nil, fill(field, value) else {
            return report.append(
                ImportLine(.dropped, .frontMatter, entry.text, "no \(name) can be that")
            )
        }
        report.append(ImportLine(.sure, name, value))
    }

    /// Fills a field, if it can hold the value.
    private mutating func fill(_ field: DocumentField, _ value: String) -> Bool {
        guard !value.isEmpty, field.refusal(of: value) == nil else { return false }
        fields[field] = value
        return true
    }
}
