package import Newsroom
import Synchronization

/// Lets each key call 120 times a minute and send 64 MiB, so that one device that runs wild leaves
/// the hub to the others (ledger.md 10).
package final class CallBudget: Sendable {
    private struct Spent {
        var calls = 0
        var bytes = 0
    }

    private struct Minute {
        var number: Int64 = 0
        var spent: [DeviceKey: Spent] = [:]
    }

    private let minute = Mutex(Minute())
    private let callLimit: Int
    private static let limit = (bytes: 64 << 20, keys: 100_000)

    /// Starts with no call; so many are answered in a minute.
    package init(calls: Int = 120) { callLimit = calls }

    /// Whether another call of a key, with so many bytes, is answered.
    package func takes(_ key: DeviceKey, bytes: Int, at seconds: Int64) -> Bool {
        minute.withLock { minute in
            if minute.number != seconds / 60 { minute = Minute(number: seconds / 60) }
            var spent = minute.spent[key] ?? Spent()
            let isNew = spent.calls == 0
            guard spent.calls < callLimit, spent.bytes + bytes <= Self.limit.bytes,
                !isNew || minute.spent.count < Self.limit.keys
            else { return false }
            spent.calls += 1
            spent.bytes += bytes
            minute.spent[key] = spent
            return true
        }
    }
}
