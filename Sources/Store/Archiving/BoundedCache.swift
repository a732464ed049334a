/// Keeps what was asked for lately, so many of it.
///
/// There are two generations: what is asked for again moves into the younger one, and when that is
/// full the older one is forgotten. O(1) each.
struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let limit: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    /// A cache that keeps at most twice as many as `limit`.
    init(limit: Int) { self.limit = limit }

    /// What was kept under a key.
    mutating func find(_ key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        keep(value, under: key)
        return value
    }

    /// Keeps a value.
    mutating func keep(_ value: Value, under key: Key) {
        young[key] = value
        guard young.count > limit else { return }
        old = young
        young.removeAll(keepingCapacity: true)
    }
}
