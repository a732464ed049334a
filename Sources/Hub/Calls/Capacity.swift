import SyncProtocol
import Synchronization

/// So much of something that there is for all calls together, exchanges at work or bytes of bodies:
/// what takes of it gives it back, and what finds too little left comes again later.
package final class Capacity: Sendable {
    private let held = Mutex(0)
    private let limit: Int

    /// Starts with all of it free.
    package init(of limit: Int) { self.limit = limit }

    /// How much is taken.
    package var taken: Int { held.withLock { $0 } }

    /// Does some work while so much is set aside for it.
    ///
    /// - Throws: `SyncError.slowDown` where too little is free now, and what the work throws.
    package func hold<Outcome: Sendable>(
        _ amount: Int = 1,
        while work: () async throws -> Outcome
    ) async throws -> Outcome {
        let isFree = held.withLock { held in
            guard held + amount <= limit else { return false }
            held += amount
            return true
        }
        guard isFree else { throw SyncError.slowDown }
        defer { held.withLock { $0 -= amount } }
        return try await work()
    }
}
