/// What a story's page is made of (publishing.md 2.3); a theme orders them, and may leave some out.
enum StoryBlock: String, CaseIterable, Sendable {
    case label, headline, standfirst, byline, dates
    case notes, picture, body
    case tags, share, proof, languages, related, rail

    /// All, in the usual order.
    static let usual = allCases

    /// What a reader has to see, in this order: that a story was corrected, and when it was
    /// published, before its text (C1, G4).
    static let needed: [StoryBlock] = [.headline, .dates, .notes, .body]

    /// The parts of the page: what is said of the story, the story, what follows it.
    enum Part: Int, Sendable {
        case heading, story, end
    }

    /// The part that it stands in.
    var part: Part {
        switch self {
        case .label, .headline, .standfirst, .byline, .dates: .heading
        case .notes, .picture, .body: .story
        case .tags, .share, .proof, .languages, .related, .rail: .end
        }
    }

    /// Whether it tells of the story itself, not of others.
    var isOwn: Bool { ![.languages, .related, .rail].contains(self) }
}

/// What the front page is made of.
enum FrontBlock: String, CaseIterable, Sendable {
    case newest, sections

    /// All, in the usual order.
    static let usual = allCases

    /// What has to be there.
    static let needed: [FrontBlock] = [.newest]
}

extension Theme {
    /// Reads `blocks.txt`: `story` and `front`, each with its blocks in order.
    mutating func readBlocks(_ text: ThemeText) throws(PressError) {
        var isRead: Set<String> = []
        for line in text.lines {
            guard isRead.insert(line.word).inserted else {
                throw text.refusal("`\(line.word)` is said twice", line: line.number)
            }
            switch line.word {
            case "story":
                storyBlocks = try text.blocks(line, needed: StoryBlock.needed)
                try Self.refuseDisorder(of: storyBlocks, in: text, line: line.number)
            case "front": frontBlocks = try text.blocks(line, needed: FrontBlock.needed)
            default: throw text.unknown(line, "a line begins with `story` or `front`")
            }
        }
    }

    private static func refuseDisorder(
        of blocks: [StoryBlock],
        in text: ThemeText,
        line: Int
    ) throws(PressError) {
        for (before, after) in zip(blocks, blocks.dropFirst())
        where before.part.rawValue > after.part.rawValue {
            throw text.refusal("`\(after)` cannot stand after `\(before)`", line: line)
        }
        let order = blocks.filter { StoryBlock.needed.contains($0) }
        for (found, wanted) in zip(order, StoryBlock.needed) where found != wanted {
            throw text.refusal("`\(wanted)` has to stand before `\(found)`", line: line)
        }
    }
}

extension ThemeText {
    /// The blocks that a line names, each once, all that are needed among them.
    fileprivate func blocks<Block: RawRepresentable & Hashable>(
        _ line: Line,
        needed: [Block]
    ) throws(PressError) -> [Block] where Block.RawValue == String {
        var blocks: [Block] = []
        for name in line.rest.split(separator: " ") {
            guard let block = Block(rawValue: String(name)) else {
                throw refusal("there is no such block in a \(line.word) page", line: line.number)
            }
            guard !blocks.contains(block) else {
                throw refusal("`\(block.rawValue)` stands there twice", line: line.number)
            }
            blocks.append(block)
        }
        for block in needed where !blocks.contains(block) {
            throw refusal("`\(block.rawValue)` cannot be left out", line: line.number)
        }
        return blocks
    }
}
