import Newsroom
import Store
import SyncProtocol

/// A change of text that can be taken back.
struct TextUndo: Sendable {
    /// What was changed.
    let manuscript: Manuscript
    /// The text before.
    let before: String
    /// The text after.
    let after: String

    /// The same change of the same text under another roof.
    func moved(to manuscript: Manuscript) -> TextUndo {
        TextUndo(manuscript: manuscript, before: before, after: after)
    }
}

/// Fields that were set together and can be taken back.
struct FieldUndo: Sendable {
    /// What was changed.
    let manuscript: Manuscript
    /// The values before; an empty one is none.
    let before: [(field: DocumentField, value: String)]
}

extension Desk {
    /// Changes a manuscript's text and answers with the changed paragraphs.
    func change(_ manuscript: Manuscript, _ edits: [TextEdit]) async throws -> Answer {
        let before = try await copy(of: manuscript)
        guard !edits.isEmpty else { throw DeskError.nothingChanged("the text says that") }
        try await write(edits, into: manuscript, from: before)
        let after = try await copy(of: manuscript)
        var answer = answer(to: before, after)
        answer.undoing = .text(
            TextUndo(
                manuscript: manuscript,
                before: before.document.body,
                after: after.document.body
            )
        )
        return answer
    }

    private func write(
        _ edits: [TextEdit],
        into manuscript: Manuscript,
        from copy: Copy
    ) async throws {
        switch manuscript {
        case .inPrivate(let slug):
            var draft = try await privateDraft(slug)
            draft.body = copy.document.body.applying(edits)
            try await replica.keep(draft)
        case .shared(let draft):
            try await replica.commit(.edit(draft, edits))
        }
    }

    private func answer(to before: Copy, _ after: Copy) -> Answer {
        let changes = ParagraphChanges(from: before.document.body, to: after.document.body)
        let words = after.document.words
        return Answer(
            changes.lines + [StyledText("\(after.slug): \(counted(words, "word"))", .quiet)],
            facts: ["story": .string(after.slug), "words": .number(words)]
        )
    }

    /// Sets fields of a manuscript together; those that have their value already stay as they are.
    func set(
        _ values: [(field: DocumentField, value: String)],
        of manuscript: Manuscript
    ) async throws {
        let fields = try await copy(of: manuscript).document.fields
        let changes = values.filter { (fields[$0.field] ?? "") != $0.value }
        guard !changes.isEmpty else { throw DeskError.nothingChanged("the fields say that") }
        switch manuscript {
        case .inPrivate:
            for (field, value) in changes { try await set(field, to: value, of: manuscript) }
        case .shared(let draft):
            try await replica.commit { newsroom, author in
                try changes.flatMap { field, value in
                    try newsroom.operations(for: .setField(draft, field, value), by: author)
                }
            }
        }
    }

    /// Sets a field of a manuscript; an empty value clears it.
    func set(_ field: DocumentField, to value: String, of manuscript: Manuscript) async throws {
        switch manuscript {
        case .inPrivate(let slug):
            var draft = try await privateDraft(slug)
            draft.fields[field] = value.isEmpty ? nil : value
            if let code = field.refusal(of: value) {
                throw Refusal(verb: "set", subject: "\(field)", code: code)
            }
            try await replica.keep(draft)
        case .shared(let draft):
            try await replica.commit(.setField(draft, field, value))
        }
    }
}

extension CanonicalDocument {
    /// The words of the body: runs of scalars other than space, tab and line feed.
    var words: Int {
        body.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" }.count
    }
}
