/// What the fold sees of an entry; signatures, hashes and chains were checked below.
public struct EntryFacts: Sendable, Hashable {
    /// The entry's id.
    public let id: EntryID
    /// The log that it belongs to.
    public let log: LogID
    /// The device that signed it, or a root key.
    public let device: DeviceKey
    /// Its place in the log, from 0.
    public let seq: UInt64
    /// The entry before it in the log.
    public let prev: EntryID?
    /// The heads that its author had applied beyond prev's past.
    public let parents: [EntryID]
    /// One more than the greatest lamport among prev and parents.
    public let lamport: UInt64
    /// When the author says it was written.
    public let claimed: Moment
    /// What the author did, in order.
    public let operations: [Operation]
    /// Whether the law took its words, so that these operations are what was left.
    public let isErased: Bool

    /// Takes the fields in the order of the header.
    public init(
        id: EntryID,
        log: LogID,
        device: DeviceKey,
        seq: UInt64,
        prev: EntryID?,
        parents: [EntryID],
        lamport: UInt64,
        claimed: Moment,
        operations: [Operation],
        isErased: Bool = false
    ) {
        self.id = id
        self.log = log
        self.device = device
        self.seq = seq
        self.prev = prev
        self.parents = parents
        self.lamport = lamport
        self.claimed = claimed
        self.operations = operations
        self.isErased = isErased
    }

    /// Whether the law may empty it: it holds words alone, or a public record alone.
    var isErasable: Bool {
        if operations.count == 1, case .recordReceipt = operations[0] { return true }
        return operations.allSatisfy { $0.operationClass == .text }
    }

    /// All entries that it directly follows.
    public var causes: [EntryID] { (prev.map { [$0] } ?? []) + parents }
}
