import Newsroom

/// A program of the person's choice that changes a text, `$VISUAL` or `$EDITOR`; passed in, so
/// that the desk itself starts no process.
package typealias TextEditor = @Sendable (_ name: String, _ text: [UInt8]) throws -> [UInt8]

extension Verb {
    static let edit = Verb(
        "edit",
        on: .writing,
        taking: "[STORY]",
        "changes fields and text in $VISUAL or $EDITOR",
        example: "edit budget-2026"
    ) { desk, arguments in
        let name = arguments.wordIfAny()
        try arguments.finish()
        return try await desk.edit(desk.manuscript(name, for: arguments.verb))
    }
}

extension Desk {
    /// Has the document changed in an editor, and writes what differs.
    func edit(_ manuscript: Manuscript) async throws -> Answer {
        guard let editor else { throw DeskError.noEditor }
        let before = try await copy(of: manuscript)
        let changed = try editor(before.slug, before.document.bytes)
        let document = try CanonicalDocument(parsing: changed.filter { $0 != 0x0D })
        let fields = DocumentField.allCases.filter {
            document.fields[$0] != before.document.fields[$0]
        }
        for field in fields {
            try await set(field, to: document.fields[field] ?? "", of: manuscript)
        }
        let edits = [TextEdit](from: before.document.body, to: document.body)
        let names = fields.map { StyledText("\($0) is \(document.fields[$0] ?? "empty")") }
        if edits.isEmpty, !fields.isEmpty { return Answer(names) }
        var answer = try await change(manuscript, edits)
        answer.lines = names + answer.lines
        return answer
    }
}
