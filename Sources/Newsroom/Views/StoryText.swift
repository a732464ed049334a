package import Prose

/// The history of the text of a story's drafts: every change that was not refused.
///
/// Changes are numbered in order of arrival. It is the same in every view; which of the changes
/// show is the story's business.
struct StoryText: Sendable {
    private(set) var graph = EventGraph()
    private(set) var changes: [TextRecord] = []
    private var numbers: [EntryID: Int] = [:]
    /// The number of the first change that had not seen all before it.
    private(set) var firstConcurrent = Int.max

    /// The number of an entry's change; nil where it has none here.
    func number(of entry: EntryID) -> Int? { numbers[entry] }

    /// The version that contains the changes of these entries; nil where one is not here.
    func version(of entries: [EntryID]) -> TextVersion? {
        var version = TextVersion()
        for entry in entries {
            guard let number = numbers[entry] else { return nil }
            version = union(version, self.version(after: number))
        }
        return version
    }

    /// The version just after a change.
    func version(after number: Int) -> TextVersion {
        let change = changes[number]
        var past = change.past
        past.insert(number)
        return TextVersion(changes: past, frontier: change.end)
    }

    /// The smallest version with all that two versions contain.
    func union(_ first: TextVersion, _ second: TextVersion) -> TextVersion {
        if first.changes == second.changes || second.frontier.heads.isEmpty {
            return TextVersion(
                changes: joined(first.changes, second.changes),
                frontier: first.frontier
            )
        }
        if first.frontier.heads.isEmpty {
            return TextVersion(
                changes: joined(first.changes, second.changes),
                frontier: second.frontier
            )
        }
        if first.changes.isSubset(of: second.changes) { return second }
        if second.changes.isSubset(of: first.changes) { return first }
        return TextVersion(
            changes: joined(first.changes, second.changes),
            frontier: graph.union(first.frontier, second.frontier)
        )
    }

    private func joined(_ first: Past, _ second: Past) -> Past {
        var all = first
        all.formUnion(second)
        return all
    }

    /// Adds the change of an entry to what it had seen.
    ///
    /// - Throws: `EventGraphError` where it does not fit; then nothing changed.
    mutating func append(
        _ change: TextChange,
        of operation: OperationID,
        by author: MemberID,
        to version: TextVersion
    ) throws(EventGraphError) {
        let events = try graph.append(
            change.strokes,
            parents: version.frontier,
            author: AuthorKey(operation.entry.bytes.bytes)
        )
        let number = changes.count
        if !version.changes.isAll(before: number) {
            firstConcurrent = min(firstConcurrent, number)
        }
        changes.append(
            TextRecord(
                operation: operation,
                author: author,
                events: events,
                insertions: change.insertions(from: events.lowerBound),
                end: events.isEmpty ? version.frontier : [events.upperBound - 1],
                past: version.changes
            )
        )
        numbers[operation.entry] = number
    }

    /// Names another author of a change, as the rights of the whole set say.
    mutating func name(_ author: MemberID, asAuthorOf number: Int) {
        changes[number].author = author
    }

    /// The number of the change that inserted or deleted by an event.
    func number(ofEvent event: EventIndex) -> Int? {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].events.upperBound <= event {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < changes.count ? low : nil
    }

    /// Whether no two changes of a version were written without knowing of each other.
    func isSequential(_ version: TextVersion) -> Bool {
        version.changes.end <= firstConcurrent
    }

    /// The changes of a version that no other of it follows: what a new change names as parents.
    func heads(of version: TextVersion) -> [EntryID] {
        var covered = Past()
        var heads: [EntryID] = []
        for run in version.changes.runs.reversed() {
            for number in run.reversed() where !covered.contains(number) {
                let change = changes[number]
                heads.append(change.operation.entry)
                covered.formUnion(change.past)
                if covered.isAll(before: number) { return heads.sorted() }
            }
        }
        return heads.sorted()
    }
}

/// A version of a story's text: which changes it contains, closed under what they had seen.
package struct TextVersion: Sendable, Hashable {
    /// The numbers of its changes.
    package var changes = Past()
    /// The events that no other of it follows.
    package var frontier: Frontier = []

    /// The version of no changes, or of these.
    package init(changes: Past = Past(), frontier: Frontier = []) {
        self.changes = changes
        self.frontier = frontier
    }
}

/// One text change of a story.
struct TextRecord: Sendable {
    let operation: OperationID
    var author: MemberID
    /// Its events in the story's graph; empty where it changed nothing.
    let events: Range<EventIndex>
    /// The events that insert.
    let insertions: [Range<EventIndex>]
    /// The version after it.
    let end: Frontier
    /// The numbers of the changes that it had seen.
    let past: Past
}

extension TextChange {
    /// The events of it that insert, if its first event has this number.
    fileprivate func insertions(from start: EventIndex) -> [Range<EventIndex>] {
        var next = start
        var ranges: [Range<EventIndex>] = []
        for edit in edits {
            switch edit {
            case .insert(let text, _):
                let count = text.unicodeScalars.count
                ranges.append(next..<(next + count))
                next += count
            case .delete(let count, _): next += count
            }
        }
        return ranges
    }

    /// The edits as Prose takes them.
    var strokes: [Edit] {
        edits.map { edit in
            switch edit {
            case .insert(let text, let place): .insert(text, at: place)
            case .delete(let count, let place): .delete(count: count, at: place)
            }
        }
    }
}
