import Prose
import TestSupport
import Testing

struct `A version` {
    @Test(arguments: Seeds.smoke, [2, 5])
    func `becomes another by its edits`(seed: UInt64, writers: Int) throws {
        var random = SplitMix64(seed: seed)
        var twin = Twin(writers: writers, isJoining: seed % 2 == 0)
        for _ in 0..<25 { try twin.step(using: &random) }
        let graph = twin.graph
        for _ in 0..<10 {
            let events = (0..<4).map { _ in Int.random(in: 0..<graph.count, using: &random) }
            let versions = [
                graph.reduced(Array(events[..<2])), graph.reduced(Array(events[2...])), [],
                graph.frontier,
            ]
            let old = try #require(versions.randomElement(using: &random))
            let new = try #require(versions.randomElement(using: &random))
            var rope = Rope(graph.text(at: old))
            for edit in graph.edits(from: old, to: new) {
                switch edit {
                case .insert(let text, let place): try rope.insert(text, at: place)
                case .delete(let count, let place): try rope.delete(count, at: place)
                }
            }
            let (text, expected) = (rope.text, graph.text(at: new))
            #expect(text.utf8.elementsEqual(expected.utf8), "seed \(seed), \(old) to \(new)")
        }
    }

    @Test func `tells where deleted text stood`() throws {
        var graph = EventGraph()
        let base = try graph.append(
            [.insert("Hello old world", at: 0)],
            parents: [],
            author: AuthorKey([0])
        )
        let fork: Frontier = [base.upperBound - 1]
        let one = try graph.append(
            [.delete(count: 4, at: 6)],
            parents: fork,
            author: AuthorKey([1])
        )
        let two = try graph.append(
            [.delete(count: 3, at: 6)],
            parents: fork,
            author: AuthorKey([2])
        )
        let gone = graph.deletedText(at: graph.frontier)
        #expect(gone.map(\.text) == ["old", " "])
        #expect(gone.map(\.place) == [6, 6])
        #expect(gone.map(\.deleters) == [[one, two], [one]])
        #expect(gone.map(\.inserted) == [6, 9])
    }
}

struct `An anchor` {
    @Test(arguments: Seeds.smoke)
    func `stays with its scalar`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var twin = Twin(writers: 3)
        for _ in 0..<8 { try twin.step(using: &random) }
        let old = twin.graph.frontier
        let document = twin.graph.document(at: old)
        let anchors = (0..<document.scalarCount).map { place in
            twin.graph.anchor(.before, scalarAt: place, in: old)
        }
        for _ in 0..<8 { try twin.step(using: &random) }
        let new = twin.graph.document(at: twin.graph.frontier)
        let places = places(in: new)
        for (event, anchor) in zip(document.runs.flatMap(\.events), anchors) {
            let anchor = try #require(anchor)
            let found = twin.graph.place(of: anchor, in: twin.graph.frontier)
            switch found {
            case .stands(let place): #expect(places[event] == place, "seed \(seed)")
            case .gone(let place):
                #expect(places[event] == nil, "seed \(seed)")
                #expect((0...new.scalarCount).contains(place), "seed \(seed)")
            case .unknown: Issue.record("seed \(seed): \(event) is unknown")
            }
        }
    }

    private func places(in document: Document) -> [EventIndex: Int] {
        let pairs = document.runs.flatMap { run in
            run.events.enumerated().map { ($1, run.offset + $0) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test func `says when its scalar is gone or yet to come`() throws {
        var graph = EventGraph()
        let key = AuthorKey([7])
        let first = try graph.append([.insert("abc", at: 0)], parents: [], author: key)
        let old = graph.frontier
        let anchor = try #require(graph.anchor(.after, scalarAt: 1, in: old))
        #expect(graph.place(of: anchor, in: old) == .stands(2))
        #expect(graph.place(of: anchor, in: [first.lowerBound]) == .unknown)
        try graph.append([.delete(count: 2, at: 0)], parents: old, author: key)
        #expect(graph.place(of: anchor, in: graph.frontier) == .gone(0))
        #expect(graph.anchor(.before, scalarAt: 3, in: old) == nil)
        #expect(graph.anchor(.before, scalarAt: -1, in: old) == nil)
    }
}

struct `A change that comes again` {
    @Test func `is one change`() throws {
        var graph = EventGraph()
        let edits: [Edit] = [.insert("añb", at: 0), .delete(count: 1, at: 1)]
        let events = try graph.append(edits, parents: [], author: AuthorKey([1]), firstSequence: 0)
        let again = try graph.append(edits, parents: [], author: AuthorKey([1]), firstSequence: 0)
        #expect(again == events)
        #expect(graph.count == 4)
    }

    @Test func `is refused with other content`() throws {
        var graph = EventGraph()
        let key = AuthorKey([1])
        try graph.append([.insert("ab", at: 0)], parents: [], author: key, firstSequence: 0)
        #expect(throws: EventGraphError.duplicate(event: 2, of: 0)) {
            try graph.append([.insert("ac", at: 0)], parents: [], author: key, firstSequence: 0)
        }
        #expect(throws: EventGraphError.duplicate(event: 2, of: 1)) {
            try graph.append([.insert("b", at: 0)], parents: [], author: key, firstSequence: 1)
        }
        #expect(throws: EventGraphError.badSequence(event: 2, sequence: -1)) {
            try graph.append([.insert("b", at: 0)], parents: [], author: key, firstSequence: -1)
        }
        #expect(graph.count == 2)
    }
}
