// Which words stay: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), and beyond a
// number of changes Cohen's patience: what both sides have once, in the order that both have it.
//
// Idea: a shortest script is what a reader expects, and cheap while little has changed. Where much
// has, words that are rare divide the text into gaps that are compared by themselves; a gap without
// any is shown as replaced. Cost: O((n + m) d) for d changes up to `limit`, O(n log n) to divide.

/// The words that two lists of words share, in order.
struct EditScript {
    /// For each old word whether it stays.
    private(set) var keepsOld: [Bool]
    /// For each new word whether it was there.
    private(set) var keepsNew: [Bool]
    private let old: [UInt32]
    private let new: [UInt32]
    private let limit: Int

    /// Compares two lists, after `fixed` pairs of places that stay, ascending on both sides.
    init(_ old: [UInt32], _ new: [UInt32], fixed: [(old: Range<Int>, new: Range<Int>)], limit: Int)
    {
        (self.old, self.new, self.limit) = (old, new, limit)
        keepsOld = Array(repeating: false, count: old.count)
        keepsNew = Array(repeating: false, count: new.count)
        var (left, right) = (0, 0)
        for pair in fixed {
            compare(left..<pair.old.lowerBound, right..<pair.new.lowerBound)
            for place in pair.old { keepsOld[place] = true }
            for place in pair.new { keepsNew[place] = true }
            (left, right) = (pair.old.upperBound, pair.new.upperBound)
        }
        compare(left..<old.count, right..<new.count)
    }

    /// Gives up single words between two replacements, where `isSlight` says so of them.
    mutating func joinChanges(where isSlight: (UInt32) -> Bool) {
        var (left, right) = (0, 0)
        while true {
            let (removed, added) = (left, right)
            while left < old.count, !keepsOld[left] { left += 1 }
            while right < new.count, !keepsNew[right] { right += 1 }
            guard left < old.count, right < new.count else { return }
            let isAlone =
                removed < left && added < right && left + 1 < old.count && right + 1 < new.count
                && !keepsOld[left + 1] && !keepsNew[right + 1]
            if isAlone, isSlight(old[left]) {
                (keepsOld[left], keepsNew[right]) = (false, false)
            } else {
                (left, right) = (left + 1, right + 1)
            }
        }
    }

    private mutating func compare(_ left: Range<Int>, _ right: Range<Int>) {
        var gaps = [(left, right)]
        while let (left, right) = gaps.popLast() {
            let (left, right) = stripped(left, right)
            guard !left.isEmpty, !right.isEmpty, !keepShortest(left, right) else { continue }
            gaps += divided(left, right)
        }
    }

    /// Keeps what both begin and end with; returns what is between.
    private mutating func stripped(
        _ left: Range<Int>,
        _ right: Range<Int>
    ) -> (Range<Int>, Range<Int>) {
        var (left, right) = (left, right)
        while let first = left.first, let other = right.first, old[first] == new[other] {
            keep(first, other)
            (left, right) = (left.dropFirst(), right.dropFirst())
        }
        while let last = left.last, let other = right.last, old[last] == new[other] {
            keep(last, other)
            (left, right) = (left.dropLast(), right.dropLast())
        }
        return (left, right)
    }

    private mutating func keep(_ left: Int, _ right: Int) {
        (keepsOld[left], keepsNew[right]) = (true, true)
    }

    /// Keeps the words that both sides have once; returns the gaps between them, if any are kept.
    private mutating func divided(
        _ left: Range<Int>,
        _ right: Range<Int>
    ) -> [(Range<Int>, Range<Int>)] {
        let pairs = ascending(pairsOfUnique(old[left], new[right]) { $0 })
        guard !pairs.isEmpty else { return [] }
        var gaps: [(Range<Int>, Range<Int>)] = []
        var (first, other) = (left.lowerBound, right.lowerBound)
        for (one, two) in pairs {
            gaps.append((first..<one, other..<two))
            keep(one, two)
            (first, other) = (one + 1, two + 1)
        }
        return gaps + [(first..<left.upperBound, other..<right.upperBound)]
    }
}

