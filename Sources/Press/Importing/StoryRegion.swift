/// Which blocks of a page are the story: the one article, or else the container with most text, and
/// what leads from the headline to it.
///
/// A container's score is that of its blocks (1 + commas + length / 100, up to 3, less by the share
/// of links), and half of the score of those within it (after Arc90's Readability).
struct StoryRegion {
    /// The blocks of the story.
    let range: Range<Int>

    /// Chooses among the containers of a page; where none has text, the page is the story.
    init(
        _ blocks: [ForeignBlock],
        _ containers: [PageContainers.Container],
        _ hints: PageHints
    ) {
        let articles = containers.filter { $0.isArticle && Self.hasText(blocks[$0.blocks]) }
        let chosen = articles.count == 1 ? articles.first : Self.best(blocks, containers)
        let text = chosen?.blocks ?? blocks.indices
        range = Self.start(of: text, in: blocks, hints)..<text.upperBound
    }

    private static func hasText(_ blocks: ArraySlice<ForeignBlock>) -> Bool {
        blocks.contains { $0.kind != .furniture && $0.count > 7 }
    }

    private static func best(
        _ blocks: [ForeignBlock],
        _ containers: [PageContainers.Container]
    ) -> PageContainers.Container? {
        var scores = [Double](repeating: 0, count: containers.count)
        for (block, number) in zip(blocks, nearest(blocks.count, containers)) {
            guard let number, block.count > 7, block.kind != .furniture else { continue }
            scores[number] += score(block)
            if let parent = containers[number].parent { scores[parent] += score(block) / 2 }
        }
        let best = scores.indices.max {
            scores[$0] == scores[$1] ? $0 > $1 : scores[$0] < scores[$1]
        }
        return best.flatMap { scores[$0] > 0 ? containers[$0] : nil }
    }

    private static func score(_ block: ForeignBlock) -> Double {
        let commas = block.text.unicodeScalars.count { ",،、，".unicodeScalars.contains($0) }
        let length = min(Double(block.text.unicodeScalars.count) / 100, 3)
        return (1 + Double(commas) + length) * (1 - block.linkShare)
    }

    /// The innermost container of each block, by number.
    ///
    /// Containers are in the order of opening, so each one overwrites those around it; all are nested
    /// less deep than `ImportLimits.depth`.
    private static func nearest(
        _ count: Int,
        _ containers: [PageContainers.Container]
    ) -> [Int?] {
        var nearest = [Int?](repeating: nil, count: count)
        for (number, container) in containers.enumerated() {
            for place in container.blocks { nearest[place] = number }
        }
        return nearest
    }

    /// Where the story begins: at the headline that stands before the text, with a short line above.
    private static func start(
        of text: Range<Int>,
        in blocks: [ForeignBlock],
        _ hints: PageHints
    ) -> Int {
        guard !blocks[text].contains(where: { $0.kind == .heading(1) }) else {
            return text.lowerBound
        }
        let said = hints[.headline]?.text
        let headline = blocks[..<text.lowerBound].lastIndex { block in
            block.kind == .heading(1) || block.kind != .furniture && block.says(said)
        }
        guard let headline else { return text.lowerBound }
        let isLabelled =
            headline > 0 && blocks[headline - 1].kind != .furniture
            && blocks[headline - 1].isLabel
        return isLabelled ? headline - 1 : headline
    }
}

extension ForeignBlock {
    /// Whether it may be the name of a section: up to three words and 30 characters, no sentence.
    var isLabel: Bool {
        (1...3).contains(count) && text.unicodeScalars.count <= 30 && !text.endsSentence
    }
}
