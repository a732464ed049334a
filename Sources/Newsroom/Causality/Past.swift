/// A set of places in an order of arrival, kept as runs: what an entry's author had seen.
///
/// Nearly every entry has seen all that arrived before it, or all but what some others wrote
/// meanwhile; so a past is one run from 0 and perhaps a few more. O(runs) to join two,
/// O(log runs) to ask for a place.
package struct Past: Hashable, Sendable {
    /// All places below this one belong to it.
    private var prefix: Int32 = 0
    /// Further runs, ascending, with gaps between them and after the prefix.
    private var rest: [Range<Int32>] = []

    /// The past of an entry without causes.
    package init() {}

    /// The places of ascending runs.
    package init(runs: [Range<Int>]) {
        for run in runs {
            if run.lowerBound <= 0 {
                prefix = Int32(run.upperBound)
            } else {
                rest.append(Int32(run.lowerBound)..<Int32(run.upperBound))
            }
        }
    }

    /// All places below `end`.
    package init(before end: Int) { prefix = Int32(end) }

    /// Whether the place belongs to it.
    package func contains(_ place: Int) -> Bool {
        if place < prefix { return true }
        guard !rest.isEmpty else { return false }
        let index = runIndex(of: place)
        return index < rest.count && rest[index].lowerBound <= place
    }

    /// Whether it is all places below `end`, and no other.
    package func isAll(before end: Int) -> Bool { rest.isEmpty && prefix == end }

    /// The runs, ascending.
    package var runs: [Range<Int>] {
        let head = prefix > 0 ? [0..<Int(prefix)] : []
        return head + rest.map { Int($0.lowerBound)..<Int($0.upperBound) }
    }

    /// The place after the last; 0 where there is none.
    package var end: Int { Int(rest.last?.upperBound ?? prefix) }

    /// Adds one place.
    package mutating func insert(_ place: Int) {
        guard !contains(place) else { return }
        if place == prefix, rest.first?.lowerBound != prefix + 1 {
            prefix += 1
        } else if place == end, !rest.isEmpty {
            rest[rest.count - 1] = rest[rest.count - 1].lowerBound..<Int32(place + 1)
        } else {
            merge([Int32(place)..<Int32(place + 1)])
        }
    }

    /// Adds all places of another past.
    package mutating func formUnion(_ other: Past) {
        prefix = max(prefix, other.prefix)
        guard !rest.isEmpty || !other.rest.isEmpty else { return }
        if rest.isEmpty, other.rest[0].lowerBound > prefix {
            rest = other.rest
        } else {
            merge(other.rest)
        }
    }

    /// The places that do not belong to `other`, as ascending runs.
    package func subtracting(_ other: Past) -> [Range<Int>] {
        var left: [Range<Int>] = []
        let taken = other.runs
        var next = 0
        for run in runs {
            var start = run.lowerBound
            while next < taken.count, taken[next].upperBound <= start { next += 1 }
            var index = next
            while index < taken.count, taken[index].lowerBound < run.upperBound {
                if taken[index].lowerBound > start { left.append(start..<taken[index].lowerBound) }
                start = max(start, taken[index].upperBound)
                index += 1
            }
            if start < run.upperBound { left.append(start..<run.upperBound) }
        }
        return left
    }

    /// Whether every place of it belongs to `other`.
    package func isSubset(of other: Past) -> Bool { subtracting(other).isEmpty }

    /// The first run that ends after the place.
    private func runIndex(of place: Int) -> Int {
        var (low, high) = (0, rest.count)
        while low < high {
            let middle = (low + high) / 2
            if rest[middle].upperBound > place { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func merge(_ more: [Range<Int32>]) {
        let all = (rest + more).sorted { $0.lowerBound < $1.lowerBound }
        rest.removeAll(keepingCapacity: true)
        for run in all where run.upperBound > prefix {
            if run.lowerBound <= prefix, rest.isEmpty {
                prefix = run.upperBound
            } else if let last = rest.last, run.lowerBound <= last.upperBound {
                let end = max(last.upperBound, run.upperBound)
                rest[rest.count - 1] = last.lowerBound..<end
            } else {
                rest.append(run)
            }
        }
    }
}
