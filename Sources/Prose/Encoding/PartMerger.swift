// Changes that come from elsewhere go through the same door as those made here, one by one, so that
// every place and every parent is checked; what is known already is compared instead.

extension EventGraph {
    /// Adds what `encoded(since:)` or `encoded()` of another replica wrote, as far as it is new.
    ///
    /// On an error nothing is changed. Takes at most about 200 times as much memory as there are
    /// bytes. Near linear in what the bytes hold, after a look at each change of this graph.
    ///
    /// - Returns: the numbers of the new events.
    @discardableResult
    public mutating func merge(encoded bytes: [UInt8]) throws(EncodingError) -> Range<EventIndex> {
        let start = count
        let part = try HistoryPart(encoded: bytes)
        var merger = PartMerger(of: part, into: self)
        for change in 0..<part.graph.changes.count { try merger.merge(change) }
        self = merger.builder.graph
        return start..<count
    }
}

extension HistoryPart {
    /// Reads changes, whose places and outside parents are yet to be checked.
    fileprivate init(encoded bytes: [UInt8]) throws(EncodingError) {
        var (reader, flags) = try ByteReader.open(bytes)
        if flags == EncodedHistory.hasSnapshot {
            _ = try reader.readText(upTo: Limits.expansion(of: bytes.count))
        }
        self.init()
        graph = try HistoryDecoder.decode(&reader)
        if flags == EncodedHistory.isPart {
            try readOutside(&reader)
        } else {
            outsideEnds = Array(repeating: 0, count: graph.changes.count)
        }
        try reader.expectEnd()
    }

    private mutating func readOutside(_ reader: inout ByteReader) throws(EncodingError) {
        let place = reader.place
        let limit = Limits.rows(in: reader.bytes.count)
        let counts = try reader.readNumbers(upTo: graph.changes.count)
        let authors = try reader.readNumbers(upTo: limit)
        let sequences = try reader.readNumbers(upTo: limit)
        guard counts.count == graph.changes.count, authors.count == sequences.count,
            authors.allSatisfy({ Int($0) < graph.authors.keys.count }),
            sequences.allSatisfy({ Int($0) <= Limits.events })
        else { throw .nonsense(at: place, what: "outside parents without a name") }
        var end = 0
        for count in counts {
            end += Int(count)
            guard end <= authors.count else {
                throw .nonsense(at: place, what: "outside parents that are not there")
            }
            outsideEnds.append(UInt32(end))
        }
        guard end == authors.count else {
            throw .nonsense(at: place, what: "outside parents of no change")
        }
        outside = Array(zip(authors, sequences).map { (author: $0, sequence: $1) })
    }
}

/// The merge of changes from elsewhere into a graph.
private struct PartMerger: ~Copyable {
    private let part: HistoryPart
    var builder: HistoryBuilder
    private var index: SequenceIndex
    /// The number that each author of the part has in the graph.
    private var authors: [UInt32?]

    init(of part: HistoryPart, into graph: EventGraph) {
        self.part = part
        builder = HistoryBuilder(graph)
        index = SequenceIndex(of: graph)
        authors = part.graph.authors.keys.map(graph.authors.number)
    }

    mutating func merge(_ change: Int) throws(EncodingError) {
        var parents = try parents(of: change)
        var rest = part.graph.range(ofChange: change)
        let author = part.graph.changes.authors[change]
        var sequence = part.graph.changes.sequences[change]
        while !rest.isEmpty, let known = known(author, sequence, atMost: rest.count) {
            try compare(rest.prefix(known.count), with: known, parents)
            parents = [known.upperBound - 1]
            rest = rest.dropFirst(known.count)
            sequence += UInt32(known.count)
        }
        if !rest.isEmpty { try add(rest, parents, author, sequence) }
    }

    /// The events of the graph from a sequence number of a part's author on; nil where it is new.
    private func known(
        _ author: UInt32,
        _ sequence: UInt32,
        atMost limit: Int
    ) -> Range<EventIndex>? {
        guard let number = authors[Int(author)],
            let events = index.events(by: number, from: sequence)
        else { return nil }
        return Int(events.lowerBound)..<(Int(events.lowerBound) + min(events.count, limit))
    }

    private func parents(of change: Int) throws(EncodingError) -> Frontier {
        var heads: [EventIndex] = []
        for parent in part.graph.changes.parents(of: change) {
            let change = part.graph.changes.index(of: parent)
            let sequence =
                part.graph.changes.sequences[change] + parent - part.graph.changes.starts[change]
            heads.append(try event(part.graph.changes.authors[change], sequence))
        }
        for (author, sequence) in part.outside(of: change) {
            heads.append(try event(author, sequence))
        }
        return Frontier(heads)
    }

    private func event(_ author: UInt32, _ sequence: UInt32) throws(EncodingError) -> EventIndex {
        guard let found = known(author, sequence, atMost: 1) else {
            let key = part.graph.authors.keys[Int(author)]
            throw .unknownPast(EventName(author: key, sequence: Int(sequence)))
        }
        return found.lowerBound
    }

    /// Sees to it that known events are what the part says.
    private func compare(
        _ events: Range<EventIndex>,
        with known: Range<EventIndex>,
        _ parents: Frontier
    ) throws(EncodingError) {
        guard builder.graph.parents(of: known.lowerBound) == parents,
            builder.graph.strokes(of: known) == part.graph.strokes(of: events)
        else {
            throw .badEvent(.duplicate(event: builder.graph.count, of: known.lowerBound))
        }
    }

    private mutating func add(
        _ events: Range<EventIndex>,
        _ parents: Frontier,
        _ author: UInt32,
        _ sequence: UInt32
    ) throws(EncodingError) {
        let end = sequence + UInt32(events.count)
        if let number = authors[Int(author)],
            let taken = index.nextTaken(by: number, from: sequence), taken < end,
            let known = index.events(by: number, from: taken)
        {
            throw .badEvent(
                .duplicate(event: builder.graph.count, of: Int(known.lowerBound))
            )
        }
        let key = part.graph.authors.keys[Int(author)]
        let source = Source(parents: parents, author: key, firstSequence: Int(sequence))
        let range = UInt32(events.lowerBound)..<UInt32(events.upperBound)
        let new: Range<EventIndex>
        do {
            new = try builder.append(range, of: part.graph, from: source)
        } catch {
            throw .badEvent(error)
        }
        let number = builder.graph.authors.number(of: key) ?? 0
        authors[Int(author)] = number
        index.add(UInt32(new.lowerBound)..<UInt32(new.upperBound), by: number, from: sequence)
    }
}

extension Range<EventIndex> {
    fileprivate func prefix(_ count: Int) -> Range { lowerBound..<(lowerBound + count) }
    fileprivate func dropFirst(_ count: Int) -> Range { (lowerBound + count)..<upperBound }
}
