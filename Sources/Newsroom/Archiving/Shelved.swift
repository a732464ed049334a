/// A table of which a part may lie in an archive: what changed since is here, the rest is fetched.
///
/// What is fetched to be read stays with the archive, which keeps as much as it likes in memory.
public struct Shelved<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// What is in memory, and comes before what is fetched.
    package private(set) var own: [Key: Value] = [:]
    /// What was taken out of the archive's part.
    private var gone: Set<Key> = []
    private let fetch: (@Sendable (Key) -> Value?)?

    /// A table that is all in memory.
    init() { fetch = nil }

    /// A table that asks for what is not here.
    init(fetching fetch: @escaping @Sendable (Key) -> Value?) { self.fetch = fetch }

    /// What stands under a key.
    public internal(set) subscript(key: Key) -> Value? {
        get { own[key] ?? fetched(key) }
        _modify {
            if own[key] == nil, let found = fetched(key) { own[key] = found }
            let wasThere = own[key] != nil
            yield &own[key]
            if wasThere, own[key] == nil { gone.insert(key) }
        }
    }

    subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
        get { self[key] ?? value() }
        _modify {
            if own[key] == nil { own[key] = fetched(key) }
            yield &own[key, default: value()]
        }
    }

    /// Takes out what stands under a key.
    mutating func removeValue(forKey key: Key) -> Value? {
        let found = self[key]
        own[key] = nil
        if fetch != nil { gone.insert(key) }
        return found
    }

    /// Whether the archive's part of a key does not count any more.
    func isGone(_ key: Key) -> Bool { gone.contains(key) }

    /// The keys whose part in the archive does not count any more, or never was there.
    var changed: Set<Key> { gone.union(own.keys) }

    private func fetched(_ key: Key) -> Value? {
        guard let fetch, !gone.contains(key) else { return nil }
        return fetch(key)
    }
}
