// A counted B-tree over leaves that somebody else owns, each known by its number.
//
// Idea: an inner node holds for each child what it counts (scalars, say), so a place is found by
// walking down and a change is told by walking up. A child knows its *seat*, the place of its count
// in one flat array, so that walking up compares nothing. Nodes split when full and go when empty;
// they are not refilled, as texts grow. Cost: O(log leaves) each way.

/// Where the leaves of a text stand and what they count, one count in each lane.
struct Spine<Counts: SIMD & BitwiseCopyable>: ~Copyable where Counts.Scalar == UInt32 {
    private static var width: Int { 32 }
    private static var none: UInt32 { .max }

    private var counts = Slab<Counts>()
    private var children = Slab<UInt32>()
    private var sizes = Slab<Int>()
    private var nodeSeats = Slab<UInt32>()
    private var leafSeats = Slab<UInt32>()
    private var freeNodes = Slab<UInt32>()
    private var root: UInt32 = 0
    private var height = 1
    /// What all leaves count together.
    private(set) var total = Counts.zero

    /// Makes a spine over the one leaf 0, which counts nothing.
    init() { reset() }

    /// Goes back to the one leaf 0, which counts nothing.
    mutating func reset() {
        counts.truncate(to: 0)
        children.truncate(to: 0)
        sizes.truncate(to: 0)
        nodeSeats.truncate(to: 0)
        leafSeats.truncate(to: 0)
        freeNodes.truncate(to: 0)
        (root, height, total) = (makeNode(), 1, .zero)
        leafSeats.append(0)
        sizes[0] = 1
        children[0] = 0
        counts[0] = .zero
    }

    /// What a leaf counts.
    func counts(of leaf: UInt32) -> Counts { counts[leafSeats[leaf]] }

    /// Changes what a leaf counts; wraps, so that a negative change is the complement.
    @inline(__always)
    mutating func add(_ change: Counts, to leaf: UInt32) {
        total = total &+ change
        var seat = leafSeats[leaf]
        while seat != Self.none {
            counts[seat] = counts[seat] &+ change
            seat = nodeSeats[seat / 32]
        }
    }

    /// The leaf with the unit at `place` by one lane's count, and what is left within it.
    ///
    /// A place at the end belongs to the last leaf.
    @inline(__always)
    func find(_ place: UInt32, lane: Int) -> (leaf: UInt32, rest: UInt32) {
        var rest = place
        var node = root
        for _ in 0..<height {
            var seat = Int(node) * Self.width
            let last = seat + sizes[node] - 1
            while seat < last {
                let count = counts[seat][lane]
                if rest < count { break }
                rest -= count
                seat += 1
            }
            node = children[seat]
        }
        return (node, rest)
    }

    /// What stands before a leaf.
    func counts(before leaf: UInt32) -> Counts {
        var before = Counts.zero
        var seat = leafSeats[leaf]
        while seat != Self.none {
            for earlier in (Int(seat / 32) * Self.width)..<Int(seat) {
                before = before &+ counts[earlier]
            }
            seat = nodeSeats[seat / 32]
        }
        return before
    }

    /// Whether one of two different leaves stands before the other.
    func stands(_ first: UInt32, before second: UInt32) -> Bool {
        var (one, other) = (leafSeats[first], leafSeats[second])
        while one / 32 != other / 32 {
            (one, other) = (nodeSeats[one / 32], nodeSeats[other / 32])
        }
        return one < other
    }

    /// Places a new leaf that counts nothing after another; new numbers come one by one.
    mutating func insert(_ leaf: UInt32, after other: UInt32) {
        if Int(leaf) == leafSeats.count { leafSeats.append(Self.none) }
        let seat = roomAfter(leafSeats[other]) { $0.leafSeats[other] }
        settle(leaf, at: seat, isLeaf: true)
    }

    /// Takes a leaf out that counts nothing; one leaf always stays.
    mutating func remove(_ leaf: UInt32) {
        var seat = leafSeats[leaf]
        var isLeaf = true
        while true {
            let node = seat / 32
            close(seat, isLeaf: isLeaf)
            guard sizes[node] == 0, node != root else { return }
            freeNodes.append(node)
            seat = nodeSeats[node]
            isLeaf = false
        }
    }

    /// Traps where counts and seats contradict each other.
    func checkInvariants() {
        precondition(counts(in: root, height: height) == total)
        precondition(nodeSeats[root] == Self.none)
    }

