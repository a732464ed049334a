package import Newsroom
package import Store
import Synchronization

/// A clock that stands still but for one second a look, so that two acts never share a time.
package final class FakeClock: WallClock {
    private let time: Mutex<Int64>

    /// Starts at so many milliseconds after 1970 UTC; otherwise on 1 May 2026, 09:00.
    package init(milliseconds: Int64 = 1_777_626_000_000) { time = Mutex(milliseconds) }

    /// The time, one second after the last look.
    package func now() -> Moment {
        time.withLock { time in
            time += 1_000
            return Moment(milliseconds: time)
        }
    }

    /// Lets time pass.
    package func advance(milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// Random bytes that a seed decides: the same keys and ids in each run.
package final class SeededRandom: RandomSource {
    private let generator: Mutex<SplitMix64>

    /// Starts from a seed.
    package init(seed: UInt64) { generator = Mutex(SplitMix64(seed: seed)) }

    /// The next bytes.
    package func bytes(_ count: Int) -> [UInt8] {
        generator.withLock { generator in
            (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
    }
}

extension Surroundings {
    /// A machine whose clock and keys are the same in each run; it keeps so little in memory that
    /// every test meets what lies in an archive.
    package static func fake(seed: UInt64, clock: FakeClock = FakeClock()) -> Surroundings {
        Surroundings(clock: clock, random: SeededRandom(seed: seed), archiveStretch: 3)
    }
}
