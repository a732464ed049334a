/// The body that blocks make: Markdown that means what the page showed.
struct ForeignBody {
    /// The text; each block ends in a line feed, and an empty line stands between two.
    private(set) var text = ""
    private var last: ForeignBlock.Kind?
    private var number = 0

    init(_ blocks: [ForeignBlock]) {
        for block in blocks { add(block) }
        if !text.isEmpty { text += "\n" }
    }

    private mutating func add(_ block: ForeignBlock) {
        let isNextItem = last == block.kind && Self.isItem(block)
        number = isNextItem ? number + 1 : 1
        if !text.isEmpty { text += isNextItem ? "\n" : "\n\n" }
        text += prefix(of: block) + (block.isHeading ? Self.heading(block) : block.markdown)
        last = block.kind
    }

    /// A heading that ends in `#`, which Markdown would take for its frame.
    private static func heading(_ block: ForeignBlock) -> String {
        let marks = block.markdown.unicodeScalars.reversed().prefix { $0 == "#" }.count
        let isFrame = marks > 0 && block.markdown.unicodeScalars.dropLast(marks).last == " "
        return isFrame ? block.markdown.dropLast() + "\\#" : block.markdown
    }

    private static func isItem(_ block: ForeignBlock) -> Bool {
        if case .item = block.kind { true } else { false }
    }

    private func prefix(of block: ForeignBlock) -> String {
        switch block.kind {
        case .heading(let level): String(repeating: "#", count: min(max(level, 2), 4)) + " "
        case .item(isOrdered: true): "\(number). "
        case .item(isOrdered: false): "- "
        case .quote: "> "
        case .paragraph, .table, .picture, .furniture: ""
        }
    }
}
