import Prose
import Testing

/// Two people who edit one text apart; their overlaps.
private func overlaps(_ text: String, _ first: [Edit], _ second: [Edit]) throws -> [Overlap] {
    var graph = EventGraph()
    let base = try graph.append([.insert(text, at: 0)], parents: [], author: AuthorKey([0]))
    let fork: Frontier = [base.upperBound - 1]
    try graph.append(first, parents: fork, author: AuthorKey([1]))
    try graph.append(second, parents: fork, author: AuthorKey([2]))
    return graph.overlaps(at: graph.frontier)
}

struct `An overlap` {
    @Test func `tells what was there, what each made of it, and what became of it`() throws {
        let found = try overlaps(
            "It rains. The boat leaves at ten. All wait.",
            [.delete(count: 4, at: 14), .insert("ship", at: 14)],
            [.delete(count: 3, at: 29), .insert("eleven", at: 29)]
        )
        let overlap = try #require(found.first)
        #expect(found.count == 1)
        #expect(overlap.base == "The boat leaves at ten.")
        #expect(overlap.firstText == "The ship leaves at ten.")
        #expect(overlap.secondText == "The boat leaves at eleven.")
        #expect(overlap.text == "The ship leaves at eleven.")
        #expect(!overlap.isInSameWords)
    }

    @Test func `may be in the same words`() throws {
        let both = try overlaps(
            "The boat leaves at ten.",
            [.delete(count: 3, at: 19), .insert("nine", at: 19)],
            [.delete(count: 3, at: 19), .insert("eleven", at: 19)]
        )
        #expect(both.map(\.isInSameWords) == [true])
        #expect(both.map(\.text) == ["The boat leaves at nineeleven."])
        let beside = try overlaps(
            "The boat leaves at ten.",
            [.delete(count: 5, at: 3)],
            [.insert("old ", at: 4)]
        )
        #expect(beside.map(\.isInSameWords) == [true])
        #expect(beside.map(\.secondText) == ["The old boat leaves at ten."])
    }

    @Test func `shows a sentence that one deleted and another changed`() throws {
        let found = try overlaps(
            "It rains. All wait.",
            [.delete(count: 9, at: 0)],
            [.insert("often ", at: 3)]
        )
        // What is left of the first sentence is now part of the second.
        #expect(found.map(\.text) == ["often  All wait."])
        #expect(found.map(\.base) == ["It rains. All wait."])
        #expect(found.map(\.firstText) == ["All wait."])
        #expect(found.map(\.secondText) == ["It often rains. All wait."])
    }
}
