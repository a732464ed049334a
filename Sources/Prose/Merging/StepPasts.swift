/// What each step of a small section has in its past, as bits, so that the way from one version to
/// another is a difference of sets.
struct StepPasts: ~Copyable {
    /// The most steps for which sets of bits are worth their space.
    static var limit: Int { 512 }

    /// The 64-bit words of a set.
    private var words = 1
    /// A set for each step: the step itself and all before it.
    private var pasts = Slab<UInt64>()
    /// The version that the tracker is at.
    private var version = Slab<UInt64>()
    /// The version that it is to move to.
    private var target = Slab<UInt64>()
    /// The words before this one have nothing left to add, those behind it nothing to take back.
    private var word = 0

    init() {}

    /// Starts with some steps, whose parents lie in a slab, at the version without any.
    mutating func reset(_ steps: borrowing Slab<Section.Step>, _ parents: borrowing Slab<UInt32>) {
        words = (steps.count + 63) / 64
        version.truncate(to: 0)
        version.append(repeating: 0, count: words)
        target.truncate(to: 0)
        target.append(repeating: 0, count: words)
        pasts.truncate(to: 0)
        pasts.append(repeating: 0, count: words * steps.count)
        for index in 0..<steps.count {
            let row = index * words
            for place in steps[index].parents.range {
                let other = Int(parents[place]) * words
                for word in 0..<words { pasts[row + word] |= pasts[other + word] }
            }
            pasts[row + index / 64] |= 1 << UInt64(index % 64)
        }
    }

    /// Aims at the version with some heads, which lie in a slab.
    @inline(__always)
    mutating func aim(at heads: Range<UInt32>, of parents: borrowing Slab<UInt32>) {
        for word in 0..<words {
            var set: UInt64 = 0
            for place in heads { set |= pasts[Int(parents[place]) * words + word] }
            target[word] = set
        }
        word = words - 1
    }

    /// Takes back the latest step that the aim lacks; nil when there is none.
    @inline(__always)
    mutating func takeBack() -> Int? {
        while word >= 0 {
            let surplus = version[word] & ~target[word]
            if surplus != 0 {
                let bit = 63 - surplus.leadingZeroBitCount
                version[word] &= ~(1 << UInt64(bit))
                return word * 64 + bit
            }
            word -= 1
        }
        word = 0
        return nil
    }

    /// Adds the first step that only the aim has; nil when there is none.
    ///
    /// Comes after all was taken back.
    @inline(__always)
    mutating func add() -> Int? {
        while word < words {
            let missing = target[word] & ~version[word]
            if missing != 0 {
                let bit = missing.trailingZeroBitCount
                version[word] |= 1 << UInt64(bit)
                return word * 64 + bit
            }
            word += 1
        }
        return nil
    }

    /// Adds a step that was applied at the present version.
    @inline(__always)
    mutating func apply(_ step: Int) { version[step / 64] |= 1 << UInt64(step % 64) }
}
