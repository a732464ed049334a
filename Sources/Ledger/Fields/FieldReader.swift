import Newsroom

/// Why bytes are not the fields they should be.
struct FieldError: Error {}

/// Reads the fields of an operation one after the other (ledger.md 3.1, 3.4).
///
/// Nothing is reserved by a length field before the bytes are there.
struct FieldReader {
    private let bytes: [UInt8]
    private(set) var place: Int
    private let end: Int

    init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        place = start
        self.end = end ?? bytes.count
    }

    var isAtEnd: Bool { place == end }

    mutating func byte() throws(FieldError) -> UInt8 {
        guard place < end else { throw FieldError() }
        place += 1
        return bytes[place - 1]
    }

    mutating func take(_ count: Int) throws(FieldError) -> [UInt8] {
        guard count >= 0, count <= end - place else { throw FieldError() }
        place += count
        return Array(bytes[(place - count)..<place])
    }

    mutating func rest() -> [UInt8] {
        defer { place = end }
        return Array(bytes[place..<end])
    }

    /// LEB128 in its shortest form, below 2^63.
    mutating func varint() throws(FieldError) -> Int {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            let next = try byte()
            value |= UInt64(next & 0x7f) << shift
            guard next & 0x80 == 0 else { continue }
            guard next != 0 || shift == 0 else { throw FieldError() }
            return Int(value)
        }
        throw FieldError()
    }

    mutating func zigzag() throws(FieldError) -> Int {
        let value = try varint()
        return value & 1 == 0 ? value >> 1 : -(value >> 1) - 1
    }

    mutating func identifier<ID: Identifier>(_: ID.Type = ID.self) throws(FieldError) -> ID {
        guard end - place >= 32, let value = Bytes32(bytes[place..<place + 32]) else {
            throw FieldError()
        }
        place += 32
        return ID(value)
    }

    mutating func operationID() throws(FieldError) -> OperationID {
        OperationID(try identifier(), try varint())
    }

    mutating func seal() throws(FieldError) -> Seal {
        guard let seal = Seal(try take(64)) else { throw FieldError() }
        return seal
    }

    mutating func data(limit: Int) throws(FieldError) -> [UInt8] {
        let count = try varint()
        guard count <= limit else { throw FieldError() }
        return try take(count)
    }

    /// A counted run of valid UTF-8.
    mutating func text(limit: Int = 1_000_000) throws(FieldError) -> String {
        guard let text = String(validating: try data(limit: limit), as: UTF8.self) else {
            throw FieldError()
        }
        return text
    }

    mutating func slug() throws(FieldError) -> Slug {
        guard let slug = Slug(try text(limit: 64)) else { throw FieldError() }
        return slug
    }

    /// One byte that is a place in the plan's list.
    mutating func choice<Choice: RawRepresentable<UInt8>>(
        _: Choice.Type = Choice.self
    ) throws(FieldError) -> Choice {
        guard let choice = Choice(rawValue: try byte()) else { throw FieldError() }
        return choice
    }

    mutating func optional<Value>(
        _ read: (inout FieldReader) throws(FieldError) -> Value
    ) throws(FieldError) -> Value? {
        switch try byte() {
        case 0: return nil
        case 1: return try read(&self)
        default: throw FieldError()
        }
    }

    mutating func list<Value>(
        limit: Int,
        _ read: (inout FieldReader) throws(FieldError) -> Value
    ) throws(FieldError) -> [Value] {
        let count = try varint()
        guard count <= limit else { throw FieldError() }
        var values: [Value] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// A list that is as long as the bytes allow, each item taking at least one.
    mutating func list<Value>(
        _ read: (inout FieldReader) throws(FieldError) -> Value
    ) throws(FieldError) -> [Value] { try list(limit: end - place, read) }

    /// A list whose items are strictly ascending.
    mutating func ascending<Value: Comparable>(
        limit: Int,
        _ read: (inout FieldReader) throws(FieldError) -> Value
    ) throws(FieldError) -> [Value] {
        let values = try list(limit: limit, read)
        guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { throw FieldError() }
        return values
    }

    /// The OpIDs that a value supersedes.
    mutating func superseded() throws(FieldError) -> [OperationID] {
        try ascending(limit: 64) { reader throws(FieldError) in try reader.operationID() }
    }
}
