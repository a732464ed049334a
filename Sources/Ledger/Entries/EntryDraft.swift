public import Newsroom

/// An entry before it is signed.
public struct EntryDraft: Sendable {
    /// How many parents an entry may name.
    public static let maximumParents = 64

    /// The newsroom; nil makes a new one.
    public var newsroom: NewsroomID?
    /// The device that will sign.
    public var author: DeviceKey
    /// The random number of its log.
    public var incarnation: UInt64
    /// The place in the log, from 0.
    public var seq: UInt64
    /// The entry before it in the log.
    public var prev: EntryID?
    /// One more than the greatest among prev and parents.
    public var lamport: UInt64
    /// The time that the author claims.
    public var claimed: Moment
    /// The heads beyond prev's past.
    public var parents: [EntryID]
    /// What is done.
    public var operations: [Operation]

    /// Takes the fields in the order of the header.
    public init(
        newsroom: NewsroomID?,
        author: DeviceKey,
        incarnation: UInt64,
        seq: UInt64,
        prev: EntryID?,
        lamport: UInt64,
        claimed: Moment,
        parents: [EntryID],
        operations: [Operation]
    ) {
        self.newsroom = newsroom
        self.author = author
        self.incarnation = incarnation
        self.seq = seq
        self.prev = prev
        self.lamport = lamport
        self.claimed = claimed
        self.parents = parents.sorted()
        self.operations = operations
    }

    /// Encodes and signs; the result passed every check that a stranger would make.
    ///
    /// - Throws: `EntryError` where the parts break a limit, or what `sign` throws.
    public func signed(by sign: ([UInt8]) throws -> [UInt8]) throws -> Entry {
        try Entry(encoded(signing: sign), newsroom: newsroom)
    }

    /// The same, but the caller checks the signature, which takes as long as all the rest, before
    /// the entry counts.
    ///
    /// - Throws: `EntryError` where the parts break a limit, or what `sign` throws.
    package func signedUnchecked(by sign: ([UInt8]) throws -> [UInt8]) throws -> Entry {
        try Entry(stored: encoded(signing: sign))
    }

    private func encoded(signing sign: ([UInt8]) throws -> [UInt8]) throws -> [UInt8] {
        let causes = TextCauses(prev: prev, parents: parents)
        let payload = Self.payload(of: operations, after: causes)
        let header = EntryHeader(
            newsroom: newsroom,
            author: author,
            incarnation: incarnation,
            seq: seq,
            prev: prev,
            lamport: lamport,
            claimed: claimed,
            payloadLength: payload.count,
            payloadHash: digest(payload),
            parents: parents
        ).bytes
        let signature = try sign(EntryHeader.message(header))
        return header + signature + payload
    }

    static func payload(of operations: [Operation], after causes: TextCauses) -> [UInt8] {
        var payload = FieldWriter()
        for operation in operations {
            var body = FieldWriter()
            operation.writeBody(to: &body, after: causes)
            payload.varint(Int(operation.type))
            payload.data(body.bytes)
        }
        return payload.bytes
    }
}
