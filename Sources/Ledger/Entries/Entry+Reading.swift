public import Newsroom
import Signing

extension Entry {
    /// Reads an entry and checks what can be checked without its past.
    ///
    /// These are steps 1 to 7 of ledger.md 4.1, in that order. The payload may have been left out:
    /// then the bytes end after the signature.
    ///
    /// The entry must belong to `newsroom`, where that is not nil.
    ///
    /// - Throws: the first check that fails. Nothing is reserved by a length field.
    public init(_ bytes: [UInt8], newsroom: NewsroomID?) throws(EntryError) {
        try self.init(bytes, newsroom: newsroom, verifying: true)
    }

    /// The id that bytes have as an entry, whoever signed them; nil where they are none.
    package static func id(of bytes: [UInt8]) -> EntryID? {
        guard let header = try? header(of: bytes) else { return nil }
        let length = EntryHeader.fixedLength + 32 * header.parents.count
        return EntryID(digest(EntryHeader.message(Array(bytes[..<length]))))
    }

    private init(
        _ bytes: [UInt8],
        newsroom: NewsroomID?,
        verifying: Bool
    ) throws(EntryError) {
        let header = try Self.header(of: bytes)
        let headerLength = EntryHeader.fixedLength + 32 * header.parents.count
        let message = EntryHeader.message(Array(bytes[..<headerLength]))
        let id = EntryID(digest(message))
        if let newsroom, (header.newsroom ?? NewsroomID(madeBy: id)) != newsroom {
            throw .newsroom
        }
        try Self.checkShape(of: header)
        let signature = Array(bytes[headerLength..<(headerLength + 64)])
        let isSigned =
            !verifying || isSignature(signature, of: message, by: header.author.bytes.bytes)
        guard isSigned else {
            throw .signature(of: id)
        }
        let payload = Array(bytes[(headerLength + 64)...])
        guard !payload.isEmpty else {
            self.init(bytes: bytes, id: id, header: header, operations: [])
            return
        }
        guard digest(payload) == header.payloadHash else { throw .payload(of: id) }
        let causes = TextCauses(prev: header.prev, parents: header.parents)
        guard let operations = Self.operations(framedIn: payload, after: causes) else {
            throw .framing(of: id)
        }
        self.init(bytes: bytes, id: id, header: header, operations: operations)
    }

    /// Reads an entry that was checked when it was stored, and checks all but its signature again.
    ///
    /// - Throws: `EntryError` where the stored bytes changed.
    package init(stored bytes: [UInt8]) throws(EntryError) {
        try self.init(bytes, newsroom: nil, verifying: false)
    }

    private static func header(of bytes: [UInt8]) throws(EntryError) -> EntryHeader {
        guard (235...1_002_283).contains(bytes.count) else { throw .length(bytes.count) }
        guard Array(bytes[..<4]) == EntryHeader.magic, bytes[4] == 0 else { throw .format }
        var reader = FieldReader(bytes, from: 5)
        guard let header = try? EntryHeader(reading: &reader) else { throw .length(bytes.count) }
        let bare = EntryHeader.fixedLength + 32 * header.parents.count + 64
        guard (2...EntryHeader.maximumPayload).contains(header.payloadLength),
            bytes.count == bare + header.payloadLength || bytes.count == bare
        else { throw .length(bytes.count) }
        return header
    }

    private static func checkShape(of header: EntryHeader) throws(EntryError) {
        let isGenesis = header.newsroom == nil
        let ascends = zip(header.parents, header.parents.dropFirst()).allSatisfy { $0 < $1 }
        guard header.seq < EntryHeader.maximumNumber, header.lamport < EntryHeader.maximumNumber,
            (header.seq == 0) == (header.prev == nil), ascends,
            header.prev.map({ !header.parents.contains($0) }) ?? true,
            isGenesis == (header.prev == nil && header.parents.isEmpty)
        else { throw .shape }
    }

    /// The operations of a payload; nil where the framing is broken (ledger.md 3.3).
    static func operations(
        framedIn payload: [UInt8],
        after causes: TextCauses
    ) -> [Operation]? {
        var reader = FieldReader(payload)
        var operations: [Operation] = []
        while !reader.isAtEnd {
            guard operations.count < 4_096, let type = try? reader.varint(),
                let kind = UInt16(exactly: type), let length = try? reader.varint(),
                let body = try? reader.take(length)
            else { return nil }
            operations.append(operation(ofType: kind, body: body, after: causes))
        }
        return operations.isEmpty ? nil : operations
    }

    private static func operation(
        ofType type: UInt16,
        body: [UInt8],
        after causes: TextCauses
    ) -> Operation {
        var reader = FieldReader(body)
        do {
            let known = try Ledger.operation(ofType: type, reading: &reader, after: causes)
            guard let known else { return .unknown(type: type, body: body) }
            return reader.isAtEnd ? known : .malformed(type: type, body: body)
        } catch {
            return .malformed(type: type, body: body)
        }
    }
}
