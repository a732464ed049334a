/// The events of a stretch of history that a step ends with, each with its rank.
struct StepMarks: ~Copyable {
    /// Ascending.
    private var events = Slab<UInt32>()

    init() {}

    /// Forgets all marks.
    mutating func reset() { events.truncate(to: 0) }

    /// Marks an event; cheap where marks come nearly in order.
    mutating func insert(_ event: UInt32) {
        guard events.count > 0, events[events.count - 1] >= event else {
            return events.append(event)
        }
        let place = rank(of: event)
        guard events[place] != event else { return }
        events.append(event)
        events.move(Int(place)..<events.count - 1, to: Int(place) + 1)
        events[place] = event
    }

    /// How many marks stand before an event, in O(log marks).
    func rank(of event: UInt32) -> UInt32 {
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if events[middle] < event { low = middle + 1 } else { high = middle }
        }
        return UInt32(low)
    }

    /// The first mark from an event on, which must be there.
    func next(from event: UInt32) -> UInt32 { events[rank(of: event)] }
}
