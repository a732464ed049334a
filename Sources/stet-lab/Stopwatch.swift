import Foundation
import Glibc

/// What repeated runs of one act took.
struct Timings {
    /// Nanoseconds by the wall clock, a run each.
    private(set) var wall: [UInt64] = []
    /// Nanoseconds of this process's processor time, a run each.
    private(set) var processor: [UInt64] = []

    /// The median of processor time, in milliseconds, which a busy machine disturbs less.
    var medianMilliseconds: Double {
        Double(processor.sorted()[processor.count / 2]) / 1e6
    }

    /// Runs an act some times for warming up and then some times by the clock.
    init<Result>(repeating count: Int, warmingUp: Int = 0, _ act: () throws -> Result) rethrows {
        for _ in 0..<warmingUp { _ = try act() }
        for _ in 0..<count {
            let start = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
            let result = try act()
            wall.append(now(CLOCK_MONOTONIC) - start.0)
            processor.append(now(CLOCK_PROCESS_CPUTIME_ID) - start.1)
            withExtendedLifetime(result) {}
        }
    }
}

private func now(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
