import Prose

/// How a stretch of text stands out; each mark means the same everywhere.
enum Mark: Hashable, Sendable {
    case plain, strong, quiet, added, removed, alarm
}

/// Text for people, in stretches that stand out or not.
struct StyledText: Hashable, Sendable {
    /// One stretch.
    struct Span: Hashable, Sendable {
        let text: String
        let mark: Mark
    }

    private(set) var spans: [Span]
    /// Where the lines after the first begin, in columns.
    private(set) var indent = 0

    /// Plain text.
    init(_ text: String, _ mark: Mark = .plain) {
        spans = text.isEmpty ? [] : [Span(text: text, mark: mark)]
    }

    /// Stretches, in order.
    init(spans: [Span]) { self.spans = spans }

    /// The text with its lines after the first under the words, not under the label before them.
    func indented(by columns: Int) -> StyledText {
        var indented = self
        indented.indent = columns
        return indented
    }

    /// How many columns it takes on a terminal.
    var columns: Int { spans.reduce(0) { $0 + Columns.width(of: $1.text) } }

    /// The same as it is shown, so that it is measured as it is shown.
    var harmless: StyledText {
        var harmless = self
        harmless.spans = spans.map { Span(text: Harmless.shown($0.text), mark: $0.mark) }
        return harmless
    }

    /// Joins two texts.
    static func + (left: StyledText, right: StyledText) -> StyledText {
        var joined = left
        joined.spans += right.spans
        return joined
    }

    /// Adds text at the end.
    static func += (left: inout StyledText, right: StyledText) { left.spans += right.spans }
}

extension StyledText: ExpressibleByStringInterpolation {
    /// Plain text.
    init(stringLiteral text: String) { self.init(text) }
}

extension StyledText {
    /// The words that lead from an old text to a new one: marks in ink, and in brackets for who
    /// sees no colour.
    init(changes pieces: [DifferencePiece]) {
        spans = []
        for piece in pieces {
            switch piece {
            case .kept(let text): self += StyledText(text)
            case .removed(let text), .movedAway(let text, _):
                self += StyledText("[-\(text)-]", .removed)
            case .added(let text), .movedHere(let text, _):
                self += StyledText("{+\(text)+}", .added)
            }
        }
    }
}
