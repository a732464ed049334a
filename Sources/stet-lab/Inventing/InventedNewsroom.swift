import Ledger
import Newsroom

/// A newsroom after years, written entry by entry: many stories, some dozens at a time.
struct InventedNewsroom {
    /// How many stories are under way at once.
    private static let atOnce = 24
    private static let years: Int64 = 7 * 365 * 86_400_000

    private let office: InventedOffice
    private let count: Int
    private let words: Int
    private let seed: UInt64
    private var texts: InventedTexts
    private var log: InventedLog
    private var chain = PressChain()
    private var begun = 0
    private var underWay: [InventedStory] = []
    private var time: Moment
    private let pace: Int

    /// Takes who works there, and how many stories of how many words there will be.
    init(stories: Int, words: Int, seed: UInt64, office: InventedOffice, founded: Moment) {
        count = stories
        self.words = words
        self.seed = seed
        self.office = office
        log = office.log
        texts = InventedTexts(seed: seed)
        time = founded
        pace = max(2, Int(Self.years) / (stories * 11))
    }

    /// Whether every story is as far as it gets.
    var isFinished: Bool { begun == count && underWay.isEmpty }

    /// How many entries there are.
    var entryCount: Int { log.count }

    /// When the newest entry was written.
    var end: Moment { time }

    /// At least so many further entries unless it is finished, causes first; each story that came
    /// to rest is shown to `rest`.
    mutating func next(_ size: Int, rest: (InventedStory) throws -> Void) throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        while entries.count < size, !isFinished {
            while underWay.count < Self.atOnce, begun < count { begin() }
            let place = texts.below(underWay.count)
            time = Moment(milliseconds: time.milliseconds + Int64(1 + texts.below(2 * pace)))
            entries += try underWay[place].goOn(&log, &chain, at: time).map(\.bytes)
            guard underWay[place].isAtRest else { continue }
            try rest(underWay[place])
            underWay.swapAt(place, underWay.count - 1)
            underWay.removeLast()
        }
        return entries
    }

    private mutating func begin() {
        defer { begun += 1 }
        let place = (texts.below(office.editors.count), texts.below(office.writers.count))
        let crew = InventedStory.Crew(
            writer: office.writers[place.1],
            colleague: office.editors[(place.0 + 2) % office.editors.count],
            editor: office.editors[place.0],
            sub: office.editors[(place.0 + 1) % office.editors.count],
            publisher: texts.pick(office.publishers),
            press: office.press
        )
        guard let slug = Slug(texts.slug(of: begun)) else { return }
        underWay.append(
            InventedStory(
                slug,
                words: words / 2 + texts.below(words + 1),
                steps: steps(),
                crew: crew,
                texts: InventedTexts(seed: seed &+ UInt64(begun + 1) &* 1_000_003),
                in: office
            )
        )
    }

    /// What will be done with the story that begins: of a hundred some 90 go out; of the newest two
    /// in a hundred, and at least two dozen, most are still being worked on.
    private mutating func steps() -> [InventedStory.Step] {
        var steps: [InventedStory.Step] = [.share, .assign]
        steps.append(texts.below(20) == 0 ? .editTogether : .edit)
        steps += (0..<texts.below(3)).map { _ in .edit }
        if texts.below(2) == 0 { steps.append(.setField) }
        if texts.below(8) == 0 { steps.append(.comment) }
        if texts.below(4) == 0 { steps.append(.save) }
        if begun >= count - max(24, count / 50) {
            if texts.below(8) == 0 { steps.append(.hold) }
            return Array(
                (steps + [.settle, .submit, .clear(.desk)]).prefix(2 + texts.below(steps.count))
            )
        }
        let fate = texts.below(100)
        if fate < 5 { return steps + [.spike] }
        // Settled last: a change after that, beside one of two that met, is a new overlap.
        steps += [.settle, .submit, .clear(.desk), .clear(.subs), .release, .answer]
        let again: [InventedStory.Step] = [
            .edit, .settle, .submit, .clear(.desk), .release, .answer,
        ]
        if fate < 11 { return steps + [.open(.correction), .note] + again }
        if fate < 13 { return steps + [.open(.update), .edit, .edit] }
        return steps
    }
}
