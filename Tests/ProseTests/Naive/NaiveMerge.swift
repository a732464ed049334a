import Prose

// Merging versions: Gentle and Kleppmann, "Collaborative Text Editing with Eg-walker" (EuroSys
// 2025, arXiv 2409.14252), section 3; the order of concurrent inserts is FugueMax of Weidner and
// Kleppmann, "The Art of the Fugue" (arXiv 2305.00583), as in the reference implementation.
//
// Idea: visit the events, parents first. Each speaks of the text its author saw (the prepare
// version): step back over what he had not seen, forward over what he had, and read off where the
// change lands in the text so far. At a critical version, which everything later has seen, nothing
// before it can be stepped over again, so what was deleted there is forgotten. Cost: O(n) for an
// event in a text of n scalars; a run on a text without tombstones needs no search.

/// The text while it is being merged: its scalars, with those that are deleted or not yet there.
struct NaiveMerge {
    /// One scalar ever inserted, by the number of the event that inserted it.
    struct Item {
        var originLeft: EventIndex
        var originRight: EventIndex
        /// In the prepare version: 0 not yet inserted, 1 inserted, 2 and more deleted so often.
        var state: Int
        /// Deleted by an event that is not set aside.
        var isDeleted: Bool
    }

    /// Stands for the edge of the text where an origin is asked for.
    static let edge = -1

    let graph: NaiveGraph
    private let isSetAside: [Bool]
    private(set) var order: [EventIndex] = []
    private(set) var items: [EventIndex: Item] = [:]
    /// The scalar that each delete removes.
    private(set) var targets: [EventIndex: EventIndex] = [:]
    private var version: Frontier = []
    /// How many scalars of `order` are not inserted in the prepare version.
    private var absent = 0

    /// Replays the history of `frontier`, forgetting what was deleted before critical versions
    /// unless `keepsDeleted` asks for everything.
    init(
        replaying graph: NaiveGraph,
        to frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = [],
        keepsDeleted: Bool = false
    ) {
        self.graph = graph
        var marks = [Bool](repeating: false, count: ranges.isEmpty ? 0 : graph.count)
        for range in ranges { for event in range { marks[event] = true } }
        isSetAside = marks
        let history = graph.history(of: frontier)
        let critical = keepsDeleted ? [] : graph.criticalEnds(of: history)
        for (place, run) in history.enumerated() {
            replay(run)
            if critical.contains(place) { forgetDeleted() }
        }
        move(to: frontier)
    }

    /// Scalars of the prepare version.
    var preparedLength: Int { order.count - absent }

    /// Whether the event was set aside: its insert is hidden, its delete hides nothing.
    func isHidden(_ event: EventIndex) -> Bool { !isSetAside.isEmpty && isSetAside[event] }

    private mutating func replay(_ run: Range<EventIndex>) {
        move(to: graph.parents(of: run.lowerBound))
        for event in run {
            if graph.scalars[event] == nil { delete(event) } else { insert(event) }
        }
        version = [run.upperBound - 1]
    }

    private mutating func move(to target: Frontier) {
        guard target != version else { return }
        let (removed, added) = graph.difference(from: version, to: target)
        for run in removed.reversed() { for event in run.reversed() { shift(event, by: -1) } }
        for run in added { for event in run { shift(event, by: 1) } }
        version = target
    }

    private mutating func shift(_ event: EventIndex, by step: Int) {
        let scalar = targets[event] ?? event
        guard let before = items[scalar]?.state else { return }
        items[scalar]?.state = before + step
        absent += (before == 1 ? 1 : 0) - (before + step == 1 ? 1 : 0)
    }

    private mutating func delete(_ event: EventIndex) {
        let index = self.index(ofPrepared: graph.places[event])
        let scalar = order[index]
        items[scalar]?.state += 1
        if !isHidden(event) { items[scalar]?.isDeleted = true }
        targets[event] = scalar
        absent += 1
    }

    /// The place in `order` of the inserted scalar with so many inserted ones before it.
    private func index(ofPrepared place: Int) -> Int {
        guard absent > 0 else { return place }
        var left = place
        for (index, event) in order.enumerated() where isInserted(event) {
            if left == 0 { return index }
            left -= 1
        }
        preconditionFailure("the graph checked that place \(place) is in the text")
    }

    private func isInserted(_ event: EventIndex) -> Bool { items[event]?.state == 1 }

    private mutating func insert(_ event: EventIndex) {
        let place = graph.places[event]
        let start = place == 0 ? 0 : index(ofPrepared: place - 1) + 1
        let left = start == 0 ? Self.edge : order[start - 1]
        let right = order[start...].first { items[$0]?.state != 0 } ?? Self.edge
        items[event] = Item(originLeft: left, originRight: right, state: 1, isDeleted: false)
        order.insert(event, at: landing(of: event, from: start))
    }

    private mutating func forgetDeleted() {
        order.removeAll { event in
            guard let item = items[event], item.state != 1 else { return false }
            guard item.isDeleted else { return false }
            items[event] = nil
            absent -= 1
            return true
        }
    }
}

extension NaiveMerge {
    /// Where an insert lands among concurrent ones at its place (FugueMax).
    ///
    /// Whoever has his left origin further left ends the search; with the same left origin, the
    /// right origins decide, and between equals the author's key.
    private func landing(of event: EventIndex, from start: Int) -> Int {
        guard start < order.count, let item = items[event], items[order[start]]?.state == 0 else {
            return start
        }
        let left = start - 1
        let right = index(of: item.originRight) ?? order.count
        var landing = start
        var isScanning = false
        for scan in start..<order.count {
            guard let other = items[order[scan]], other.state == 0 else { break }
            let otherLeft = index(of: other.originLeft) ?? Self.edge
            if otherLeft < left { break }
            if otherLeft == left {
                let otherRight = index(of: other.originRight) ?? order.count
                if otherRight == right, graph.stands(event, before: order[scan]) { break }
                isScanning = otherRight < right
            }
            if !isScanning { landing = scan + 1 }
        }
        return landing
    }

    /// The place in `order`; nil for an edge of the text and for what was forgotten before it.
    private func index(of event: EventIndex) -> Int? {
        event == Self.edge ? nil : order.firstIndex(of: event)
    }
}

extension NaiveGraph {
    /// Whether one of two concurrent inserts at one place stands first, by author and sequence.
    func stands(_ first: EventIndex, before second: EventIndex) -> Bool {
        let one = changes[changeIndex(of: first)]
        let other = changes[changeIndex(of: second)]
        guard one.author == other.author else { return one.author < other.author }
        return one.firstSequence + first - one.events.lowerBound
            < other.firstSequence + second - other.events.lowerBound
    }

    /// The runs of a history after which everything later has seen all before: places in `runs`.
    func criticalEnds(of runs: [Range<EventIndex>]) -> Set<Int> {
        var ends: Set<Int> = []
        var leastParent = Int.max
        var later: [Int] = Array(repeating: Int.max, count: runs.count)
        for place in runs.indices.reversed() {
            later[place] = leastParent
            let parents = parents(of: runs[place].lowerBound).heads
            leastParent = min(leastParent, parents.first ?? -1)
        }
        var heads: Set<EventIndex> = []
        for (place, run) in runs.enumerated() {
            heads.subtract(parents(of: run.lowerBound).heads)
            heads.insert(run.upperBound - 1)
            if heads.count == 1, later[place] >= run.upperBound - 1 { ends.insert(place) }
        }
        return ends
    }
}