extension EditScript {
    /// Keeps a longest sequence of shared words; false where that takes more changes than `limit`.
    private mutating func keepShortest(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let most = min(limit, left.count + right.count)
        // For each diagonal, shifted to be positive, how many old words it reaches.
        var reach = [Int](repeating: 0, count: 2 * most + 3)
        var rounds: [[Int]] = []
        for changes in 0...most {
            rounds.append(Array(reach[(most + 1 - changes)...(most + 1 + changes)]))
            for diagonal in stride(from: -changes, through: changes, by: 2) {
                let middle = most + 1 + diagonal
                let isDown =
                    diagonal == -changes
                    || (diagonal != changes && reach[middle - 1] < reach[middle + 1])
                var x = isDown ? reach[middle + 1] : reach[middle - 1] + 1
                var y = x - diagonal
                while x < left.count, y < right.count,
                    old[left.lowerBound + x] == new[right.lowerBound + y]
                {
                    (x, y) = (x + 1, y + 1)
                }
                reach[middle] = x
                if x >= left.count, y >= right.count {
                    backtrack(through: rounds, left, right)
                    return true
                }
            }
        }
        return false
    }

    private mutating func backtrack(
        through rounds: [[Int]],
        _ left: Range<Int>,
        _ right: Range<Int>
    ) {
        var (x, y) = (left.count, right.count)
        for (changes, reach) in rounds.enumerated().reversed() {
            // What a diagonal reached in the round before; those beyond it reached nothing.
            func before(_ diagonal: Int) -> Int {
                let place = diagonal + changes
                return reach.indices.contains(place) ? reach[place] : 0
            }
            let diagonal = x - y
            let isDown =
                diagonal == -changes
                || (diagonal != changes && before(diagonal - 1) < before(diagonal + 1))
            let begin =
                changes == 0 ? 0 : isDown ? before(diagonal + 1) : before(diagonal - 1) + 1
            while x > begin, y > begin - diagonal {
                (x, y) = (x - 1, y - 1)
                keep(left.lowerBound + x, right.lowerBound + y)
            }
            guard changes > 0 else { return }
            if isDown { y -= 1 } else { x -= 1 }
        }
    }
}

/// The places of what both sides have exactly once, ascending on the left.
func pairsOfUnique<Side: Collection<Element>, Element, Key: Hashable>(
    _ left: Side,
    _ right: Side,
    by key: (Element) -> Key
) -> [(Side.Index, Side.Index)] {
    var counts: [Key: (left: Int, right: Int, place: Side.Index)] = [:]
    for place in right.indices {
        let known = counts[key(right[place])]
        counts[key(right[place])] = (0, (known?.right ?? 0) + 1, place)
    }
    for place in left.indices { counts[key(left[place])]?.left += 1 }
    return left.indices.compactMap { place in
        guard let found = counts[key(left[place])], found.left == 1, found.right == 1 else {
            return nil
        }
        return (place, found.place)
    }
}

/// A longest choice of pairs that ascends on both sides, in O(n log n).
func ascending<Place: Comparable>(_ pairs: [(Place, Place)]) -> [(Place, Place)] {
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
        }
        if low > 0 { previous[index] = ends[low - 1] }
        if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chosen: [(Place, Place)] = []
    var next = ends.last ?? -1
    while next >= 0 {
        chosen.append(pairs[next])
        next = previous[next]
    }
    return chosen.reversed()
}

/// The choice of pairs that ascends on both sides and weighs most, in O(n log n).
///
/// The pairs ascend on the left. A tree of prefixes (Fenwick 1994) keeps the heaviest choice that
/// ends at or before each place on the right.
func heaviest(_ pairs: [(Int, Int)], weight: (Int) -> Int) -> [(Int, Int)] {
    let places = (pairs.map(\.1).max() ?? -1) + 2
    var best = [(weight: Int, last: Int)](repeating: (0, -1), count: places)
    var previous = [Int](repeating: -1, count: pairs.count)
    var (heaviest, end) = (0, -1)
    for (index, pair) in pairs.enumerated() {
        var before = (weight: 0, last: -1)
        var place = pair.1
        while place > 0 {
            if best[place].weight > before.weight { before = best[place] }
            place -= place & -place
        }
        previous[index] = before.last
        let total = before.weight + weight(pair.0)
        if total >= heaviest { (heaviest, end) = (total, index) }
        place = pair.1 + 1
        while place < places {
            if total >= best[place].weight { best[place] = (total, index) }
            place += place & -place
        }
    }
    var chosen: [(Int, Int)] = []
    while end >= 0 {
        chosen.append(pairs[end])
        end = previous[end]
    }
    return chosen.reversed()
}
