import Synchronization

/// Lets each address ask 50 times a second, and 200 times at once (publishing.md 6); an IPv6
/// network of 64 bits counts as one address.
package final class AddressBudget: Sendable {
    private struct Bucket {
        var left: Double
        var at: Double
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private static let (rate, burst, limit) = (50.0, 200.0, 100_000)

    /// Starts with every address fresh.
    package init() {}

    /// Whether another question from an address is answered, at a time in seconds.
    package func takes(_ address: String, at seconds: Double) -> Bool {
        let network = Self.network(of: address)
        return buckets.withLock { buckets in
            if buckets.count >= Self.limit {
                // Whoever was quiet for as long as it takes to be fresh is forgotten.
                buckets = buckets.filter { seconds - $0.value.at < Self.burst / Self.rate }
            }
            var bucket = buckets[network] ?? Bucket(left: Self.burst, at: seconds)
            let pause = max(0, seconds - bucket.at)
            bucket = Bucket(left: min(Self.burst, bucket.left + pause * Self.rate), at: seconds)
            defer { buckets[network] = bucket }
            guard bucket.left >= 1, buckets.count < Self.limit else { return false }
            bucket.left -= 1
            return true
        }
    }

    private static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4)
            .joined(separator: ":")
    }
}
