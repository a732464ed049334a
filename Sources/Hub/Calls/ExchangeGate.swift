import SyncProtocol
import Synchronization

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
