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
public struct Register<Value: Hashable & Sendable>: Sendable {
    private var sets: [Rank: Value] = [:]
    private var superseded: Set<OperationID> = []

    /// Takes in a set and what it replaces; the order of sets does not matter.
    mutating func set(_ value: Value, by rank: Rank, replacing old: [OperationID]) {
        sets[rank] = value
        superseded.formUnion(old)
    }

    /// The sets that no other replaces, the highest first.
    public var alive: [(rank: Rank, value: Value)] {
        sets.filter { !superseded.contains($0.key.operation) }
            .sorted { $0.key > $1.key }
            .map { (rank: $0.key, value: $0.value) }
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

    /// Whether nothing was ever set.
    var isEmpty: Bool { sets.isEmpty }

    /// What a new set has to name so that it replaces all that is there.
    var toSupersede: [OperationID] { alive.map(\.rank.operation).sorted() }
}
