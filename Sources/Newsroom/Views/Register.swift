/// The rank of an operation: what is higher is shown (newsroom.md 3.1).
public struct Rank: Hashable, Comparable, Sendable {
    /// The lamport number of its entry.
    public let lamport: UInt64
    /// Its name.
    public let operation: OperationID

    /// Compares lamport numbers, then entry ids, then places.
    public static func < (left: Rank, right: Rank) -> Bool {
        left.lamport == right.lamport
            ? left.operation < right.operation : left.lamport < right.lamport
    }
}

/// A field with every concurrent value kept (newsroom.md 9).
public struct Register<Value: Hashable & Sendable>: Hashable, Sendable {
    /// One set that is alive.
    public struct Setting: Hashable, Sendable {
        /// Its place in the order of ranks.
        public let rank: Rank
        /// What was set.
        public let value: Value
        /// Who set it.
        public let author: MemberID
    }

    /// The sets that no other replaces, the highest first.
    public private(set) var alive: [Setting] = []
    /// Replaced by sets that arrived before what they replace, and so kept in mind.
    private var superseded: Set<OperationID> = []
    private var wasSet = false

    /// Takes in a set and what it replaces; the order of sets does not matter.
    mutating func set(
        _ value: Value,
        by rank: Rank,
        of author: MemberID,
        replacing old: [OperationID]
    ) {
        wasSet = true
        alive.removeAll { old.contains($0.rank.operation) }
        superseded.formUnion(old)
        guard !superseded.contains(rank.operation) else { return }
        let place = alive.firstIndex { $0.rank < rank } ?? alive.endIndex
        alive.insert(Setting(rank: rank, value: value, author: author), at: place)
    }

    /// The value that is shown: the highest alive; nil where nothing was set.
    public var shown: Value? { alive.first?.value }

    /// The set whose value is shown.
    var shownSet: OperationID? { alive.first?.rank.operation }

    /// The different values alive, the highest first; more than one needs a person.
    public var values: [Value] {
        var seen: Set<Value> = []
        return alive.map(\.value).filter { seen.insert($0).inserted }
    }

    /// Whether two different values are alive.
    public var isContested: Bool {
        guard let first = alive.first?.value else { return false }
        return alive.contains { $0.value != first }
    }

    /// Whether nothing was ever set.
    var isEmpty: Bool { !wasSet }

    /// What a new set has to name so that it replaces all that is there.
    public var toSupersede: [OperationID] { alive.map(\.rank.operation).sorted() }
}
