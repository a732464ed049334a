import Synchronization

/// Lets those who know no code guess 60 times an hour from one address, and 600 times in all.
package final class InviteGuard: Sendable {
    private struct Hour {
        var number: Int64 = 0
        var guesses: [String: Int] = [:]
    }

    private let hour = Mutex(Hour())
    private static let limit = (address: 60, all: 600)

    /// Starts with no guess.
    package init() {}

    /// Whether another guess from an address is answered at all.
    package func takes(_ address: String, at seconds: Int64) -> Bool {
        hour.withLock { hour in
            if hour.number != seconds / 3_600 { hour = Hour(number: seconds / 3_600) }
            guard hour.guesses[address, default: 0] < Self.limit.address,
                hour.guesses.values.reduce(0, +) < Self.limit.all
            else { return false }
            hour.guesses[address, default: 0] += 1
            return true
        }
    }
}
