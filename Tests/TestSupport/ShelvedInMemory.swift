package import Newsroom

extension View {
    /// Every draft, in memory or not.
    package var draftIDs: [DraftID] { everyDraft.map(\.id) }
}

// Of a newsroom that is in memory as a whole.
extension Shelved {
    /// The keys of what is in memory.
    package var keys: Dictionary<Key, Value>.Keys { own.keys }

    /// What is in memory.
    package var values: Dictionary<Key, Value>.Values { own.values }

    /// How much is in memory.
    package var count: Int { own.count }

    /// Whether nothing is in memory.
    package var isEmpty: Bool { own.isEmpty }

    /// Any one of what is in memory, with its key.
    package var first: (key: Key, value: Value)? { own.first }
}
