/// A walk over steps from two versions towards the past, latest step first, until both have met.
///
/// Steps to come to are bits, so that the latest is found at once, and what waits costs nothing.
struct StepWalk: ~Copyable {
    /// The versions that have a step.
    enum Side: UInt8 {
        case old = 1
        case new = 2
        case both = 3
    }

    /// A bit for each step that waits.
    private var waiting = Slab<UInt64>()
    /// For each step that waits the sides it was reached from; 0 for others.
    private var sides = Slab<UInt8>()
    /// The words that may have bits.
    private var words = 0..<0
    /// How many wait that are not of both versions.
    private var open = 0
    /// The steps that only the new version has, latest first.
    private(set) var added = Slab<UInt32>()

    init() {}

    /// Forgets all steps.
    mutating func reset() {
        waiting.truncate(to: 0)
        sides.truncate(to: 0)
        words = 0..<0
        open = 0
    }

    /// Makes room for so many steps.
    mutating func makeRoom(steps: Int) {
        waiting.append(repeating: 0, count: max(0, steps / 64 + 1 - waiting.count))
        sides.append(repeating: 0, count: steps - sides.count)
    }

    /// Starts anew.
    mutating func begin() {
        for index in words where waiting[index] != 0 {
            var word = waiting[index]
            while word != 0 {
                sides[index * 64 + word.trailingZeroBitCount] = 0
                word &= word - 1
            }
            waiting[index] = 0
        }
        words = 0..<0
        added.truncate(to: 0)
        open = 0
    }

    /// Tells of a step that a version has.
    @inline(__always)
    mutating func reach(_ step: UInt32, from side: Side) {
        let known = sides[step]
        let now = known | side.rawValue
        guard now != known else { return }
        sides[step] = now
        if now == Side.both.rawValue {
            if known != 0 { open -= 1 }
        } else {
            open += 1
        }
        guard known == 0 else { return }
        let word = Int(step / 64)
        waiting[word] |= 1 << UInt64(step % 64)
        let isFirst = words.isEmpty
        words = (isFirst ? word : min(words.lowerBound, word))..<max(words.upperBound, word + 1)
    }

    /// The latest step that waits; nil when all that wait are of both versions.
    @inline(__always)
    mutating func next() -> (step: UInt32, side: Side)? {
        guard open > 0 else { return nil }
        var word = words.upperBound - 1
        while waiting[word] == 0 { word -= 1 }
        words = words.lowerBound..<(word + 1)
        let bit = 63 - waiting[word].leadingZeroBitCount
        waiting[word] &= ~(1 << UInt64(bit))
        let step = UInt32(word * 64 + bit)
        let side = sides[step]
        sides[step] = 0
        guard side != Side.both.rawValue else { return (step, .both) }
        open -= 1
        guard side == Side.new.rawValue else { return (step, .old) }
        added.append(step)
        return (step, .new)
    }
}
