public import Newsroom

/// What is known of an accepted entry that another one follows.
public struct EntryCause: Sendable, Hashable {
    /// The device that signed it.
    public let author: DeviceKey
    /// The incarnation of its log.
    public let incarnation: UInt64
    /// Its place in the log.
    public let seq: UInt64
    /// Its lamport number.
    public let lamport: UInt64

    /// Takes what the header says.
    public init(author: DeviceKey, incarnation: UInt64, seq: UInt64, lamport: UInt64) {
        self.author = author
        self.incarnation = incarnation
        self.seq = seq
        self.lamport = lamport
    }
}

/// Whether an entry joins the set.
public enum Acceptance: Sendable, Hashable {
    /// It belongs to the set from now on.
    case accepted
    /// Its past is not here yet.
    case pending(missing: [EntryID])
    /// It never will.
    case refused(EntryError)
}

extension Entry {
    /// Checks the entry against its past: steps 8 to 10 of ledger.md 4.1.
    ///
    /// `cause` finds an accepted entry. `isKnownDevice` tells whether a device.add of the key is in
    /// the past of the entry, or the key is a root key; it is asked only for the first of a log.
    public func acceptance(
        cause: (EntryID) -> EntryCause?,
        isKnownDevice: () -> Bool
    ) -> Acceptance {
        let missing = causes.filter { cause($0) == nil }
        guard missing.isEmpty else { return .pending(missing: missing) }
        let before = prev.flatMap(cause)
        if let before,
            before.author != author || before.incarnation != incarnation
                || before.seq + 1 != seq
        {
            return .refused(.chain(of: id))
        }
        let greatest = causes.compactMap { cause($0)?.lamport }.max() ?? 0
        guard lamport == greatest + 1 else { return .refused(.lamport(of: id)) }
        guard seq > 0 || isKnownDevice() else { return .refused(.stranger(of: id)) }
        return .accepted
    }
}
