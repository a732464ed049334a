import Foundation
import Prose
import TestSupport
import Testing

/// Every history in which some writers make some edits to "ab", each from what he wrote last or
/// from all there is.
private struct SmallHistories {
    /// One history on the way.
    private struct State {
        var graph = EventGraph()
        var naive = NaiveGraph()
        var tips: [Frontier] = []
        var edits: [Range<EventIndex>] = []
    }

    let writers: Int
    /// Whether each edit in turn is also set aside.
    let hides: Bool
    private(set) var visited = 0

    init(writers: Int, hides: Bool) { (self.writers, self.hides) = (writers, hides) }

    mutating func explore(edits: Int) throws {
        var start = State()
        let base = try append(.insert("ab", at: 0), by: 0, from: [], to: &start)
        start.tips = Array(repeating: [base.upperBound - 1], count: writers)
        try explore(start, left: edits)
    }

    private mutating func explore(_ state: State, left: Int) throws {
        visited += 1
        try compare(state)
        guard left > 0 else { return }
        for writer in 0..<writers {
            for parents in Set([state.tips[writer], state.graph.frontier]) {
                let length = state.naive.length(at: parents)
                #expect(state.graph.length(at: parents) == length)
                for edit in edits(of: length) {
                    var next = state
                    let events = try append(edit, by: writer, from: parents, to: &next)
                    next.tips[writer] = [events.upperBound - 1]
                    next.edits.append(events)
                    try explore(next, left: left - 1)
                }
            }
        }
    }

    private func edits(of length: Int) -> [Edit] {
        let inserts = (0...length).map { Edit.insert("x", at: $0) }
        let deletes = (0..<length).map { Edit.delete(count: 1, at: $0) }
        return inserts + deletes + (length > 1 ? [.delete(count: length, at: 0)] : [])
    }

    private func append(
        _ edit: Edit,
        by writer: Int,
        from parents: Frontier,
        to state: inout State
    ) throws -> Range<EventIndex> {
        var edit = edit
        // Each insert is told apart from the others.
        if case .insert("x", let place) = edit {
            edit = .insert("\(state.naive.changes.count)", at: place)
        }
        let author = AuthorKey([UInt8(writer)])
        let sequence = state.naive.count
        let events = try state.graph.append(
            [edit],
            parents: parents,
            author: author,
            firstSequence: sequence
        )
        state.graph.checkInvariants()
        let expected = state.naive.append(
            [edit],
            parents: parents,
            author: author,
            firstSequence: sequence
        )
        #expect(events == expected)
        return events
    }

    private func compare(_ state: State) throws {
        let frontier = state.graph.frontier
        #expect(frontier == state.naive.frontier)
        let (text, expected) = (state.graph.text(at: frontier), state.naive.document(at: frontier))
        if text != expected.text { Issue.record("\(text), not \(expected.text): \(state.naive)") }
        for edit in hides ? state.edits : [] {
            let shown = state.graph.document(at: frontier, settingAside: [edit]).text
            let expected = state.naive.document(at: frontier, settingAside: [edit]).text
            if shown != expected {
                Issue.record("\(shown), not \(expected), without \(edit): \(state.naive)")
            }
        }
    }
}

struct `Every small history` {
    @Test func `of two writers and three edits merges like the naive model`() throws {
        var all = SmallHistories(writers: 2, hides: true)
        try all.explore(edits: 3)
        #expect(all.visited > 4_000)
    }

    @Test func `of three writers and two edits merges like the naive model`() throws {
        var all = SmallHistories(writers: 3, hides: true)
        try all.explore(edits: 2)
        #expect(all.visited > 300)
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["STET_LONG"] != nil,
            "minutes long; STET_LONG=1 asks for it"
        )
    )
    func `of three writers and four edits merges like the naive model`() throws {
        var all = SmallHistories(writers: 3, hides: false)
        try all.explore(edits: 4)
        #expect(all.visited > 100_000)
    }
}
