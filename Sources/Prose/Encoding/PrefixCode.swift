// Huffman, "A Method for the Construction of Minimum-Redundancy Codes" (1952); canonical, so that
// the lengths alone tell the code. No code is longer than 11 bits, so one look into a table of
// 2,048 places tells the symbol. Longer ones are avoided by evening out the counts and trying again.

/// A code for bytes by which frequent ones take few bits.
struct PrefixCode {
    static let maxBits = 11
    static let mask: UInt64 = 1 << 11 - 1

    /// The bits of each symbol's code; 0 for symbols that do not occur.
    let lengths: [UInt8]

    /// Makes the code for symbols that occur so often; at least two do.
    init(counts: [Int]) {
        var counts = counts
        var lengths = Self.lengths(for: counts)
        while lengths.contains(where: { $0 > Self.maxBits }) {
            counts = counts.map { $0 == 0 ? 0 : $0 / 2 + 1 }
            lengths = Self.lengths(for: counts)
        }
        self.lengths = lengths
    }

    /// Takes lengths that make up a whole code; nil for others.
    init?(lengths: [UInt8]) {
        var space = 0
        for length in lengths where length > 0 {
            guard length <= Self.maxBits else { return nil }
            space += 1 << (Self.maxBits - Int(length))
        }
        guard space == 1 << Self.maxBits else { return nil }
        self.lengths = lengths
    }

    /// The code of each symbol, to be written lowest bit first.
    var codes: [UInt32] {
        // Codes of one length follow each other; the first of a length follows those of the one
        // before, with a bit more.
        var counts = [UInt32](repeating: 0, count: Self.maxBits + 1)
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var next = [UInt32](repeating: 0, count: Self.maxBits + 1)
        for bits in 2...Self.maxBits { next[bits] = (next[bits - 1] + counts[bits - 1]) << 1 }
        return lengths.map { length in
            guard length > 0 else { return 0 }
            defer { next[Int(length)] += 1 }
            return next[Int(length)].reversed(Int(length))
        }
    }

    /// For each possible 11 bits the symbol they start with, and above it the bits of its code.
    var table: [UInt16] {
        let (codes, count) = (codes, 1 << Self.maxBits)
        return unsafe [UInt16](unsafeUninitializedCapacity: count) { table, filled in
            // A whole code covers every place, which both initialisers see to.
            unsafe table.initialize(repeating: 0)
            for symbol in lengths.indices where lengths[symbol] > 0 {
                let bits = Int(lengths[symbol])
                let entry = UInt16(symbol) | UInt16(bits) << 8
                for place in stride(from: Int(codes[symbol]), to: count, by: 1 << bits) {
                    // The stride ends before the last place.
                    unsafe table[place] = entry
                }
            }
            filled = count
        }
    }

    private static func lengths(for counts: [Int]) -> [UInt8] {
        var parents: [Int] = []
        // Leaves by rising count, then inner nodes, which come out by rising count by themselves.
        let leaves = counts.indices.filter { counts[$0] > 0 }
            .sorted { (counts[$0], $0) < (counts[$1], $1) }
        var weights = leaves.map { counts[$0] }
        var (leaf, inner) = (0, leaves.count)
        parents = Array(repeating: 0, count: max(2 * leaves.count - 1, 0))
        for node in leaves.count..<max(2 * leaves.count - 1, leaves.count) {
            var weight = 0
            for _ in 0..<2 {
                let takesLeaf =
                    leaf < leaves.count
                    && (inner >= weights.count || weights[leaf] <= weights[inner])
                let child = takesLeaf ? leaf : inner
                if takesLeaf { leaf += 1 } else { inner += 1 }
                weight += weights[child]
                parents[child] = node
            }
            weights.append(weight)
        }
        var depths = [UInt8](repeating: 0, count: parents.count)
        for node in parents.indices.dropLast().reversed() {
            depths[node] = depths[parents[node]] + 1
        }
        var lengths = [UInt8](repeating: 0, count: counts.count)
        for (place, symbol) in leaves.enumerated() { lengths[symbol] = depths[place] }
        return lengths
    }
}

extension UInt32 {
    /// The lowest bits, at most 16, in reverse order.
    fileprivate func reversed(_ bits: Int) -> UInt32 {
        var result = self
        // Halves, quarters, and so on change sides.
        result = (result & 0x5555) << 1 | (result >> 1) & 0x5555
        result = (result & 0x3333) << 2 | (result >> 2) & 0x3333
        result = (result & 0x0f0f) << 4 | (result >> 4) & 0x0f0f
        result = (result & 0x00ff) << 8 | (result >> 8) & 0x00ff
        return result >> UInt32(16 - bits)
    }
}
