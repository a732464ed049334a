// Questions of before and after. A change is a run, so whoever has an event of it has all events
// of it before that one; walks go from change to change, never from event to event.

extension EventGraph {
    /// The parents of one event.
    func parents(of event: EventIndex) -> Frontier {
        let index = changes.index(of: UInt32(event))
        guard event == Int(changes.starts[index]) else { return [event - 1] }
        return Frontier(changes.parents(of: index).map(Int.init))
    }

    /// Whether `event` is part of the version `frontier`.
    ///
    /// O(changes after `event`).
    public func isAncestor(_ event: EventIndex, of frontier: Frontier) -> Bool {
        isAncestor(UInt32(event), ofAny: frontier.heads.map { UInt32($0) })
    }

    /// Whether every event of `first` is part of `second`.
    public func isAncestor(_ first: Frontier, of second: Frontier) -> Bool {
        first.heads.allSatisfy { isAncestor($0, of: second) }
    }

    /// The smallest version that contains both.
    public func union(_ first: Frontier, _ second: Frontier) -> Frontier {
        if first == second || second.heads.isEmpty { return first }
        if first.heads.isEmpty { return second }
        return reduced(first.heads + second.heads)
    }

    /// The events among `events` that no other among them follows.
    public func reduced(_ events: [EventIndex]) -> Frontier {
        guard events.count > 1 else { return Frontier(events) }
        let candidates = Set(events).sorted().map { UInt32($0) }
        let maximal = candidates.indices.filter { place in
            !isAncestor(candidates[place], ofAny: Array(candidates[(place + 1)...]))
        }
        return Frontier(maximal.map { Int(candidates[$0]) })
    }

    /// Whether an event is among some later ones or in the past of one.
    private func isAncestor(_ event: UInt32, ofAny events: [UInt32]) -> Bool {
        var walk = Walk(from: events.filter { $0 >= event })
        while let (start, index) = walk.next(in: self) {
            if start <= event { return true }
            for place in changes.parentRange(of: index) where changes.parents[place] >= event {
                walk.add(changes.parents[place])
            }
        }
        return false
    }
}

/// A walk from some events into the past, greatest first, a change at a time.
struct Walk {
    private var waiting: [UInt32] = []
    /// The event at which the change of the last step was entered.
    private(set) var last: UInt32 = 0

    /// Starts at some events.
    init(from events: [UInt32]) { waiting = events.sorted() }

    /// How many events wait, each once.
    var count: Int { waiting.count }

    /// The greatest event that waits.
    var greatest: UInt32? { waiting.last }

    /// Enters the change of the greatest event that waits; returns its first event and its index.
    ///
    /// Other events of the change no longer wait.
    mutating func next(in graph: EventGraph) -> (start: UInt32, index: Int)? {
        guard let event = waiting.popLast() else { return nil }
        last = event
        let index = graph.changes.index(of: event)
        let start = graph.changes.starts[index]
        while let other = waiting.last, other >= start { waiting.removeLast() }
        return (start, index)
    }

    /// Lets events wait that do not wait yet.
    mutating func add(_ events: some Sequence<UInt32>) {
        for event in events { add(event) }
    }

    /// Lets an event wait that does not wait yet.
    mutating func add(_ event: UInt32) {
        var place = waiting.count
        while place > 0, waiting[place - 1] > event { place -= 1 }
        if place > 0, waiting[place - 1] == event { return }
        waiting.insert(event, at: place)
    }
}
