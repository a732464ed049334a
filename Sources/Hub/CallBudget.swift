package import Newsroom
import SyncProtocol
import Synchronization

/// Lets each key call 120 times a minute, so that one device that runs wild leaves the hub to the
/// others (ledger.md 10).
package final class CallBudget: Sendable {
    private struct Minute {
        var number: Int64 = 0
        var calls: [DeviceKey: Int] = [:]
    }

    private let minute = Mutex(Minute())
    private static let limit = (calls: 120, keys: 100_000)

    /// Starts with no call.
    package init() {}

    /// Whether another call of a key is answered.
    package func takes(_ key: DeviceKey, at seconds: Int64) -> Bool {
        minute.withLock { minute in
            if minute.number != seconds / 60 { minute = Minute(number: seconds / 60) }
            let calls = minute.calls[key, default: 0]
            let isNew = calls == 0
            guard calls < Self.limit.calls, !isNew || minute.calls.count < Self.limit.keys else {
                return false
            }
            minute.calls[key] = calls + 1
            return true
        }
    }
}

/// Lets so many exchanges be at work at once; each holds what it was sent and what it answers.
package final class ExchangeGate: Sendable {
    private let atWork = Mutex(0)
    private let limit: Int

    /// Opens for so many at once.
    package init(limit: Int = 64) { self.limit = limit }

    /// How many are at work.
    package var count: Int { atWork.withLock { $0 } }

    /// Does some work, unless too much is at work.
    ///
    /// - Throws: `SyncError.slowDown`, and what the work throws.
    package func admit<Outcome: Sendable>(
        _ work: () async throws -> Outcome
    ) async throws -> Outcome {
        let isFree = atWork.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isFree else { throw SyncError.slowDown }
        defer { atWork.withLock { $0 -= 1 } }
        return try await work()
    }
}
