/// Which words are a story's headline, and where they stand.
struct HeadlineChoice {
    /// The words; nil where there is no headline.
    let text: String?
    /// The block that it is; nil where only the page's own word gives it.
    let place: Int?
    let isSure: Bool
    let why: String

    /// Chooses: linked data, then what is marked, then OpenGraph, then the first heading, then the
    /// first line that looks like one.
    init(_ blocks: [ForeignBlock], _ hints: PageHints, _ words: PageWords) {
        let marked = blocks.firstIndex { $0.role == .headline && Self.isShort($0) }
        let said = hints[.headline]
        if let said, said.source == .linkedData || marked == nil {
            text = Self.withoutSite(said.text, blocks)
            place = blocks.firstIndex(saying: text)
            (isSure, why) = (true, "the page says so")
            return
        }
        let found = marked ?? Self.heading(blocks, hints) ?? Self.line(blocks, words)
        let words = found.map { blocks[$0].text }
        let isTwice = found.map { blocks[($0 + 1)...].firstIndex(saying: words) != nil } ?? false
        let isTitle = words.map { hints.title.saying.hasPrefix($0.saying) } ?? false
        (text, place) = (words, found)
        isSure = marked != nil || isTwice || isTitle
        why = Self.reason(isMarked: marked != nil, isTwice: isTwice, isTitle: isTitle)
    }

    /// Whether a block says the headline.
    func isHeadline(_ block: ForeignBlock) -> Bool {
        block.says(text)
    }

    private static func reason(isMarked: Bool, isTwice: Bool, isTitle: Bool) -> String {
        if isMarked { return "the page says so" }
        if isTwice { return "stands twice" }
        return isTitle ? "the page's title too" : "the first that can be one"
    }

    private static func isShort(_ block: ForeignBlock) -> Bool {
        block.kind != .furniture && block.text.unicodeScalars.count <= 200
    }

    /// A title that goes on behind the headline, with the name of the site: the headline alone.
    private static func withoutSite(_ title: String, _ blocks: [ForeignBlock]) -> String {
        let heading = blocks.first { block in
            block.isHeading && block.count > 1 && title.saying.hasPrefix(block.saying + " ")
        }
        return heading?.text ?? title
    }

    /// A heading of the first rank, best one that the page's title begins with.
    private static func heading(_ blocks: [ForeignBlock], _ hints: PageHints) -> Int? {
        let headings = blocks.indices.filter {
            blocks[$0].kind == .heading(1) && isShort(blocks[$0])
        }
        let title = hints.title.saying
        return headings.first { title.hasPrefix(blocks[$0].saying) } ?? headings.first
    }

    /// The first line of 3 to 25 words without full stop; of fewer, where it stands twice.
    private static func line(_ blocks: [ForeignBlock], _ words: PageWords) -> Int? {
        var label: Int?
        for (place, block) in blocks.enumerated() {
            guard block.kind != .furniture, block.kind != .picture, !words.isClutter(block),
                DateLine(block.text, words, others: 4) == nil,
                !words.hasByline(block)
            else { continue }
            if canBeHeadline(block, place, blocks, atLeast: 3) {
                // A short line above another that can be a headline is the section's name.
                guard label == nil, block.isLabel, !block.isHeading,
                    !repeats(block, place, blocks),
                    blocks.indices.contains(place + 1),
                    canBeHeadline(blocks[place + 1], place + 1, blocks, atLeast: 3)
                else { return place }
                label = place
                continue
            }
            if block.isLabel, repeats(block, place, blocks) { return place }
            guard label == nil, block.isLabel else { return label }
            label = place
        }
        return nil
    }

    private static func canBeHeadline(
        _ block: ForeignBlock,
        _ place: Int,
        _ blocks: [ForeignBlock],
        atLeast least: Int
    ) -> Bool {
        (least...25).contains(block.count) && block.text.unicodeScalars.count <= 200
            && block.text.unicodeScalars.last.map { !".。۔".unicodeScalars.contains($0) } ?? false
    }

    private static func repeats(
        _ block: ForeignBlock,
        _ place: Int,
        _ blocks: [ForeignBlock]
    ) -> Bool {
        blocks[(place + 1)...].prefix(4).contains { $0.says(block.text) }
    }
}

extension Collection<ForeignBlock> {
    /// The first block that says the same as a text.
    fileprivate func firstIndex(saying text: String?) -> Index? {
        firstIndex { $0.kind != .furniture && $0.says(text) }
    }
}
