/// The changes of a history, in order of arrival: structure of arrays, a row a change.
struct Changes: Sendable {
    /// The first event of each change.
    private(set) var starts: [UInt32] = []
    /// The run that each change begins with.
    private(set) var firstRuns: [UInt32] = []
    /// Where the parents of each change end in `parents`.
    private(set) var parentEnds: [UInt32] = []
    /// The parents of all changes, one after the other, ascending within a change.
    private(set) var parents: [UInt32] = []
    /// The author of each change, by his number.
    private(set) var authors: [UInt32] = []
    /// The author's own count of events before each change.
    private(set) var sequences: [UInt32] = []
    /// Scalars in the text after each change, set-aside inserts included.
    var lengths: [UInt32] = []

    /// The number of changes.
    var count: Int { starts.count }

    /// The change that an event belongs to, in O(log changes).
    func index(of event: UInt32) -> Int { starts.lastIndex(upTo: event) }

    /// Where the parents of a change lie in `parents`.
    func parentRange(of index: Int) -> Range<Int> {
        Int(index == 0 ? 0 : parentEnds[index - 1])..<Int(parentEnds[index])
    }

    /// The parents of a change, ascending.
    func parents(of index: Int) -> ArraySlice<UInt32> { parents[parentRange(of: index)] }

    /// Whether the parents of a change are these, ascending.
    func hasParents(_ heads: [UInt32], _ index: Int) -> Bool {
        let range = parentRange(of: index)
        guard range.count == heads.count else { return false }
        for (place, parent) in range.enumerated() where heads[place] != parents[parent] {
            return false
        }
        return true
    }

    /// Makes room for so many changes.
    mutating func reserve(_ count: Int, parents parentCount: Int) {
        starts.reserveCapacity(count)
        firstRuns.reserveCapacity(count)
        parentEnds.reserveCapacity(count)
        parents.reserveCapacity(parentCount)
        authors.reserveCapacity(count)
        sequences.reserveCapacity(count)
    }

    /// Adds a parent of the next change; greater ones come later.
    mutating func append(parent: UInt32) { parents.append(parent) }

    /// Adds a change, whose parents are there, without its length.
    mutating func append(start: UInt32, firstRun: Int, author: UInt32, sequence: UInt32) {
        starts.append(start)
        firstRuns.append(UInt32(firstRun))
        parentEnds.append(UInt32(parents.count))
        authors.append(author)
        sequences.append(sequence)
    }
}
