import Prose
import TestSupport
import Testing

/// A random history in both models.
struct Twin {
    var graph = EventGraph()
    var naive = NaiveGraph()
    /// The ranges of events that a random act set aside.
    var aside: [Range<EventIndex>] = []
    /// The edits of each change of the naive model.
    private(set) var edits: [[Edit]] = []
    private var tips: [Frontier]
    /// Whether a writer's changes in a row become one, as each has one key for all of them.
    private let isJoining: Bool

    init(writers: Int, isJoining: Bool = false) {
        tips = Array(repeating: [], count: writers)
        self.isJoining = isJoining
    }

    /// Lets a random writer merge, fork or write.
    mutating func step(using random: inout SplitMix64) throws {
        let writer = Int.random(in: 0..<tips.count, using: &random)
        if Int.random(in: 0..<4, using: &random) == 0 {
            let other = tips[Int.random(in: 0..<tips.count, using: &random)]
            tips[writer] = naive.union(tips[writer], other)
            #expect(graph.union(tips[writer], other) == tips[writer])
        }
        let parents = tips[writer]
        let length = naive.length(at: parents)
        #expect(graph.length(at: parents) == length)
        let edits = someEdits(on: length, using: &random)
        let author = AuthorKey([UInt8(writer)] + (isJoining ? [] : [UInt8(naive.changes.count)]))
        let sequence = naive.count
        let events = naive.append(
            edits,
            parents: parents,
            author: author,
            firstSequence: sequence
        )
        let same = try graph.append(
            edits,
            parents: parents,
            author: author,
            firstSequence: sequence
        )
        #expect(same == events)
        guard !events.isEmpty else { return }
        self.edits.append(edits)
        // Sometimes the next change forks off in the middle of this one.
        let head =
            Bool.random(using: &random)
            ? events.upperBound - 1 : events.randomElement(using: &random)
        tips[writer] = head.map { [$0] } ?? parents
        if Int.random(in: 0..<6, using: &random) == 0 { aside.append(events) }
    }

    private func someEdits(on length: Int, using random: inout SplitMix64) -> [Edit] {
        var (edits, length): ([Edit], Int) = ([], length)
        var place = Int.random(in: 0...length, using: &random)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            place = min(place, length)
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where place < length:
                let count = Int.random(in: 1...min(3, length - place), using: &random)
                edits.append(.delete(count: count, at: place))
                length -= count
            case 1 where place > 0:
                edits.append(.delete(count: 1, at: place - 1))
                (place, length) = (place - 1, length - 1)
            default:
                let text =
                    ["a", "bc ", "é. ", "\u{1F600}", "def", "x.\n\n"].randomElement(using: &random)
                    ?? ""
                edits.append(.insert(text, at: place))
                place += text.unicodeScalars.count
                length += text.unicodeScalars.count
            }
        }
        return edits
    }

    /// Compares everything that both models answer at a version.
    func compare(at frontier: Frontier, _ comment: Comment) {
        let (document, expected) = (graph.document(at: frontier), naive.document(at: frontier))
        #expect(document.text.utf8.elementsEqual(expected.text.utf8), comment)
        let hidden = graph.document(at: frontier, settingAside: aside).text
        let expectedHidden = naive.document(at: frontier, settingAside: aside).text
        #expect(hidden.utf8.elementsEqual(expectedHidden.utf8), comment)
        guard !isJoining else { return }
        #expect(document.runs.map(\.events) == expected.runs.map(\.events), comment)
        #expect(document.runs.map(\.offset) == expected.runs.map(\.offset), comment)
    }
}

struct `The engine and the naive model` {
    @Test(arguments: Seeds.smoke.prefix(Seeds.smoke.count / 2), [2, 3, 8])
    func `give one text at every version`(seed: UInt64, writers: Int) throws {
        var random = SplitMix64(seed: seed)
        var twin = Twin(writers: writers, isJoining: seed % 2 == 0)
        for number in 0..<30 {
            try twin.step(using: &random)
            twin.graph.checkInvariants()
            let comment: Comment = "seed \(seed), step \(number)"
            twin.compare(at: twin.graph.frontier, comment)
            #expect(twin.graph.frontier == twin.naive.frontier, comment)
            let event = Int.random(in: 0..<twin.graph.count, using: &random)
            twin.compare(at: [event], comment)
        }
    }

    @Test(arguments: Seeds.smoke.prefix(Seeds.smoke.count / 2), [2, 4])
    func `find the same overlaps`(seed: UInt64, writers: Int) throws {
        var random = SplitMix64(seed: seed)
        var twin = Twin(writers: writers)
        for number in 0..<20 {
            try twin.step(using: &random)
            let frontier = twin.graph.frontier
            let found = twin.graph.overlaps(at: frontier, settingAside: twin.aside)
            let expected = twin.naive.overlaps(at: frontier, settingAside: twin.aside)
            let comment: Comment = "seed \(seed), step \(number)"
            #expect(found.map(\.first) == expected.map(\.first), comment)
            #expect(found.map(\.second) == expected.map(\.second), comment)
            #expect(found.map(\.sentence) == expected.map(\.sentence), comment)
            #expect(found.map(\.text) == expected.map(\.text), comment)
            #expect(found.map(\.base) == expected.map(\.base), comment)
            #expect(found.map(\.firstText) == expected.map(\.firstText), comment)
            #expect(found.map(\.secondText) == expected.map(\.secondText), comment)
        }
    }
}
