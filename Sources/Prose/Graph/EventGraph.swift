/// The history of a text: who inserted and deleted which scalar, knowing of what.
///
/// Each event is one scalar inserted or deleted. Events come in *changes*, runs in which each
/// event follows the one before; only a change's first event has parents of its own. Events are
/// numbered in order of arrival, parents first, so a greater number is never an ancestor of a
/// smaller one.
public struct EventGraph: Sendable {
    var runs = Runs()
    var changes = Changes()
    var text = InsertedText()
    var authors = Authors()
    /// The version that contains every event.
    public internal(set) var frontier: Frontier = []

    /// Makes the empty history of the empty text.
    public init() {}

    /// The number of events.
    public var count: Int { Int(runs.eventCount) }

    /// Adds a change: edits by one author, each seeing what the one before left.
    ///
    /// Places are those of the text at `parents`, in which set-aside inserts are counted and
    /// set-aside deletes have deleted. A change that the graph has already is not added again. On
    /// an error nothing is changed. O(edits) where `parents` is one event; otherwise what is
    /// concurrent at `parents` is merged first, which `HistoryBuilder` spares those who add much.
    ///
    /// - Parameters:
    ///   - edits: what was done, in order.
    ///   - parents: the version that the author saw.
    ///   - author: who did it.
    ///   - firstSequence: the author's own number of the first event; nil goes on from his last.
    /// - Returns: the numbers of the events; empty if no edit does anything.
    /// - Throws: what does not fit, and the number that its event would have had.
    @discardableResult
    public mutating func append(
        _ edits: [Edit],
        parents: Frontier,
        author: AuthorKey,
        firstSequence: Int? = nil
    ) throws(EventGraphError) -> Range<EventIndex> {
        try check(parents)
        if let known = try known(edits, parents, author, firstSequence) { return known }
        let source = Source(parents: parents, author: author, firstSequence: firstSequence)
        return try add(edits, from: source, to: length(at: parents))
    }

    /// Scalars in the text at `frontier`, set-aside inserts included.
    public func length(at frontier: Frontier) -> Int {
        guard let head = frontier.heads.first else { return 0 }
        if frontier.heads.count == 1 { return length(after: head) }
        return mergedLength(at: frontier)
    }

    /// The events of the change at an index.
    func events(ofChange index: Int) -> Range<UInt32> {
        let end = index + 1 < changes.count ? changes.starts[index + 1] : runs.eventCount
        return changes.starts[index]..<end
    }

    /// Traps where the structure contradicts itself.
    public func checkInvariants() {
        precondition(text.scalarCount == Int(runs.insertCount))
        precondition(changes.lengths.count == changes.count)
        for index in 0..<changes.count {
            let (events, parents) = (events(ofChange: index), changes.parents(of: index))
            precondition(!events.isEmpty && parents.allSatisfy { $0 < events.lowerBound })
            precondition(runs.starts[Int(changes.firstRuns[index])] == events.lowerBound)
        }
        precondition(reduced(frontier.heads) == frontier)
    }
}

extension EventGraph {
    /// Refuses parents that are not here or not concurrent.
    func check(_ parents: Frontier) throws(EventGraphError) {
        for parent in parents.heads where !(0..<count).contains(parent) {
            throw .unknownParent(parent, count: count)
        }
        guard parents.heads.count > 1 else { return }
        let maximal = reduced(parents.heads).heads
        if let redundant = parents.heads.first(where: { !maximal.contains($0) }) {
            throw .relatedParents(redundant, maximal[0])
        }
    }

    /// The length after one event, in O(runs of its change behind it).
    private func length(after event: EventIndex) -> Int {
        let index = changes.index(of: UInt32(event))
        let later = UInt32(event + 1)..<events(ofChange: index).upperBound
        var length = Int(changes.lengths[index])
        guard !later.isEmpty else { return length }
        for run in runs.index(of: later.lowerBound)...runs.index(of: later.upperBound - 1) {
            let part = runs.part(run, within: later)
            length += part.kind == .insert ? -Int(part.count) : Int(part.count)
        }
        return length
    }
}
