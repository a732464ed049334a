/// Bytes being read; every step checks that they are there.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var place: Int

    /// Starts at a place.
    init(_ bytes: [UInt8], at place: Int = 0) { (self.bytes, self.place) = (bytes, place) }

    /// Whether all is read.
    var isAtEnd: Bool { place == bytes.count }

    /// The next byte.
    mutating func readByte() throws(EncodingError) -> UInt8 {
        guard place < bytes.count else { throw .endsEarly(at: place) }
        defer { place += 1 }
        return bytes[place]
    }

    /// The next number, at most `limit`.
    mutating func readNumber(upTo limit: Int) throws(EncodingError) -> Int {
        let start = place
        var (number, shift) = (UInt64(0), UInt64(0))
        while true {
            let byte = try readByte()
            guard shift < 63 else { throw .nonsense(at: start, what: "a number beyond 63 bits") }
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        guard number <= UInt64(limit) else {
            throw .nonsense(at: start, what: "\(number) where at most \(limit) fits")
        }
        return Int(number)
    }

    /// The place of the next bytes, which it passes.
    mutating func skip(_ count: Int) throws(EncodingError) -> Range<Int> {
        guard count <= bytes.count - place else { throw .endsEarly(at: bytes.count) }
        defer { place += count }
        return place..<(place + count)
    }
}
