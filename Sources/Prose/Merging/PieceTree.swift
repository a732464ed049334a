// A text as pieces of everything ever inserted, which a scalar's insert number names.
//
// Idea: the scalars themselves do not move while a history is replayed; a piece says where a
// stretch of them lies. Pieces stand in leaves of 32 under a spine that counts scalars, and the
// leaf of the last edit is remembered, as the next one is mostly near. Cost: O(log pieces) an
// edit, less where the author stayed.

/// A text as a sequence of stretches of inserted scalars.
struct PieceTree: ~Copyable {
    /// Scalars that were inserted one after the other.
    struct Piece: BitwiseCopyable {
        /// The insert number of the first.
        var start: UInt32
        var count: UInt32

        var end: UInt32 { start + count }
    }

    private static var width: Int { 32 }
    private static var none: UInt32 { .max }

    private var spine = Spine<SIMD2<UInt32>>()
    private var pieces = Slab<Piece>()
    private var sizes = Slab<Int>()
    private var following = Slab<UInt32>()
    private var preceding = Slab<UInt32>()
    private var free = Slab<UInt32>()
    private var recent: UInt32 = 0
    private var recentStart: UInt32 = 0

    /// Makes the empty text.
    init() { _ = makeLeaf() }

    /// The length in scalars.
    var count: UInt32 { spine.total.x }

    /// Inserts scalars so that the first stands at `place`, which is at most `count`.
    mutating func insert(_ start: UInt32, count: UInt32, at place: UInt32) {
        // The scalar before decides, so that a piece can grow at its end.
        let (leaf, rest) = findWithRoom(place == 0 ? 0 : place - 1)
        spine.add([count, 0], to: leaf)
        let new = Piece(start: start, count: count)
        guard place > 0 else { return put(new, at: 0, in: leaf) }
        let (slot, offset) = slot(of: rest, in: leaf)
        let index = Int(leaf) * Self.width + slot
        if offset + 1 < pieces[index].count {
            cut(index, at: offset + 1, in: leaf)
            put(new, at: slot + 1, in: leaf)
        } else if pieces[index].end == start {
            pieces[index].count += count
        } else {
            put(new, at: slot + 1, in: leaf)
        }
    }

    /// Removes scalars from `place` on, which must be there.
    mutating func delete(_ count: UInt32, at place: UInt32) {
        var left = count
        while left > 0 {
            let (leaf, rest) = findWithRoom(place)
            left -= delete(upTo: left, at: rest, in: leaf)
        }
    }

    /// Visits the pieces in order.
    func visit<Failure: Error>(_ body: (Piece) throws(Failure) -> Void) throws(Failure) {
        var leaf = spine.find(0, lane: 0).leaf
        while leaf != Self.none {
            let first = Int(leaf) * Self.width
            for index in first..<(first + sizes[leaf]) { try body(pieces[index]) }
            leaf = following[leaf]
        }
    }

    /// Traps where the structure contradicts itself.
    func checkInvariants() {
        spine.checkInvariants()
        var (leaf, total) = (spine.find(0, lane: 0).leaf, UInt32(0))
        while leaf != Self.none {
            let first = Int(leaf) * Self.width
            var sum: UInt32 = 0
            for index in first..<(first + sizes[leaf]) {
                precondition(pieces[index].count > 0)
                sum += pieces[index].count
            }
            precondition(sum == spine.counts(of: leaf).x)
            (leaf, total) = (following[leaf], total + sum)
        }
        precondition(total == count)
    }
}

extension PieceTree {
    @inline(__always)
    private mutating func find(_ place: UInt32) -> (leaf: UInt32, rest: UInt32) {
        if place >= recentStart, place - recentStart < spine.counts(of: recent).x {
            return (recent, place - recentStart)
        }
        let found = spine.find(place, lane: 0)
        (recent, recentStart) = (found.leaf, place - found.rest)
        return found
    }

    @inline(__always)
    private func slot(of rest: UInt32, in leaf: UInt32) -> (slot: Int, offset: UInt32) {
        let first = Int(leaf) * Self.width
        var (index, offset) = (first, rest)
        while offset >= pieces[index].count {
            offset -= pieces[index].count
            index += 1
        }
        return (index - first, offset)
    }

