import SyncProtocol
import Synchronization

/// Room for the bodies of calls that nobody has checked yet: a signature covers the whole body, so
/// it has to be read before anybody is known, and strangers must not fill the memory with it.
package final class BodyRoom: Sendable {
    private let taken = Mutex(0)
    private let limitBytes: Int

    /// Keeps so much for all calls together.
    package init(limitBytes: Int = 64 << 20) { self.limitBytes = limitBytes }

    /// Does some work while so many bytes are set aside for it.
    ///
    /// - Throws: `SyncError.slowDown` where there is no room now, and what the work throws.
    package func hold<Outcome: Sendable>(
        _ bytes: Int,
        while work: () async throws -> Outcome
    ) async throws -> Outcome {
        let isFree = taken.withLock { taken in
            guard taken + bytes <= limitBytes else { return false }
            taken += bytes
            return true
        }
        guard isFree else { throw SyncError.slowDown }
        defer { taken.withLock { $0 -= bytes } }
        return try await work()
    }
}
