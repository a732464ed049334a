import Prose
import TestSupport
import Testing

/// Several people, each with a history of his own, who send each other what they wrote.
private struct Circle {
    var graphs: [EventGraph]
    /// Everything that was ever sent.
    var sent: [[UInt8]] = []

    init(people: Int) { graphs = Array(repeating: EventGraph(), count: people) }

    /// Lets somebody write, or send another what he surely lacks.
    mutating func step(using random: inout SplitMix64) throws {
        let person = Int.random(in: 0..<graphs.count, using: &random)
        guard Int.random(in: 0..<3, using: &random) == 0 else {
            return try write(person, using: &random)
        }
        let other = Int.random(in: 0..<graphs.count, using: &random)
        try send(from: person, to: other)
    }

    mutating func send(from person: Int, to other: Int) throws {
        let names = graphs[other].names(of: graphs[other].frontier)
        let shared = graphs[person].version(of: names)
        sent.append(graphs[person].encoded(since: shared))
        try graphs[other].merge(encoded: sent[sent.count - 1])
        graphs[other].checkInvariants()
    }

    private mutating func write(_ person: Int, using random: inout SplitMix64) throws {
        let frontier = graphs[person].frontier
        let length = graphs[person].length(at: frontier)
        let place = Int.random(in: 0...length, using: &random)
        let count = Int.random(in: 0...min(2, length - place), using: &random)
        let deletion = count > 0 ? [Edit.delete(count: count, at: place)] : []
        let text = ["a", "bc. ", "é", "\u{1F600}d"].randomElement(using: &random) ?? ""
        try graphs[person].append(
            deletion + [.insert(text, at: place)],
            parents: frontier,
            author: AuthorKey([UInt8(person)])
        )
    }

    /// Lets everybody send everybody everything, twice.
    mutating func settle() throws {
        for _ in 0..<2 {
            for person in graphs.indices {
                for other in graphs.indices { try send(from: person, to: other) }
            }
        }
    }
}

extension EventGraph {
    fileprivate var bytes: [UInt8] { Array(text(at: frontier).utf8) }
}

struct `What one sends another` {
    @Test(arguments: Seeds.smoke, [2, 3, 5])
    func `makes one text of all`(seed: UInt64, people: Int) throws {
        var random = SplitMix64(seed: seed)
        var circle = Circle(people: people)
        for _ in 0..<40 { try circle.step(using: &random) }
        try circle.settle()
        let first = circle.graphs[0]
        for graph in circle.graphs {
            #expect(graph.bytes == first.bytes, "seed \(seed)")
            #expect(graph.count == first.count, "seed \(seed)")
            let names = Set(graph.names(of: graph.frontier))
            #expect(names == Set(first.names(of: first.frontier)), "seed \(seed)")
        }
    }

    @Test(arguments: Seeds.smoke)
    func `gives the same in any order and however often`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var circle = Circle(people: 3)
        for _ in 0..<40 { try circle.step(using: &random) }
        try circle.settle()
        var late = EventGraph()
        var waiting = circle.sent.shuffled(using: &random)
        while !waiting.isEmpty {
            // What lacks its past waits for it; each round brings some of it.
            let before = waiting.count
            waiting = waiting.filter { bytes in (try? late.merge(encoded: bytes)) == nil }
            try #require(waiting.count < before, "seed \(seed)")
        }
        #expect(late.bytes == circle.graphs[0].bytes, "seed \(seed)")
        for bytes in circle.sent {
            #expect(try late.merge(encoded: bytes).isEmpty, "seed \(seed)")
        }
    }

    @Test(arguments: Seeds.smoke)
    func `may be a whole history`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var twin = Twin(writers: 3, isJoining: seed % 2 == 0)
        for _ in 0..<25 { try twin.step(using: &random) }
        let whole = twin.graph
        for bytes in [whole.encoded(), whole.encoded(withText: true), whole.encoded(since: [])] {
            var copy = EventGraph()
            #expect(try copy.merge(encoded: bytes) == 0..<whole.count, "seed \(seed)")
            copy.checkInvariants()
            #expect(copy.encoded() == whole.encoded(), "seed \(seed)")
            #expect(try copy.merge(encoded: bytes).isEmpty, "seed \(seed)")
        }
    }

    @Test(arguments: Seeds.smoke)
    func `is refused or merged when bytes change, never trapped on`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var circle = Circle(people: 2)
        for _ in 0..<20 { try circle.step(using: &random) }
        let graph = circle.graphs[0]
        let names = circle.graphs[1].names(of: circle.graphs[1].frontier)
        let bytes = graph.encoded(since: graph.version(of: names))
        for _ in 0..<200 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 5..<mutated.count, using: &random)
                mutated[place] = UInt8.random(in: 0...255, using: &random)
            }
            var other = circle.graphs[1]
            let before = other.count
            do {
                try other.merge(encoded: mutated)
            } catch {
                #expect(other.count == before, "seed \(seed)")
                #expect(other.frontier == circle.graphs[1].frontier, "seed \(seed)")
            }
            other.checkInvariants()
        }
    }

    @Test func `is refused wherever it is cut`() throws {
        var random = SplitMix64(seed: 5)
        var circle = Circle(people: 2)
        for _ in 0..<30 { try circle.step(using: &random) }
        let graph = circle.graphs[0]
        let bytes = graph.encoded(since: [])
        for count in bytes.indices {
            var other = EventGraph()
            #expect(throws: EncodingError.self, "cut at \(count)") {
                try other.merge(encoded: Array(bytes[..<count]))
            }
            #expect(other.count == 0)
        }
    }

    @Test func `is refused without its past, and where one name means two things`() throws {
        let key = AuthorKey([7])
        var graph = EventGraph()
        try graph.append([.insert("abc", at: 0)], parents: [], author: key)
        let rest = graph.encoded(since: [1])
        var empty = EventGraph()
        #expect(throws: EncodingError.unknownPast(EventName(author: key, sequence: 1))) {
            try empty.merge(encoded: rest)
        }
        var other = EventGraph()
        try other.append([.insert("abX", at: 0)], parents: [], author: key)
        #expect(throws: EncodingError.badEvent(.duplicate(event: 3, of: 2))) {
            try other.merge(encoded: rest)
        }
        #expect(other.text(at: other.frontier) == "abX")
        #expect(throws: EncodingError.nonsense(at: 5, what: "a part of a history, not all of it")) {
            try EventGraph(encoded: rest)
        }
        #expect(
            EncodingError.unknownPast(EventName(author: key, sequence: 1)).description
                == "encoded changes follow event 1 of an author, which is not here"
        )
    }

    @Test func `is small`() throws {
        var graph = EventGraph()
        let text = String(repeating: "A long story with many words. ", count: 200)
        try graph.append([.insert(text, at: 0)], parents: [], author: AuthorKey([1]))
        let before = graph.frontier
        try graph.append([.insert("word", at: 99)], parents: before, author: AuthorKey([2]))
        #expect(graph.encoded(since: before).count < 100)
    }
}
