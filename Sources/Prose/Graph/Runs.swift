// Events in runs: a person types or erases many scalars in a row, so one row describes them all.
// Structure of arrays: what a loop needs lies together, 13 bytes a run.

/// The runs of inserts and deletes of a history, in order of events.
struct Runs: Sendable {
    /// What a run does.
    enum Kind: UInt8, Sendable {
        /// Inserts scalars, each behind the one before.
        case insert
        /// Deletes scalars from one place on, as the delete key does.
        case delete
        /// Deletes scalars towards the start, as the backspace key does.
        case backspace
    }

    /// A run, or the part of one that somebody asked for.
    struct Run {
        var kind: Kind
        /// Where the first event acts, in the text that its author saw.
        var place: UInt32
        var events: Range<UInt32>
        /// How many scalars were inserted by earlier events.
        var insertStart: UInt32

        var count: UInt32 { events.upperBound - events.lowerBound }

        /// The insert numbers of an insert's scalars.
        var inserts: Range<UInt32> { insertStart..<(insertStart + count) }

        /// The place of the leftmost scalar concerned.
        var leftmost: UInt32 { kind == .backspace ? place + 1 - count : place }
    }

    private(set) var kinds: [Kind] = []
    private(set) var places: [UInt32] = []
    /// The first event of each run.
    private(set) var starts: [UInt32] = []
    /// How many scalars the runs before each have inserted.
    private(set) var insertStarts: [UInt32] = []
    /// The number of events.
    private(set) var eventCount: UInt32 = 0
    /// The number of scalars ever inserted.
    private(set) var insertCount: UInt32 = 0

    /// The number of runs.
    var count: Int { kinds.count }

    /// The run at an index.
    subscript(index: Int) -> Run {
        let end = index + 1 < starts.count ? starts[index + 1] : eventCount
        return Run(
            kind: kinds[index],
            place: places[index],
            events: starts[index]..<end,
            insertStart: insertStarts[index]
        )
    }

    /// The part of a run that lies within `events`.
    func part(_ index: Int, within events: Range<UInt32>) -> Run {
        var run = self[index]
        let skipped = max(events.lowerBound, run.events.lowerBound) - run.events.lowerBound
        run.events = run.events.clamped(to: events)
        switch run.kind {
        case .insert:
            (run.place, run.insertStart) = (run.place + skipped, run.insertStart + skipped)
        case .delete: break
        case .backspace: run.place -= skipped
        }
        return run
    }

    /// The run that an event belongs to, in O(log runs).
    func index(of event: UInt32) -> Int { starts.lastIndex(upTo: event) }

    /// The runs that some events belong to.
    func indices(of events: Range<UInt32>) -> Range<Int> {
        guard !events.isEmpty else { return 0..<0 }
        return index(of: events.lowerBound)..<(index(of: events.upperBound - 1) + 1)
    }

    /// The event that inserted the scalar with an insert number, in O(log runs).
    func event(inserting number: UInt32) -> UInt32 {
        // Deletes share their number with the insert behind them, which is the last of these.
        let index = insertStarts.lastIndex(upTo: number)
        return starts[index] + number - insertStarts[index]
    }

    /// How many scalars were inserted before an event.
    func inserts(before event: UInt32) -> UInt32 {
        guard event < eventCount else { return insertCount }
        let run = self[index(of: event)]
        return run.insertStart + (run.kind == .insert ? event - run.events.lowerBound : 0)
    }

    /// The same for an event of a run or just behind it, in O(1).
    func inserts(before event: UInt32, in index: Int) -> UInt32 {
        insertStarts[index] + (kinds[index] == .insert ? event - starts[index] : 0)
    }

    /// The last run that starts before an event, looked for from a run on that does.
    func lastIndex(startingBefore event: UInt32, from index: Int) -> Int {
        var index = index
        while index + 1 < starts.count, starts[index + 1] < event { index += 1 }
        return index
    }

    /// Adds a run, or lets the last one grow where `joins` allows it and it goes on there.
    mutating func append(_ kind: Kind, count: UInt32, at place: UInt32, joins: Bool) {
        guard count > 0 else { return }
        if !(joins && goesOn(kind, count: count, at: place)) {
            kinds.append(kind)
            places.append(place)
            starts.append(eventCount)
            insertStarts.append(insertCount)
        }
        eventCount += count
        if kind == .insert { insertCount += count }
    }

    /// Makes room for so many runs.
    mutating func reserve(_ count: Int) {
        kinds.reserveCapacity(count)
        places.reserveCapacity(count)
        starts.reserveCapacity(count)
        insertStarts.reserveCapacity(count)
    }

    private mutating func goesOn(_ kind: Kind, count: UInt32, at place: UInt32) -> Bool {
        guard let last = starts.indices.last else { return false }
        let (lastPlace, length) = (places[last], eventCount - starts[last])
        switch (kinds[last], kind) {
        case (.insert, .insert): return place == lastPlace + length
        case (.delete, .delete) where place == lastPlace: return true
        case (.delete, .delete) where length == 1 && count == 1 && place + 1 == lastPlace:
            kinds[last] = .backspace
            return true
        case (.backspace, .delete): return count == 1 && place + length == lastPlace
        case (.backspace, .backspace): return place + length == lastPlace
        default: return false
        }
    }
}

extension [UInt32] {
    /// The last index with an element of at most `value`, where elements ascend, in O(log count).
    func lastIndex(upTo value: UInt32) -> Int {
        var (low, high) = (0, count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
