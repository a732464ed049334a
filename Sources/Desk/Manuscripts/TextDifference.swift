import Newsroom
import Prose

extension [TextEdit] {
    /// The edits that lead from one text to another, word by word, so that they merge well.
    init(from old: String, to new: String) {
        self = edits(from: old, to: new).map { edit in
            switch edit {
            case .insert(let text, let place): .insert(text, at: place)
            case .delete(let count, let place): .delete(count, at: place)
            }
        }
    }
}

/// What changed between two texts, paragraph by paragraph, as an editor reads it.
struct ParagraphChanges {
    /// The paragraphs of both texts in the order of the new one, changed or not.
    let paragraphs: [ChangedParagraph]
    /// Where the moved ones were, and are.
    let places: MovedPlaces

    init(from old: String, to new: String) {
        let pieces = difference(from: Paragraphs(old).joined, to: Paragraphs(new).joined)
        paragraphs = ChangedParagraph.cut(pieces)
        places = MovedPlaces(of: paragraphs)
    }

    /// The changed ones.
    var changed: [ChangedParagraph] { paragraphs.filter(\.isChanged) }

    /// The changed paragraphs in words, with their numbers in the new text.
    var lines: [StyledText] { changed.map { $0.line(places) } }
}

extension StyledText {
    /// A paragraph behind its number, or behind a dash where it is gone.
    init(paragraph number: Int?, _ text: StyledText) {
        let label = number.map { "\($0)" } ?? "-"
        let blanks = String(repeating: " ", count: Swift.max(0, 5 - label.count))
        self = (StyledText("\(blanks)\(label)  ", .quiet) + text).indented(by: 7)
    }
}

extension Paragraphs {
    /// The paragraphs with just two line feeds between them and nothing around them.
    fileprivate var joined: String { ranges.map { body[$0] }.joined(separator: "\n\n") }

    /// The text of the paragraph at a place from 0.
    func text(at place: Int) -> Substring { body[ranges[place]] }
}
