import Newsroom

/// The part of an entry before its signature (ledger.md 3.2).
struct EntryHeader {
    static let fixedLength = 171
    static let magic = Array("STE1".utf8)
    static let maximumParents = EntryDraft.maximumParents
    static let maximumNumber: UInt64 = 1 << 53
    static let maximumPayload = 1_000_000

    var newsroom: NewsroomID?
    var author: DeviceKey
    var incarnation: UInt64
    var seq: UInt64
    var prev: EntryID?
    var lamport: UInt64
    var claimed: Moment
    var payloadLength: Int
    var payloadHash: Bytes32
    var parents: [EntryID]

    /// The header's bytes.
    var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.raw(Self.magic)
        writer.byte(0)
        writer.raw((newsroom?.bytes ?? .zero).bytes)
        writer.identifier(author)
        writer.raw(bigEndian(incarnation, bytes: 8))
        writer.raw(bigEndian(seq, bytes: 8))
        writer.raw((prev?.bytes ?? .zero).bytes)
        writer.raw(bigEndian(lamport, bytes: 8))
        writer.raw(bigEndian(UInt64(bitPattern: claimed.milliseconds), bytes: 8))
        writer.raw(bigEndian(UInt64(payloadLength), bytes: 4))
        writer.raw(payloadHash.bytes)
        writer.raw(bigEndian(UInt64(parents.count), bytes: 2))
        for parent in parents { writer.identifier(parent) }
        return writer.bytes
    }

    /// What is hashed into the id and signed.
    static func message(_ header: [UInt8]) -> [UInt8] { Array("stet entry 1\n".utf8) + header }
}

extension EntryHeader {
    /// Reads a header whose length was checked; the numbers are not judged yet.
    init(reading reader: inout FieldReader) throws(FieldError) {
        let newsroom: NewsroomID = try reader.identifier()
        author = try reader.identifier()
        incarnation = number(try reader.take(8))
        seq = number(try reader.take(8))
        let prev: EntryID = try reader.identifier()
        lamport = number(try reader.take(8))
        claimed = Moment(milliseconds: Int64(bitPattern: number(try reader.take(8))))
        payloadLength = Int(number(try reader.take(4)))
        let hash: EntryID = try reader.identifier()
        payloadHash = hash.bytes
        let count = Int(number(try reader.take(2)))
        guard count <= Self.maximumParents else { throw FieldError() }
        var parents: [EntryID] = []
        for _ in 0..<count { parents.append(try reader.identifier()) }
        self.parents = parents
        self.newsroom = newsroom.isOfSameEntry ? nil : newsroom
        self.prev = prev.isOfSameEntry ? nil : prev
    }
}

/// A number as so many bytes, most significant first.
func bigEndian(_ value: UInt64, bytes count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
}

/// The number that up to 8 bytes spell, most significant first.
func number(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
}
