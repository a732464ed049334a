import Foundation
import Newsroom
import Store
import SyncProtocol

extension Verb {
    static let importFile = Verb(
        "import",
        on: .writing,
        taking: "FILE [as SLUG]",
        "makes a private draft of a document or of plain text",
        example: "import night-ferry.txt as night-ferry"
    ) { desk, arguments in
        let file = try arguments.word("a file")
        let name = arguments.skip("as") ? try arguments.word("a slug") : nil
        try arguments.finish()
        return try await desk.importFile(file, as: name)
    }
}

extension Desk {
    /// The largest file that is read: a document has at most 2 MiB.
    private static let limitBytes = 2_097_152

    func importFile(_ path: String, as name: String?) async throws -> Answer {
        let file = URL(filePath: path)
        let slug = try slug(name ?? file.deletingPathExtension().lastPathComponent)
        try await refuseTaken(slug)
        let document = try Self.document(in: try Self.bytes(of: file), of: path)
        try await replica.keep(
            PrivateDraft(slug: slug, fields: document.fields, body: document.body)
        )
        open = .inPrivate(slug)
        let line = "\(slug): a private draft of \(document.words) words is open"
        return Answer(
            StyledText(line),
            facts: ["story": .string("\(slug)"), "words": .number(document.words)]
        )
    }

    private static func bytes(of file: URL) throws -> [UInt8] {
        let path = file.relativePath
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: limitBytes + 1)
        else { throw DeskError.noFile(path, reason: "it cannot be read") }
        guard data.count <= limitBytes else {
            throw DeskError.noFile(path, reason: "it has more than \(limitBytes) bytes")
        }
        return Array(data)
    }

    /// A canonical document, or a text whose first line of the form `# …` is the headline.
    private static func document(
        in bytes: [UInt8],
        of path: String
    ) throws -> CanonicalDocument {
        let plain = bytes.filter { $0 != UInt8(ascii: "\r") }
        if let document = try? CanonicalDocument(parsing: plain) { return document }
        guard let text = String(validating: plain, as: UTF8.self) else {
            throw DeskError.noFile(path, reason: "it is not UTF-8 text")
        }
        let paragraphs = Paragraphs(text)
        var parts = paragraphs.ranges.map { String(paragraphs.body[$0]) }
        var fields: [DocumentField: String] = [:]
        if let first = parts.first, first.hasPrefix("# "), !first.contains("\n") {
            fields[.headline] = String(first.dropFirst(2))
            parts.removeFirst()
        }
        return CanonicalDocument(fields: fields, body: parts.joined(separator: "\n\n"))
    }
}
