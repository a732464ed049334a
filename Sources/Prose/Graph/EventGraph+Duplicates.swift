// A change that arrives twice is one change; one that takes the place of another is refused.

extension EventGraph {
    /// The events of a change that the graph has already; nil for a new one.
    func known(
        _ edits: [Edit],
        _ parents: Frontier,
        _ author: AuthorKey,
        _ firstSequence: Int?
    ) throws(EventGraphError) -> Range<EventIndex>? {
        guard let firstSequence else { return nil }
        guard (0...Limits.events).contains(firstSequence) else {
            throw .badSequence(event: count, sequence: firstSequence)
        }
        guard let number = authors.number(of: author),
            firstSequence < authors.nextSequences[Int(number)]
        else { return nil }
        let new = strokes(of: edits)
        let sequences = firstSequence..<(firstSequence + Int(new.runs.eventCount))
        guard let known = events(by: number, sequences: sequences) else { return nil }
        guard known.count == sequences.count, hasParents(parents, known.lowerBound),
            strokes(of: known) == new
        else { throw .duplicate(event: count, of: known.lowerBound) }
        return known
    }

    /// The first events of an author whose sequence numbers are among some.
    func events(by author: UInt32, sequences: Range<Int>) -> Range<EventIndex>? {
        for index in 0..<changes.count where changes.authors[index] == author {
            let (events, first) = (events(ofChange: index), Int(changes.sequences[index]))
            let shared = (first..<(first + events.count)).clamped(to: sequences)
            guard !shared.isEmpty else { continue }
            let start = Int(events.lowerBound) + shared.lowerBound - first
            return start..<(start + shared.count)
        }
        return nil
    }

    private func hasParents(_ parents: Frontier, _ event: EventIndex) -> Bool {
        self.parents(of: event) == parents
    }

    /// Edits in the form in which equal ones are equal.
    private func strokes(of edits: [Edit]) -> Strokes {
        var strokes = Strokes()
        for edit in edits {
            switch edit {
            case .insert(let text, let place):
                let count = UInt32(text.unicodeScalars.count)
                strokes.runs.append(.insert, count: count, at: UInt32(clamping: place), joins: true)
                strokes.text += Array(text.utf8)
            case .delete(let count, let place):
                strokes.runs.append(
                    .delete,
                    count: UInt32(clamping: count),
                    at: UInt32(clamping: place),
                    joins: true
                )
            }
        }
        return strokes
    }

    /// What consecutive events of one change did, in the form in which equal acts are equal.
    func strokes(of events: Range<EventIndex>) -> Strokes {
        let events = UInt32(events.lowerBound)..<UInt32(events.upperBound)
        var strokes = Strokes()
        for index in runs.indices(of: events) {
            let part = runs.part(index, within: events)
            strokes.runs.append(part.kind, count: part.count, at: part.place, joins: true)
            guard part.kind == .insert else { continue }
            strokes.text +=
                text.utf8[text.bytes(of: part.inserts)]
        }
        return strokes
    }
}

/// Edits in the form in which equal ones are equal.
struct Strokes: Equatable {
    /// The edits; neighbours that go on from each other are one run.
    var runs = Runs()
    /// What they insert, in UTF-8.
    var text: [UInt8] = []

    static func == (left: Strokes, right: Strokes) -> Bool {
        left.text == right.text && left.runs.kinds == right.runs.kinds
            && left.runs.places == right.runs.places && left.runs.starts == right.runs.starts
            && left.runs.eventCount == right.runs.eventCount
    }
}
