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
    /// A line for each field and paragraph that differs; none where nothing does.
    let lines: [StyledText]

    init(from old: CanonicalDocument, to new: CanonicalDocument) {
        let fields = DocumentField.allCases.compactMap { field -> StyledText? in
            let values = (old.fields[field] ?? "", new.fields[field] ?? "")
            guard values.0 != values.1 else { return nil }
            let pieces = difference(from: values.0, to: values.1)
            return StyledText("\(field): ", .quiet) + StyledText(changes: pieces)
        }
        lines = fields + ParagraphChanges(from: old.body, to: new.body).lines
    }
}
