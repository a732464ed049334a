import Newsroom

// Which block is what: publishing.md 8, step 4. The blocks are named in order, each by the first rule
// that fits; what is not sure is filled in all the same, and said to be so.

/// The blocks of a story, named.
struct BlockNaming {
    /// The blocks, in order.
    private(set) var named: [NamedBlock] = []
    /// The fields that were found.
    private(set) var fields: [DocumentField: String] = [:]
    private let blocks: [ForeignBlock]
    private let rules: BlockRules
    private var hasBody = false

    /// Names the blocks of a story; `sections` are those that the newsroom knows, in small letters.
    init(_ blocks: [ForeignBlock], hints: PageHints, sections: Set<String>) {
        self.blocks = blocks
        rules = BlockRules(blocks, hints: hints, sections: sections)
        let tail = rules.tail
        for place in 0..<(tail ?? blocks.count) {
            add(blocks[place], rules.rule(for: place, taken: fields, hasBody: hasBody))
        }
        if let tail { nameTail(from: tail) }
        addUnseen(hints)
    }

    private mutating func add(_ block: ForeignBlock, _ naming: Naming) {
        switch naming.name {
        case .headline where fields[.headline] != nil:
            append(block, Naming(.headline, isSure: true, "stands there again"), .dropped)
        case .headline, .section, .byline, .standfirst: fill(block, naming)
        case .date: append(block, naming, .note)
        case .clutter, .page: append(block, naming, .dropped)
        default:
            if block.count > 7 { hasBody = true }
            append(block, naming, .body)
        }
    }

    /// Puts a block into its field, or leaves it in the body where the field cannot hold it.
    private mutating func fill(_ block: ForeignBlock, _ naming: Naming) {
        let isByline = naming.name == .byline
        let value =
            isByline ? (rules.words.name(in: block.text) ?? block.text).withoutDividers : block.text
        guard let field = naming.name.field, field.refusal(of: value) == nil else {
            hasBody = hasBody || block.count > 7
            return append(block, Naming(.body, isSure: false, "too long for a field"), .body)
        }
        fields[field] = value
        append(block, naming, .field)
    }

    private mutating func append(_ block: ForeignBlock, _ naming: Naming, _ fate: NamedBlock.Fate) {
        named.append(NamedBlock(block: block, naming: naming, fate: fate))
    }

    /// Fills in what the page says of itself and does not show.
    private mutating func addUnseen(_ hints: PageHints) {
        let headline = rules.headline
        if let text = headline.text, headline.place == nil, fields[.headline] == nil {
            fill(ForeignBlock(plain: text), Naming(.headline, isSure: true, headline.why))
        }
        for unseen in hints.unseen(fields, in: blocks) {
            if let field = unseen.naming.name.field { fields[field] = unseen.block.text }
            named.append(unseen)
        }
    }

    /// Drops what stands below a story, unless there is text in it.
    private mutating func nameTail(from start: Int) {
        let isShort = blocks[start...].allSatisfy { $0.kind == .furniture || $0.count <= 12 }
        for block in blocks[start...] {
            if block.kind == .furniture {
                append(block, Naming(.page, isSure: true, ""), .dropped)
            } else if rules.words.isClutter(block) {
                append(block, Naming(.clutter, isSure: true, ""), .dropped)
            } else if isShort {
                append(block, Naming(.tail, isSure: true, ""), .dropped)
            } else {
                append(block, Naming(.tail, isSure: false, "holds longer text; left in"), .body)
            }
        }
    }
}
