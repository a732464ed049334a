import Newsroom

/// What the header says of an entry's causes: the short forms of a text change's parents.
struct TextCauses {
    let prev: EntryID?
    let parents: [EntryID]
    /// Whether the law took the content: insertions are spaces, which do not travel.
    var isErased = false
}

// The body of draft.text (ledger.md 3.5). Runs count from a cursor: after an insert it stands
// behind the inserted text, after a delete at the place; so that typing costs few bytes.
extension TextChange {
    /// Reads the body of an operation 85.
    init(reading reader: inout FieldReader, after causes: TextCauses) throws(FieldError) {
        let story: StoryID = try reader.identifier()
        let draft: DraftID = try reader.identifier()
        let parents = try reader.list(limit: 64) { reader throws(FieldError) in
            try reader.textParent(after: causes)
        }
        let runs = try reader.list(limit: 4_096) { reader throws(FieldError) in
            (head: try reader.varint(), step: try reader.zigzag())
        }
        guard Set(parents).count == parents.count, !runs.isEmpty || !parents.isEmpty else {
            throw FieldError()
        }
        let content = reader.rest()
        guard causes.isErased else {
            let edits = try Self.edits(runs, content: content)
            self.init(story: story, draft: draft, parents: parents, edits: edits)
            return
        }
        let count = runs.reduce(0) { $0 + ($1.head & 1 == 0 ? min($1.head >> 1, 262_145) : 0) }
        guard content.isEmpty, count <= 262_144 else { throw FieldError() }
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: count)
        let edits = try Self.edits(runs, content: spaces)
        self.init(story: story, draft: draft, parents: parents, edits: edits)
    }

    /// Writes the body of an operation 85.
    func write(to writer: inout FieldWriter, after causes: TextCauses) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.list(parents) { $0.textParent($1, after: causes) }
        var cursor = 0
        writer.list(edits) { writer, edit in
            switch edit {
            case .insert(let text, let place):
                let count = text.unicodeScalars.count
                writer.varint(2 * count)
                writer.zigzag(place - cursor)
                cursor = place + count
            case .delete(let count, let place):
                writer.varint(2 * count + 1)
                writer.zigzag(place - cursor)
                cursor = place
            }
        }
        guard !causes.isErased else { return }
        for case .insert(let text, _) in edits { writer.raw(Array(text.utf8)) }
    }

    private static func edits(
        _ runs: [(head: Int, step: Int)],
        content: [UInt8]
    ) throws(FieldError) -> [TextEdit] {
        guard content.count <= 262_144, let text = String(validating: content, as: UTF8.self)
        else { throw FieldError() }
        var scalars = text.unicodeScalars[...]
        var cursor = 0
        var edits: [TextEdit] = []
        for run in runs {
            let (count, isDelete) = (run.head >> 1, run.head & 1 == 1)
            let place = cursor.addingReportingOverflow(run.step)
            guard count >= 1, !place.overflow, (0..<(1 << 31)).contains(place.partialValue)
            else { throw FieldError() }
            if isDelete {
                edits.append(.delete(count, at: place.partialValue))
                cursor = place.partialValue
            } else {
                let taken = scalars.prefix(count)
                guard taken.count == count else { throw FieldError() }
                scalars = scalars.dropFirst(count)
                edits.append(.insert(String(taken), at: place.partialValue))
                cursor = place.partialValue + count
            }
        }
        guard scalars.isEmpty else { throw FieldError() }
        return edits
    }
}

extension FieldReader {
    fileprivate mutating func textParent(after causes: TextCauses) throws(FieldError) -> EntryID {
        let form = try varint()
        switch form {
        case 0: return try identifier()
        case 1:
            guard let prev = causes.prev else { throw FieldError() }
            return prev
        default:
            guard causes.parents.indices.contains(form - 2) else { throw FieldError() }
            return causes.parents[form - 2]
        }
    }
}

extension FieldWriter {
    fileprivate mutating func textParent(_ parent: EntryID, after causes: TextCauses) {
        if parent == causes.prev {
            varint(1)
        } else if let place = causes.parents.firstIndex(of: parent) {
            varint(2 + place)
        } else {
            varint(0)
            identifier(parent)
        }
    }
}
