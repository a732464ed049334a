import Newsroom
import Store
import Synchronization
import TestSupport

/// A clock that stands still until a test turns it.
final class TurnedClock: WallClock {
    private let time: Mutex<Moment>

    init(_ start: Moment) { time = Mutex(start) }

    func now() -> Moment { time.withLock { $0 } }

    func turn(seconds: Int64) {
        time.withLock { $0 = Moment(milliseconds: $0.milliseconds + seconds * 1_000) }
    }
}

/// Random bytes that are the same in every run.
final class SeededBytes: RandomSource {
    private let generator: Mutex<SplitMix64>

    init(seed: UInt64) { generator = Mutex(SplitMix64(seed: seed)) }

    func bytes(_ count: Int) -> [UInt8] {
        generator.withLock { generator in
            (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
    }
}
