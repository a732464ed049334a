import Newsroom

/// The rules by which a block is named, in their order.
struct BlockRules {
    /// What fields were found so far.
    typealias Fields = [DocumentField: String]

    private let blocks: [ForeignBlock]
    private let hints: PageHints
    private let sections: Set<String>
    /// The headline that was chosen.
    let headline: HeadlineChoice
    /// The words by which pages label things, in this page's language.
    let words: PageWords
    /// The first block that is there for the story.
    private let firstLine: Int?

    /// Makes ready for the blocks of a story.
    init(_ blocks: [ForeignBlock], hints: PageHints, sections: Set<String>) {
        let words = PageWords.of(hints[.language]?.text)
        self.blocks = blocks
        self.hints = hints
        self.sections = sections
        self.words = words
        headline = HeadlineChoice(blocks, hints, words)
        firstLine = blocks.firstIndex { $0.kind != .furniture && !words.isClutter($0) }
    }

    /// Where a tail begins: not before there is text.
    var tail: Int? {
        let text = blocks.firstIndex { $0.kind != .furniture && $0.count > 7 }
        return text.flatMap { text in
            blocks[text...].firstIndex { $0.kind != .furniture && words.beginsTail($0) }
        }
    }

    /// What the block at a place is, by the first rule that fits; `fields` are taken already, and
    /// below text of the body fewer things can be meant.
    func rule(
        for place: Int,
        taken fields: Fields,
        hasBody: Bool
    ) -> Naming {
        let block = blocks[place]
        if block.kind == .furniture { return Naming(.page, isSure: true, "") }
        if words.isClutter(block) { return Naming(.clutter, isSure: true, "") }
        if headline.isHeadline(block), place == headline.place || !hasBody {
            return Naming(.headline, isSure: headline.isSure, headline.why)
        }
        if block.kind == .picture { return Naming(.picture, isSure: false, "the file is not here") }
        return (hasBody ? nil : header(place, fields)) ?? dateBelow(block) ?? body(block)
    }

    /// What stands above the text.
    private func header(_ place: Int, _ fields: Fields) -> Naming? {
        let block = blocks[place]
        return section(block, place, fields) ?? date(block, others: 4) ?? byline(block, fields)
            ?? standfirst(block, place, fields)
    }

    private func section(_ block: ForeignBlock, _ place: Int, _ fields: Fields) -> Naming? {
        guard fields[.section] == nil, block.isLabel else { return nil }
        if sections.contains(block.text.lowercased()) {
            return Naming(.section, isSure: true, "known section")
        }
        if block.says(hints[.section]?.text) {
            return Naming(.section, isSure: true, "the page says so")
        }
        guard place == firstLine, let headline = headline.place, place < headline,
            DateLine(block.text, words, others: 4) == nil, !words.hasByline(block)
        else { return nil }
        return Naming(.section, isSure: false, "short, above the headline")
    }

    private func date(_ block: ForeignBlock, others: Int) -> Naming? {
        let isMarked = block.role == .date && block.text.unicodeScalars.count <= 60
        let line = DateLine(block.text, words, others: others)
        guard isMarked || line != nil else { return nil }
        if line?.isFull == true { return Naming(.date, isSure: true, "") }
        return Naming(.date, isSure: false, line?.hasDay == true ? "no year" : "no day")
    }

    /// Below the text stands a date alone.
    private func dateBelow(_ block: ForeignBlock) -> Naming? {
        DateLine(block.text, words, others: 2)?.isFull == true ? date(block, others: 2) : nil
    }

    private func byline(_ block: ForeignBlock, _ fields: Fields) -> Naming? {
        guard fields[.byline] == nil, block.text.unicodeScalars.count <= 80,
            !block.text.endsSentence
        else { return nil }
        if words.hasByline(block) { return Naming(.byline, isSure: true, "") }
        guard fields[.headline] != nil else { return nil }
        if block.role == .byline || block.says(hints[.byline]?.text) {
            return Naming(.byline, isSure: true, "the page says so")
        }
        guard !block.isHeading, (2...4).contains(block.count), block.text.isCapitalised else {
            return nil
        }
        return Naming(.byline, isSure: false, "capitalised words above the text")
    }

    private func standfirst(_ block: ForeignBlock, _ place: Int, _ fields: Fields) -> Naming? {
        guard fields[.headline] != nil, fields[.standfirst] == nil, (8...60).contains(block.count)
        else { return nil }
        if block.role == .standfirst || block.says(hints[.standfirst]?.text) {
            return Naming(.standfirst, isSure: true, "the page says so")
        }
        guard blocks[(place + 1)...].contains(where: { $0.kind != .furniture && $0.count > 7 })
        else { return nil }
        if block.isBold { return Naming(.standfirst, isSure: false, "in bold above the text") }
        let next = blocks[(place + 1)...].first { other in
            other.kind != .furniture && other.kind != .picture && !words.isClutter(other)
        }
        let isAbove = next.flatMap { date($0, others: 4) ?? byline($0, fields) } != nil
        return isAbove ? Naming(.standfirst, isSure: false, "above date or byline") : nil
    }

    private func body(_ block: ForeignBlock) -> Naming {
        if block.kind == .paragraph, block.count < 8 {
            return Naming(.body, isSure: false, "short")
        }
        return Naming(.body, isSure: true, "")
    }
}
