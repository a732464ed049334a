public import Newsroom
import Signing

/// One signed unit of a log, kept as the bytes that were received (ledger.md 3.2).
public struct Entry: Sendable, Hashable {
    /// The bytes as received: header, signature, and payload where it came with them.
    public let bytes: [UInt8]
    /// SHA-256 of the tagged header; leaves the signature out.
    public let id: EntryID
    /// The newsroom; nil in the genesis entry, which makes it.
    public let newsroom: NewsroomID?
    /// The device that signed, or a root key.
    public let author: DeviceKey
    /// The random number of the author's log.
    public let incarnation: UInt64
    /// The log that it belongs to.
    public let log: LogID
    /// The place in the log, from 0.
    public let seq: UInt64
    /// The entry before it in the log.
    public let prev: EntryID?
    /// One more than the greatest among prev and parents.
    public let lamport: UInt64
    /// When the author says it was written; shown, never used in a rule.
    public let claimed: Moment
    /// The heads that its author had applied beyond prev's past, ascending.
    public let parents: [EntryID]
    /// What the author did, in order; none where the payload did not come with it.
    public let operations: [Operation]
    /// Whether the law took its words, so that these operations are what was left.
    public let isErased: Bool

    /// Makes the entry whose parts were checked; `EntryReader` and `EntryDraft` are the two ways.
    init(bytes: [UInt8], id: EntryID, header: EntryHeader, operations: [Operation]) {
        self.bytes = bytes
        self.id = id
        newsroom = header.newsroom
        author = header.author
        incarnation = header.incarnation
        log = LogID(of: header.author, incarnation: header.incarnation)
        seq = header.seq
        prev = header.prev
        lamport = header.lamport
        claimed = header.claimed
        parents = header.parents
        self.operations = operations
        isErased = false
    }

    /// The same entry of which the law left these operations.
    init(_ entry: Entry, left operations: [Operation]) {
        bytes = entry.bytes
        id = entry.id
        newsroom = entry.newsroom
        author = entry.author
        incarnation = entry.incarnation
        log = entry.log
        seq = entry.seq
        prev = entry.prev
        lamport = entry.lamport
        claimed = entry.claimed
        parents = entry.parents
        self.operations = operations
        isErased = true
    }

    /// The newsroom that it belongs to; the genesis entry makes its own.
    public var belongsTo: NewsroomID { newsroom ?? NewsroomID(madeBy: id) }

    /// All entries that it directly follows.
    public var causes: [EntryID] { (prev.map { [$0] } ?? []) + parents }

    /// Bytes of header and signature; the rest is payload.
    public var headerLength: Int { EntryHeader.fixedLength + 32 * parents.count + 64 }

    /// What the fold sees of it; a device that never consented to its member is not seen.
    public var facts: EntryFacts { facts(invitedWith: { _ in [] }) }

    /// What an archive sees of it, which knows which devices consented.
    package var factsOfArchive: EntryFacts { facts(believing: operations) }

    /// The same, where devices may have consented with an invite to be a member's.
    ///
    /// `invites` gives the keys of a member's invites in the past of this entry.
    public func facts(invitedWith invites: (MemberID) -> [Bytes32]) -> EntryFacts {
        facts(believing: operations.map { believed($0, invites) })
    }

    private func facts(believing operations: [Operation]) -> EntryFacts {
        EntryFacts(
            id: id,
            log: log,
            device: author,
            seq: seq,
            prev: prev,
            parents: parents,
            lamport: lamport,
            claimed: claimed,
            operations: operations,
            isErased: isErased
        )
    }

    /// The operation, unless it gives somebody a device that never consented.
    private func believed(
        _ operation: Operation,
        _ invites: (MemberID) -> [Bytes32]
    ) -> Operation {
        guard case .addDevice(let act) = operation else { return operation }
        let isConsent = ([.zero] + invites(act.member)).contains { inviteKey in
            let statement = joiningStatement(
                newsroom: belongsTo,
                member: act.member,
                device: act.key,
                inviteKey: inviteKey
            )
            return isSignature(act.proof.bytes, of: statement, by: act.key.bytes.bytes)
        }
        return isConsent ? operation : .malformed(type: operation.type, body: [])
    }
}

extension LogID {
    /// The id of a key's log in one incarnation (ledger.md 2).
    public init(of key: DeviceKey, incarnation: UInt64) {
        var writer = FieldWriter()
        writer.raw(Array("stet log 1\n".utf8))
        writer.identifier(key)
        writer.raw(bigEndian(incarnation, bytes: 8))
        self.init(digest(writer.bytes))
    }
}

/// The SHA-256 of a message as 32 bytes of the vocabulary.
public func digest(_ message: [UInt8]) -> Bytes32 {
    guard let digest = Bytes32(sha256(message)) else {
        preconditionFailure("a SHA-256 has 32 bytes")
    }
    return digest
}
