/// The words of a block with what stands out in them and what leads elsewhere.
struct InlineText {
    /// How some words look, where they lead, and what the page says that they are.
    struct Style: Hashable {
        var isBold = false
        var isItalic = false
        var isInLink = false
        var href: String?
        var role: BlockName?
    }

    /// Words of one style, or an end of line.
    struct Span: Hashable {
        var text: String
        let style: Style
        var isBreak = false
    }

    private(set) var spans: [Span] = []
    /// The style of what is added next.
    var style = Style()

    /// Nothing.
    init() {}

    /// Plain words.
    init(_ text: String) { add(text) }

    /// Some spans of another.
    private init(_ spans: [Span]) { self.spans = spans }

    /// Adds text as it stands in the page.
    mutating func add(_ text: String) {
        if let last = spans.last, last.style == style, !last.isBreak {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text: text, style: style))
        }
    }

    /// Ends a line within the block.
    mutating func endLine() { spans.append(Span(text: "\n", style: style, isBreak: true)) }

    /// Hands over what was gathered; a link that is open stays open, marks do not: an open one would
    /// reach to the end of the page.
    mutating func taken() -> InlineText {
        defer {
            spans = []
            (style.isBold, style.isItalic, style.role) = (false, false, nil)
        }
        return InlineText(spans)
    }

    /// The words in one line.
    var text: String { spans.map(\.text).joined().inOneLine }

    /// Whether no word is there.
    var isEmpty: Bool { spans.allSatisfy { $0.text.isBlank } }

    /// Whether all words stand out.
    var isBold: Bool { !isEmpty && spans.allSatisfy { $0.style.isBold || $0.text.isBlank } }

    /// The share of the words that lead elsewhere.
    var linkShare: Double {
        let all = spans.reduce(0) { $0 + $1.text.utf8.count }
        let links = spans.filter(\.style.isInLink).reduce(0) { $0 + $1.text.utf8.count }
        return all == 0 ? 0 : Double(links) / Double(all)
    }

    /// What the page says that some of the words are.
    var role: BlockName? { spans.lazy.compactMap(\.style.role).first }
}

extension InlineText {
    /// A line that is no longer than this may be a byline with a date beside it.
    private static let limitHeader = 160

    /// The parts: between empty lines, and in a short text between lines and around a date.
    var parts: [InlineText] {
        let text = text
        let isShort = text.unicodeScalars.count <= Self.limitHeader
        let isHeader = isShort && !text.endsSentence
        var parts: [[Span]] = [[]]
        var breaks = 0
        for span in spans {
            if span.isBreak {
                breaks += 1
            } else if !span.text.isBlank {
                let before = Self.isDate(parts[parts.count - 1])
                let isOther = isHeader && before.map { $0 != Self.isDate(span) } == true
                if breaks > 1 || isShort && breaks == 1 || isOther { parts.append([]) }
                breaks = 0
            }
            parts[parts.count - 1].append(span)
        }
        return parts.map { InlineText($0) }.filter { !$0.isEmpty }
    }

    private static func isDate(_ span: Span) -> Bool { span.style.role == .date }

    private static func isDate(_ spans: [Span]) -> Bool? {
        spans.last { !$0.isBreak && !$0.text.isBlank }.map { isDate($0) }
    }
}
