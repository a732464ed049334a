// A change with several parents speaks of a text that nobody has merged yet, and whether its places
// are in that text has to be known at once.
//
// Idea: keep the merge of what is concurrent, and let it grow with the graph, so that each change
// costs what it adds. Cost: that of one merge of the whole history, in all.

/// A history to which much is added, such as a long recording, or what another replica sends.
public struct HistoryBuilder: ~Copyable {
    /// The history so far.
    public private(set) var graph: EventGraph
    private var merge = GrowingMerge()

    /// Goes on from a history.
    public init(_ graph: EventGraph = EventGraph()) { self.graph = graph }

    /// Adds a change as `EventGraph.append` does, in near linear time for all of them together.
    @discardableResult
    public mutating func append(
        _ edits: [Edit],
        parents: Frontier,
        author: AuthorKey,
        firstSequence: Int? = nil
    ) throws(EventGraphError) -> Range<EventIndex> {
        try graph.check(parents)
        if let known = try graph.known(edits, parents, author, firstSequence) { return known }
        let source = Source(parents: parents, author: author, firstSequence: firstSequence)
        let events = try graph.add(edits, from: source, to: length(at: parents))
        note(events)
        return events
    }

    /// Adds consecutive events of one change of another graph, which are not here yet.
    mutating func append(
        _ events: Range<UInt32>,
        of other: EventGraph,
        from source: Source
    ) throws(EventGraphError) -> Range<EventIndex> {
        try graph.check(source.parents)
        let length = length(at: source.parents)
        let new = try graph.add(events, of: other, from: source, to: length)
        note(new)
        return new
    }

    private mutating func length(at parents: Frontier) -> Int {
        guard parents.heads.count > 1 else { return graph.length(at: parents) }
        return merge.length(at: parents, of: graph)
    }

    private mutating func note(_ events: Range<EventIndex>) {
        if !events.isEmpty { merge.note(end: UInt32(events.upperBound - 1)) }
    }
}
