import Prose
import TestSupport
import Testing

/// One change of a random history, by the places of its parents in the history.
private struct Step {
    let edits: [Edit]
    let parents: [Int]
    let author: AuthorKey
}

/// Several writers who sometimes merge; each change has a key of its own.
private func history(of count: Int, seed: UInt64) throws -> [Step] {
    var random = SplitMix64(seed: seed)
    var graph = EventGraph()
    var ends: [Frontier] = []
    var tips: [[Int]] = [[], [], []]
    var steps: [Step] = []
    for number in 0..<count {
        let writer = Int.random(in: 0..<3, using: &random)
        if Int.random(in: 0..<3, using: &random) == 0 {
            tips[writer] += tips[Int.random(in: 0..<3, using: &random)]
        }
        let parents = tips[writer].reduce(Frontier([])) { graph.union($0, ends[$1]) }
        let length = graph.length(at: parents)
        let place = Int.random(in: 0...length, using: &random)
        let isDelete = place < length && Bool.random(using: &random)
        let edit: Edit =
            isDelete ? .delete(count: 1, at: place) : .insert("é\(number % 10)", at: place)
        let step = Step(edits: [edit], parents: tips[writer], author: AuthorKey([UInt8(number)]))
        let events = try graph.append(step.edits, parents: parents, author: step.author)
        ends.append([events.upperBound - 1])
        steps.append(step)
        tips[writer] = [number]
    }
    return steps
}

/// Adds the steps in an order that brings parents first; returns the text.
private func text(of steps: [Step], in order: [Int]) throws -> String {
    var graph = EventGraph()
    var ends: [Int: Frontier] = [:]
    for number in order {
        let known = try steps[number].parents.map { try #require(ends[$0]) }
        let parents = known.reduce(Frontier([])) { graph.union($0, $1) }
        let step = steps[number]
        let events = try graph.append(step.edits, parents: parents, author: step.author)
        ends[number] = [events.upperBound - 1]
        graph.checkInvariants()
    }
    return graph.document(at: graph.frontier).text
}

/// A random order in which each step comes after its parents.
private func arrival(of steps: [Step], using random: inout SplitMix64) -> [Int] {
    var waiting = Set(steps.indices)
    var order: [Int] = []
    while !waiting.isEmpty {
        let ready = waiting.filter { steps[$0].parents.allSatisfy { !waiting.contains($0) } }
        guard let next = ready.sorted().randomElement(using: &random) else { break }
        order.append(next)
        waiting.remove(next)
    }
    return order
}

struct `A merged text` {
    @Test(arguments: UInt64(0)..<12)
    func `is the same for every order of arrival`(seed: UInt64) throws {
        let steps = try history(of: 60, seed: seed)
        var random = SplitMix64(seed: seed ^ 0xabcd)
        let expected = try text(of: steps, in: Array(steps.indices))
        for _ in 0..<4 {
            let order = arrival(of: steps, using: &random)
            #expect(try text(of: steps, in: order) == expected, "seed \(seed)")
        }
    }

    @Test func `keeps both sides of a concurrent change`() throws {
        var graph = EventGraph()
        let base = try graph.append([.insert("ac", at: 0)], parents: [], author: AuthorKey([0]))
        let fork: Frontier = [base.upperBound - 1]
        try graph.append([.insert("b", at: 1)], parents: fork, author: AuthorKey([1]))
        try graph.append([.delete(count: 1, at: 0)], parents: fork, author: AuthorKey([2]))
        #expect(graph.document(at: graph.frontier).text == "bc")
    }

    @Test func `hides what is set aside and nothing else`() throws {
        var graph = EventGraph()
        let first = try graph.append([.insert("abc", at: 0)], parents: [], author: AuthorKey([0]))
        let second = try graph.append(
            [.insert("X", at: 1), .delete(count: 1, at: 2)],
            parents: [first.upperBound - 1],
            author: AuthorKey([1])
        )
        try graph.append(
            [.insert("!", at: 3)],
            parents: [second.upperBound - 1],
            author: AuthorKey([0])
        )
        #expect(graph.document(at: graph.frontier).text == "aXc!")
        #expect(graph.document(at: graph.frontier, settingAside: [second]).text == "abc!")
    }
}

struct `An event graph` {
    @Test func `refuses what does not fit and stays as it was`() throws {
        var graph = EventGraph()
        let key = AuthorKey([0])
        try graph.append([.insert("ab", at: 0)], parents: [], author: key)
        #expect(throws: EventGraphError.beyondText(event: 2, place: 3, length: 2)) {
            try graph.append([.insert("x", at: 3)], parents: [1], author: key)
        }
        #expect(throws: EventGraphError.beyondText(event: 2, place: 1, length: 2)) {
            try graph.append([.delete(count: Int.max, at: 1)], parents: [1], author: key)
        }
        #expect(throws: EventGraphError.unknownParent(7, count: 2)) {
            try graph.append([.insert("x", at: 0)], parents: [7], author: key)
        }
        #expect(throws: EventGraphError.relatedParents(0, 1)) {
            try graph.append([.insert("x", at: 0)], parents: [0, 1], author: key)
        }
        #expect(graph.count == 2)
        graph.checkInvariants()
    }
}

struct `Reading` {
    @Test func `cuts sentences at marks, closers and paragraphs`() {
        let text = "He said \"no.\" Yes! No end\n\nNext 3.5 times."
        let scalars = Array(text.unicodeScalars)
        let found = sentences(of: text).map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }
        #expect(found == ["He said \"no.\"", "Yes!", "No end", "Next 3.5 times."])
    }
}
