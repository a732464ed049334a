import Newsroom
import Store
import Synchronization

// The machine of an invented newsroom. The tests have the like in TestSupport; that knows the hub,
// which would make this program many times as large.

/// Numbers that a seed decides: Vigna's public-domain `splitmix64`.
struct InventedNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Bytes for keys that are the same in each run, and so are nobody's secret.
final class InventedBytes: RandomSource {
    private let numbers: Mutex<InventedNumbers>

    init(seed: UInt64) { numbers = Mutex(InventedNumbers(seed: seed)) }

    /// The next bytes.
    func bytes(_ count: Int) -> [UInt8] {
        numbers.withLock { numbers in
            (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        }
    }
}

/// A clock that stands still.
struct InventedClock: WallClock {
    let time: Moment

    init(now: Moment) { time = now }

    /// Always the same.
    func now() -> Moment { time }
}
