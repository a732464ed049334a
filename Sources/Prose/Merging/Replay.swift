// From a history to its text.
//
// Idea: at a critical version, which everything later has in its past and which has everything
// earlier in its own, nothing before can be stepped over again. So history falls into stretches
// written one after the other, whose edits go straight to the text, and sections of concurrent
// writing in between, which a tracker merges and whose sum then changes the text. Cost: O(log n)
// for a run of sequential history; for sections see there.

/// The replay of a history into a text.
struct Replay: ~Copyable {
    private(set) var text = PieceTree()
    private var section = Section()
    /// The parts of the section that is being collected.
    private var collected: [History.Part] = []
    /// Everything replayed so far, as a version.
    private(set) var heads: [UInt32] = []
    /// For each change that ended, how long the text was.
    private(set) var lengths: [UInt32] = []
    private let aside: SetAside

    /// Makes the replay of nothing so far.
    init(settingAside ranges: [Range<EventIndex>] = []) {
        aside = SetAside(ranges)
    }

    /// Replays a history.
    ///
    /// - Throws: `EventGraphError.beyondText` where a place is not in the text; nowhere else are
    ///   places of decoded history checked.
    mutating func run(_ history: History, of graph: EventGraph) throws(EventGraphError) {
        lengths = Array(repeating: 0, count: graph.changes.count)
        let forks = forks(of: history, in: graph)
        for index in 0..<history.count(in: graph) {
            try take(history.part(index, in: graph), forkedAt: forks[index], of: graph)
        }
        try closeSection(of: graph)
    }
}

extension Replay {
    /// For each part the first event that something later does not have in its past, less one.
    private func forks(of history: History, in graph: EventGraph) -> [Int32] {
        let count = history.count(in: graph)
        var forks = [Int32](repeating: 0, count: count)
        var least = aside.ranges.first.map { Int32($0.lowerBound) - 1 } ?? Int32.max
        for index in (0..<count).reversed() {
            forks[index] = least
            let parents = graph.changes.parentRange(of: history.part(index, in: graph).change)
            let first = parents.isEmpty ? -1 : Int32(graph.changes.parents[parents.lowerBound])
            least = min(least, first)
        }
        return forks
    }

    private mutating func take(
        _ part: History.Part,
        forkedAt fork: Int32,
        of graph: EventGraph
    ) throws(EventGraphError) {
        let seesAll = graph.changes.hasParents(heads, part.change)
        let isAfterAll = seesAll && fork >= Int32(part.events.lowerBound)
        if isAfterAll { try closeSection(of: graph) }
        note(part, seesAll: seesAll, of: graph)
        guard isAfterAll else { return collected.append(part) }
        let end = UInt32(min(Int64(fork) + 1, Int64(part.events.upperBound)))
        try apply(part.events.lowerBound..<end, change: part.change, of: graph)
        if end < part.events.upperBound {
            collected.append(
                History.Part(change: part.change, events: end..<part.events.upperBound)
            )
        } else if end == graph.events(ofChange: part.change).upperBound {
            lengths[part.change] = text.count
        }
    }

    private mutating func note(_ part: History.Part, seesAll: Bool, of graph: EventGraph) {
        if seesAll {
            heads.removeAll(keepingCapacity: true)
        } else {
            for index in graph.changes.parentRange(of: part.change) {
                let parent = graph.changes.parents[index]
                if let place = heads.firstIndex(of: parent) { heads.remove(at: place) }
            }
        }
        heads.append(part.events.upperBound - 1)
    }

    /// Applies events that follow everything so far.
    private mutating func apply(
        _ events: Range<UInt32>,
        change: Int,
        of graph: EventGraph
    ) throws(EventGraphError) {
        var run = Int(graph.changes.firstRuns[change])
        while run < graph.runs.count, graph.runs.starts[run] < events.upperBound {
            let part = graph.runs.part(run, within: events)
            if part.kind == .insert {
                guard part.place <= text.count else { throw part.beyondText(of: text.count) }
                text.insert(part.insertStart, count: part.count, at: part.place)
            } else {
                guard part.leftmost <= text.count, part.count <= text.count - part.leftmost else {
                    throw part.beyondText(of: text.count)
                }
                text.delete(part.count, at: part.leftmost)
            }
            run += 1
        }
    }

    /// Merges the section collected so far and changes the text by its sum.
    private mutating func closeSection(of graph: EventGraph) throws(EventGraphError) {
        guard !collected.isEmpty else { return }
        let plan = Section.Plan(parts: collected[...], length: text.count, aside: aside)
        try section.replay(plan, of: graph, lengths: &lengths)
        collected.removeAll(keepingCapacity: true)
        var place: UInt32 = 0
        let firstInsert = section.firstInsert
        section.tracker.visit { item in
            if item.marks.isDisjoint(with: [.deleted, .hidden]) {
                if item.id < Tracker.base {
                    text.insert(firstInsert + item.id, count: item.count, at: place)
                }
                place += item.count
            } else if item.id >= Tracker.base {
                text.delete(item.count, at: place)
            }
        }
    }
}
