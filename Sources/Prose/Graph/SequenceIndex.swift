/// Finds events by author and sequence number, for many questions about one graph.
struct SequenceIndex {
    /// Events of one author that follow each other in every way.
    private struct Row {
        let sequence: UInt32
        let event: UInt32
        let count: UInt32

        var sequences: Range<UInt32> { sequence..<(sequence + count) }
    }

    /// The rows of each author, ascending by sequence number.
    private var rows: [[Row]]

    /// Reads a graph, in O(n log n) for n changes.
    init(of graph: EventGraph) {
        rows = Array(repeating: [], count: graph.authors.keys.count)
        for index in 0..<graph.changes.count {
            let events = graph.events(ofChange: index)
            let row = Row(
                sequence: graph.changes.sequences[index],
                event: events.lowerBound,
                count: UInt32(events.count)
            )
            rows[Int(graph.changes.authors[index])].append(row)
        }
        for author in rows.indices { rows[author].sort { $0.sequence < $1.sequence } }
    }

    /// Whether two events have one name.
    var hasDuplicates: Bool {
        rows.contains { rows in
            zip(rows, rows.dropFirst()).contains { $0.sequences.upperBound > $1.sequence }
        }
    }

    /// The event with a sequence number of an author's and those that follow it in the graph.
    ///
    /// Nil for a number that is not there. O(log changes).
    func events(by author: UInt32, from sequence: UInt32) -> Range<UInt32>? {
        guard Int(author) < rows.count else { return nil }
        let place = place(of: sequence, by: author) - 1
        guard place >= 0, rows[Int(author)][place].sequences.contains(sequence) else { return nil }
        let row = rows[Int(author)][place]
        return (row.event + sequence - row.sequence)..<(row.event + row.count)
    }

    /// The first sequence number of an author's from one on that is taken; nil for none.
    func nextTaken(by author: UInt32, from sequence: UInt32) -> UInt32? {
        guard Int(author) < rows.count else { return nil }
        if events(by: author, from: sequence) != nil { return sequence }
        let place = place(of: sequence, by: author)
        return place < rows[Int(author)].count ? rows[Int(author)][place].sequence : nil
    }

    /// Notes new events.
    mutating func add(_ events: Range<UInt32>, by author: UInt32, from sequence: UInt32) {
        while rows.count <= Int(author) { rows.append([]) }
        let row = Row(sequence: sequence, event: events.lowerBound, count: UInt32(events.count))
        rows[Int(author)].insert(row, at: place(of: sequence, by: author))
    }

    /// How many rows of an author begin at a sequence number or before.
    private func place(of sequence: UInt32, by author: UInt32) -> Int {
        let rows = rows[Int(author)]
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].sequence <= sequence { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
