import Prose

// Questions of before and after. A change is a run, so whoever has an event of it has all events
// of it before that one; walks go from change to change, never from event to event.

extension NaiveGraph {
    /// The parents of one event.
    func parents(of event: EventIndex) -> Frontier {
        let change = changes[changeIndex(of: event)]
        return event == change.events.lowerBound ? change.parents : [event - 1]
    }

    /// Whether `event` is part of the version `frontier`.
    ///
    /// O(changes after `event`).
    func isAncestor(_ event: EventIndex, of frontier: Frontier) -> Bool {
        var waiting = frontier.heads.filter { $0 >= event }
        var visited: Set<Int> = []
        while let next = waiting.popLast() {
            let index = changeIndex(of: next)
            let change = changes[index]
            if change.events.contains(event) { return true }
            guard visited.insert(index).inserted else { continue }
            waiting += change.parents.heads.filter { $0 >= event }
        }
        return false
    }

    /// Whether every event of `first` is part of `second`.
    func isAncestor(_ first: Frontier, of second: Frontier) -> Bool {
        first.heads.allSatisfy { isAncestor($0, of: second) }
    }

    /// The smallest version that contains both.
    func union(_ first: Frontier, _ second: Frontier) -> Frontier {
        reduced(first.heads + second.heads)
    }

    /// The events among `events` that no other among them follows.
    func reduced(_ events: [EventIndex]) -> Frontier {
        let candidates = Set(events).sorted()
        return Frontier(
            candidates.filter { event in
                let others = candidates.filter { $0 > event }
                return !isAncestor(event, of: Frontier(others))
            }
        )
    }

    /// All events of the version `frontier`, as ascending runs within changes.
    func history(of frontier: Frontier) -> [Range<EventIndex>] {
        difference(from: [], to: frontier).added
    }

    /// What leads from one version to another: events to step back over and events to add.
    ///
    /// Both as ascending runs within changes. O(changes between the versions and their last common one).
    func difference(
        from old: Frontier,
        to new: Frontier
    ) -> (removed: [Range<EventIndex>], added: [Range<EventIndex>]) {
        var walk = DifferenceWalk(graph: self)
        for head in old.heads { walk.reach(head, from: .old) }
        for head in new.heads { walk.reach(head, from: .new) }
        walk.run()
        return (walk.removed.reversed(), walk.added.reversed())
    }
}

/// A walk from two versions towards the past, greatest event first, until both have met.
private struct DifferenceWalk {
    enum Side {
        case old
        case new
        case both
    }

    let graph: NaiveGraph
    private var waiting: [EventIndex: Side] = [:]
    private(set) var removed: [Range<EventIndex>] = []
    private(set) var added: [Range<EventIndex>] = []

    init(graph: NaiveGraph) { self.graph = graph }

    mutating func reach(_ event: EventIndex, from side: Side) {
        let known = waiting[event]
        waiting[event] = known == nil || known == side ? side : .both
    }

    mutating func run() {
        while waiting.values.contains(where: { $0 != .both }), let event = waiting.keys.max(),
            let side = waiting.removeValue(forKey: event)
        {
            step(over: event, side: side)
        }
    }

    /// Takes the run that ends in `event`, down to its start or the next waiting event.
    private mutating func step(over event: EventIndex, side: Side) {
        let change = graph.changes[graph.changeIndex(of: event)]
        let start = max(change.events.lowerBound, (waiting.keys.max() ?? -1) + 1)
        switch side {
        case .old: removed.append(start..<(event + 1))
        case .new: added.append(start..<(event + 1))
        case .both: break
        }
        if start > change.events.lowerBound {
            reach(start - 1, from: side)
        } else {
            for parent in change.parents.heads { reach(parent, from: side) }
        }
    }
}
