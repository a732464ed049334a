import Prose

/// The history of a text in the plainest form: everything an event of its own, nothing remembered.
///
/// Each event is one scalar inserted or deleted. Events come in *changes*, runs in which each
/// event follows the one before; only a change's first event has parents of its own. Events are
/// numbered in order of arrival, parents first, so a greater number is never an ancestor of a
/// smaller one.
struct NaiveGraph {
    /// One run of events by one author, each following the one before.
    struct Change: Sendable {
        let events: Range<EventIndex>
        let parents: Frontier
        let author: AuthorKey
        let firstSequence: Int
        /// Scalars in the text after the change, set-aside inserts included.
        let length: Int
    }

    private(set) var changes: [Change] = []
    /// For each event the place that it speaks of, in the text its author saw.
    private(set) var places: [Int] = []
    /// For each event the scalar that it inserts; nil for a delete.
    private(set) var scalars: [Unicode.Scalar?] = []
    /// The version that contains every event.
    private(set) var frontier: Frontier = []

    /// Makes the empty history of the empty text.
    init() {}

    /// The number of events.
    var count: Int { places.count }

    /// Adds a change: edits by one author, each seeing what the one before left.
    ///
    /// Places are those of the text at `parents`, in which set-aside inserts are counted and
    /// set-aside deletes have deleted. On an error nothing is changed. O(edits) where `parents`
    /// is the end of one change; otherwise the text at `parents` is merged first.
    ///
    /// - Returns: the numbers of the new events; empty if no edit does anything.
    @discardableResult
    mutating func append(
        _ edits: [Edit],
        parents: Frontier,
        author: AuthorKey,
        firstSequence: Int = 0
    ) -> Range<EventIndex> {
        let strokes = strokes(of: edits, at: parents)
        let events = count..<(count + strokes.places.count)
        guard !events.isEmpty else { return events }
        changes.append(
            Change(
                events: events,
                parents: parents,
                author: author,
                firstSequence: firstSequence,
                length: strokes.length
            )
        )
        places += strokes.places
        scalars += strokes.scalars
        let rest = frontier.heads.filter { !parents.heads.contains($0) }
        frontier = reduced(rest + [events.upperBound - 1])
        return events
    }

    /// Scalars in the text at `frontier`, set-aside inserts included.
    func length(at frontier: Frontier) -> Int {
        guard let head = frontier.heads.first else { return 0 }
        let change = changes[changeIndex(of: head)]
        if frontier.heads.count == 1, head == change.events.upperBound - 1 { return change.length }
        return NaiveMerge(replaying: self, to: frontier).preparedLength
    }

    /// The place in `changes` of the change that `event` belongs to, in O(log changes).
    func changeIndex(of event: EventIndex) -> Int {
        var low = 0
        var high = changes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].events.lowerBound <= event { low = middle } else { high = middle }
        }
        return low
    }

    /// Traps where the structure contradicts itself.
    func checkInvariants() {
        precondition(places.count == scalars.count)
        var end = 0
        for change in changes {
            precondition(change.events.lowerBound == end && !change.events.isEmpty)
            precondition(change.parents.heads.allSatisfy { $0 < end })
            precondition(reduced(change.parents.heads) == change.parents)
            end = change.events.upperBound
        }
        precondition(end == count)
        precondition(reduced(frontier.heads) == frontier)
    }
}

extension NaiveGraph {
    private func strokes(of edits: [Edit], at parents: Frontier) -> NaiveStrokes {
        var strokes = NaiveStrokes(length: length(at: parents))
        for edit in edits {
            switch edit {
            case .insert(let text, let place): strokes.insert(text, at: place)
            case .delete(let count, let place): strokes.delete(count, at: place)
            }
        }
        return strokes
    }
}

/// Edits as one place and one scalar an event.
private struct NaiveStrokes {
    var places: [Int] = []
    var scalars: [Unicode.Scalar?] = []
    /// Scalars in the text after the edits so far.
    var length: Int

    mutating func insert(_ text: String, at place: Int) {
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            places.append(place + offset)
            scalars.append(scalar)
        }
        length += text.unicodeScalars.count
    }

    mutating func delete(_ count: Int, at place: Int) {
        for _ in 0..<count {
            places.append(place)
            scalars.append(nil)
        }
        length -= count
    }
}