    /// The same, in a leaf with room for the two pieces that an edit can add.
    @inline(__always)
    private mutating func findWithRoom(_ place: UInt32) -> (leaf: UInt32, rest: UInt32) {
        let found = find(place)
        guard sizes[found.leaf] + 2 > Self.width else { return found }
        split(found.leaf)
        return find(place)
    }

    /// Removes at most so many scalars within one leaf; returns how many.
    private mutating func delete(upTo limit: UInt32, at rest: UInt32, in leaf: UInt32) -> UInt32 {
        var (slot, offset) = slot(of: rest, in: leaf)
        let first = Int(leaf) * Self.width
        if offset > 0 {
            cut(first + slot, at: offset, in: leaf)
            slot += 1
        }
        var (removed, end) = (UInt32(0), slot)
        while end < sizes[leaf], removed + pieces[first + end].count <= limit {
            removed += pieces[first + end].count
            end += 1
        }
        if end < sizes[leaf], removed < limit {
            pieces[first + end].start += limit - removed
            pieces[first + end].count -= limit - removed
            removed = limit
        }
        spine.add([0 &- removed, 0], to: leaf)
        remove(slot..<end, of: leaf)
        return removed
    }

    private mutating func put(_ piece: Piece, at slot: Int, in leaf: UInt32) {
        let first = Int(leaf) * Self.width
        pieces.move(first + slot..<first + sizes[leaf], to: first + slot + 1)
        pieces[first + slot] = piece
        sizes[leaf] += 1
    }

    /// Makes two pieces of one.
    private mutating func cut(_ index: Int, at offset: UInt32, in leaf: UInt32) {
        let piece = pieces[index]
        let tail = Piece(start: piece.start + offset, count: piece.count - offset)
        pieces[index].count = offset
        put(tail, at: index - Int(leaf) * Self.width + 1, in: leaf)
    }

    private mutating func remove(_ slots: Range<Int>, of leaf: UInt32) {
        guard !slots.isEmpty else { return }
        let first = Int(leaf) * Self.width
        pieces.move(first + slots.upperBound..<first + sizes[leaf], to: first + slots.lowerBound)
        sizes[leaf] -= slots.count
        if sizes[leaf] == 0 { remove(leaf) }
    }

    /// Takes an empty leaf out, unless it is the last.
    private mutating func remove(_ leaf: UInt32) {
        let (before, after) = (preceding[leaf], following[leaf])
        guard before != Self.none || after != Self.none else { return }
        spine.remove(leaf)
        if before != Self.none { following[before] = after }
        if after != Self.none { preceding[after] = before }
        free.append(leaf)
        (recent, recentStart) = (spine.find(0, lane: 0).leaf, 0)
    }

    private mutating func makeLeaf() -> UInt32 {
        if free.count > 0 {
            let leaf = free[free.count - 1]
            free.truncate(to: free.count - 1)
            return leaf
        }
        pieces.append(repeating: Piece(start: 0, count: 0), count: Self.width)
        sizes.append(0)
        following.append(Self.none)
        preceding.append(Self.none)
        return UInt32(sizes.count - 1)
    }

    /// Moves the upper half of a full leaf into a new one behind it.
    @inline(never)
    private mutating func split(_ leaf: UInt32) {
        let new = makeLeaf()
        let (size, half) = (sizes[leaf], sizes[leaf] / 2)
        let (from, to) = (Int(leaf) * Self.width, Int(new) * Self.width)
        var moved: UInt32 = 0
        for slot in half..<size {
            pieces[to + slot - half] = pieces[from + slot]
            moved += pieces[from + slot].count
        }
        (sizes[leaf], sizes[new]) = (half, size - half)
        (preceding[new], following[new]) = (leaf, following[leaf])
        if following[leaf] != Self.none { preceding[following[leaf]] = new }
        following[leaf] = new
        spine.insert(new, after: leaf)
        spine.add([0 &- moved, 0], to: leaf)
        spine.add([moved, 0], to: new)
    }
}
