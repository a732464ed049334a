/// The events of a stretch of history that a step ends with, each with its rank.
struct StepMarks: ~Copyable {
    /// Ascending.
    private var events = Slab<UInt32>()

    init() {}

    /// The number of marks.
    var count: Int { events.count }

    /// Forgets all marks.
    mutating func reset() { events.truncate(to: 0) }

    /// The event of a mark, by its rank.
    subscript(rank: Int) -> UInt32 {
        @inline(__always) get { events[rank] }
    }

    /// Marks an event; cheap where marks come nearly in order.
    @inline(__always)
    mutating func insert(_ event: UInt32) {
        if events.count == 0 || events[events.count - 1] < event { return events.append(event) }
        insert(event, at: rank(of: event))
    }

    /// How many marks stand before an event; quick where that is most of them.
    @inline(__always)
    func rank(of event: UInt32) -> UInt32 { rank(of: event, before: events.count) }

    /// The same among the first marks only, behind all of which the event does not stand.
    @inline(__always)
    func rank(of event: UInt32, before end: Int) -> UInt32 {
        var rank = end
        let near = max(end - 8, 0)
        while rank > near {
            if events[rank - 1] < event { return UInt32(rank) }
            rank -= 1
        }
        return search(event, before: near)
    }

    /// Whether an event is marked.
    func contains(_ event: UInt32) -> Bool {
        let rank = rank(of: event)
        return rank < events.count && events[rank] == event
    }

    @inline(never)
    private mutating func insert(_ event: UInt32, at place: UInt32) {
        guard events[place] != event else { return }
        events.append(event)
        events.move(Int(place)..<events.count - 1, to: Int(place) + 1)
        events[place] = event
    }

    /// A binary search.
    @inline(never)
    private func search(_ event: UInt32, before end: Int) -> UInt32 {
        var (low, high) = (0, end)
        while low < high {
            let middle = (low + high) / 2
            if events[middle] < event { low = middle + 1 } else { high = middle }
        }
        return UInt32(low)
    }
}