    private func counts(in node: UInt32, height: Int) -> Counts {
        var sum = Counts.zero
        for slot in 0..<sizes[node] {
            let seat = Int(node) * Self.width + slot
            let child = children[seat]
            if height == 1 {
                precondition(leafSeats[child] == UInt32(seat))
            } else {
                precondition(nodeSeats[child] == UInt32(seat))
                precondition(sizes[child] > 0)
                precondition(counts(in: child, height: height - 1) == counts[seat])
            }
            sum = sum &+ counts[seat]
        }
        return sum
    }
}

extension Spine {
    private mutating func makeNode() -> UInt32 {
        if freeNodes.count > 0 {
            let node = freeNodes[freeNodes.count - 1]
            freeNodes.truncate(to: freeNodes.count - 1)
            sizes[node] = 0
            nodeSeats[node] = Self.none
            return node
        }
        counts.append(repeating: .zero, count: Self.width)
        children.append(repeating: 0, count: Self.width)
        sizes.append(0)
        nodeSeats.append(Self.none)
        return UInt32(sizes.count - 1)
    }

    /// The seat after one, in a node with room; `again` finds the one anew when the node has split.
    private mutating func roomAfter(
        _ seat: UInt32,
        again: (borrowing Spine) -> UInt32
    ) -> UInt32 {
        guard sizes[seat / 32] == Self.width else { return seat + 1 }
        split(seat / 32)
        return again(self) + 1
    }

    /// Puts a child into a seat and moves those behind up by one.
    private mutating func settle(_ child: UInt32, at seat: UInt32, isLeaf: Bool) {
        let node = seat / 32
        let end = Int(node) * Self.width + sizes[node]
        counts.move(Int(seat)..<end, to: Int(seat) + 1)
        children.move(Int(seat)..<end, to: Int(seat) + 1)
        counts[seat] = .zero
        children[seat] = child
        sizes[node] += 1
        reseat(Int(seat)...end, isLeaf: isLeaf)
    }

    /// Takes a seat away and moves those behind down by one.
    private mutating func close(_ seat: UInt32, isLeaf: Bool) {
        let node = seat / 32
        let end = Int(node) * Self.width + sizes[node]
        counts.move(Int(seat) + 1..<end, to: Int(seat))
        children.move(Int(seat) + 1..<end, to: Int(seat))
        sizes[node] -= 1
        if Int(seat) < end - 1 { reseat(Int(seat)...(end - 2), isLeaf: isLeaf) }
    }

    private mutating func reseat(_ seats: ClosedRange<Int>, isLeaf: Bool) {
        for seat in seats {
            if isLeaf {
                leafSeats[children[seat]] = UInt32(seat)
            } else {
                nodeSeats[children[seat]] = UInt32(seat)
            }
        }
    }

    /// Moves the upper half of a full node into a new one behind it.
    @inline(never)
    private mutating func split(_ node: UInt32) {
        let isLowest = isLowest(node)
        if node == root { growRoot() }
        let parent = roomAfter(nodeSeats[node]) { $0.nodeSeats[node] }
        let new = makeNode()
        settle(new, at: parent, isLeaf: false)
        let half = Self.width / 2
        let (from, to) = (Int(node) * Self.width + half, Int(new) * Self.width)
        var moved = Counts.zero
        for slot in 0..<half {
            counts[to + slot] = counts[from + slot]
            children[to + slot] = children[from + slot]
            moved = moved &+ counts[from + slot]
        }
        (sizes[node], sizes[new]) = (half, half)
        reseat(to...(to + half - 1), isLeaf: isLowest)
        counts[nodeSeats[node]] = counts[nodeSeats[node]] &- moved
        counts[nodeSeats[new]] = moved
    }

    /// Whether a node's children are leaves.
    private func isLowest(_ node: UInt32) -> Bool {
        var (depth, seat) = (1, nodeSeats[node])
        while seat != Self.none { (depth, seat) = (depth + 1, nodeSeats[seat / 32]) }
        return depth == height
    }

    private mutating func growRoot() {
        let old = root
        root = makeNode()
        height += 1
        let seat = Int(root) * Self.width
        counts[seat] = total
        children[seat] = old
        sizes[root] = 1
        nodeSeats[old] = UInt32(seat)
    }
}
