import Newsroom
import Prose

/// A document as a person reads it: fields, then numbered paragraphs.
struct DocumentLines {
    let lines: [StyledText]

    init(_ document: CanonicalDocument) {
        let fields = DocumentField.allCases.compactMap { field -> StyledText? in
            document.fields[field].map { value in
                let mark: Mark = field == .headline ? .strong : .plain
                return StyledText("\(field): ", .quiet) + StyledText(value, mark)
            }
        }
        let paragraphs = Paragraphs(document.body)
        let texts = (0..<paragraphs.count).map { place in
            StyledText(paragraph: place + 1, StyledText(String(paragraphs.text(at: place))))
        }
        lines = fields + (fields.isEmpty || texts.isEmpty ? [] : [""]) + texts
    }
}

/// What changed between two documents: fields first, then paragraphs.
struct DocumentChanges {
    /// A field with what was kept, removed and added of its value.
    typealias FieldChange = (field: DocumentField, pieces: [DifferencePiece])

    /// The fields that differ.
    let fields: [FieldChange]
    /// The texts.
    let paragraphs: ParagraphChanges

    init(from old: CanonicalDocument, to new: CanonicalDocument) {
        fields = DocumentField.allCases.compactMap { field in
            let values = (old.fields[field] ?? "", new.fields[field] ?? "")
            guard values.0 != values.1 else { return nil }
            return (field, difference(from: values.0, to: values.1))
        }
        paragraphs = ParagraphChanges(from: old.body, to: new.body)
    }

    /// Whether nothing differs.
    var isEmpty: Bool { fields.isEmpty && paragraphs.changed.isEmpty }

    /// A line for each field and paragraph that differs; none where nothing does.
    var lines: [StyledText] {
        fields.map { StyledText("\($0.field): ", .quiet) + StyledText(changes: $0.pieces) }
            + paragraphs.lines
    }
}
