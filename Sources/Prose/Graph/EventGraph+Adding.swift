// New changes, from a person's edits or from the runs of another graph: checked whole, then added.

/// Where a change comes from.
struct Source {
    /// The version that its author saw.
    let parents: Frontier
    let author: AuthorKey
    /// The author's own number of the first event; nil goes on from his last.
    let firstSequence: Int?
}

extension EventGraph {
    /// Adds a change that is not there, to a text of so many scalars.
    mutating func add(
        _ edits: [Edit],
        from source: Source,
        to length: Int
    ) throws(EventGraphError) -> Range<EventIndex> {
        var cursor = (length: length, event: count)
        for edit in edits { try cursor = self.cursor(cursor, after: edit) }
        return add(from: source, leaving: cursor.length) { graph, joins in
            graph.add(edits, joins: joins)
        }
    }

    /// Adds consecutive events of one change of another graph.
    mutating func add(
        _ events: Range<UInt32>,
        of other: EventGraph,
        from source: Source,
        to length: Int
    ) throws(EventGraphError) -> Range<EventIndex> {
        guard events.count <= Limits.events - count else {
            throw .tooManyEvents(limit: Limits.events)
        }
        let parts = other.runs.indices(of: events).map { other.runs.part($0, within: events) }
        var left = length
        for part in parts {
            let event = count + Int(part.events.lowerBound - events.lowerBound)
            guard part.fits(UInt32(left)) else {
                throw .beyondText(event: event, place: Int(part.place), length: left)
            }
            left += part.kind == .insert ? Int(part.count) : -Int(part.count)
        }
        return add(from: source, leaving: left) { graph, joins in
            graph.add(parts, of: other, joins: joins)
        }
    }

    /// Adds what `write` adds as a change, or lets it prolong the last one.
    private mutating func add(
        from source: Source,
        leaving length: Int,
        _ write: (inout EventGraph, _ joins: Bool) -> Void
    ) -> Range<EventIndex> {
        let (start, firstRun) = (count, runs.count)
        let number = authors.add(source.author)
        let sequence =
            source.firstSequence.map { UInt32($0) } ?? authors.nextSequences[Int(number)]
        let joins = goesOn(from: source.parents, author: number, sequence: sequence)
        write(&self, joins)
        guard count > start else { return start..<start }
        if joins {
            changes.lengths[changes.count - 1] = UInt32(length)
        } else {
            addChange(UInt32(start), firstRun: firstRun, source.parents, number, sequence)
            changes.lengths.append(UInt32(length))
        }
        authors.advance(number, to: sequence + UInt32(count - start))
        let rest = frontier.heads.filter { !source.parents.heads.contains($0) }
        frontier = Frontier(rest + [count - 1])
        return start..<count
    }
}

extension EventGraph {
    /// The text's length and the number of the next event after an edit, which must fit.
    private func cursor(
        _ cursor: (length: Int, event: Int),
        after edit: Edit
    ) throws(EventGraphError) -> (length: Int, event: Int) {
        var (length, event) = cursor
        switch edit {
        case .insert(let text, let place):
            guard (0...length).contains(place) else {
                throw .beyondText(event: event, place: place, length: length)
            }
            let added = text.unicodeScalars.count
            (length, event) = (length + added, event + added)
        case .delete(let removed, let place):
            guard removed > 0 else { throw .emptyDelete(event: event, count: removed) }
            guard place >= 0, place <= length, removed <= length - place else {
                throw .beyondText(event: event, place: place, length: length)
            }
            (length, event) = (length - removed, event + removed)
        }
        guard event <= Limits.events else { throw .tooManyEvents(limit: Limits.events) }
        return (length, event)
    }

    private mutating func add(_ edits: [Edit], joins: Bool) {
        let firstRun = runs.count
        for edit in edits {
            let joins = joins || runs.count > firstRun
            switch edit {
            case .insert(let new, let place):
                let before = text.scalarCount
                text.append(new)
                let added = UInt32(text.scalarCount - before)
                runs.append(.insert, count: added, at: UInt32(place), joins: joins)
            case .delete(let removed, let place):
                runs.append(.delete, count: UInt32(removed), at: UInt32(place), joins: joins)
            }
        }
    }

    private mutating func add(_ parts: [Runs.Run], of other: EventGraph, joins: Bool) {
        let firstRun = runs.count
        for part in parts {
            let joins = joins || runs.count > firstRun
            if part.kind == .insert { text.append(other.text.text(of: part.inserts)) }
            runs.append(part.kind, count: part.count, at: part.place, joins: joins)
        }
    }

    /// Whether new events only prolong the last change.
    private func goesOn(from parents: Frontier, author: UInt32, sequence: UInt32) -> Bool {
        guard let last = changes.authors.indices.last, changes.authors[last] == author else {
            return false
        }
        let written = runs.eventCount - changes.starts[last]
        return parents.heads == [count - 1] && sequence == changes.sequences[last] + written
    }

    private mutating func addChange(
        _ start: UInt32,
        firstRun: Int,
        _ parents: Frontier,
        _ author: UInt32,
        _ sequence: UInt32
    ) {
        for parent in parents.heads { changes.append(parent: UInt32(parent)) }
        changes.append(start: start, firstRun: firstRun, author: author, sequence: sequence)
    }
}

extension Runs.Run {
    /// Whether the run can act on a text of so many scalars.
    @inline(__always)
    func fits(_ length: UInt32) -> Bool {
        kind == .insert ? place <= length : leftmost <= length && count <= length - leftmost
    }
}
