// A column of bytes is written in the smallest of three ways: as it is, as one repeated byte, or
// by a prefix code in four streams, which a processor decodes side by side.

/// How a column of bytes is written.
private enum Way: UInt8 {
    case plain = 0
    case constant = 1
    case coded = 2
}

extension ByteWriter {
    /// Adds a column of bytes; plainly if asked, where a reader shall see that much is there.
    mutating func write(column bytes: [UInt8], plainly: Bool = false) {
        write(bytes.count)
        guard let first = bytes.first else { return }
        if plainly || bytes.count < 32 {
            return write(plain: bytes)
        }
        if bytes.allSatisfy({ $0 == first }) {
            write(Way.constant.rawValue)
            return write(first)
        }
        let coded = coded(bytes)
        guard coded.count < bytes.count else { return write(plain: bytes) }
        write(Way.coded.rawValue)
        write(raw: coded)
    }

    private mutating func write(plain bytes: [UInt8]) {
        write(Way.plain.rawValue)
        write(raw: bytes)
    }

    private func coded(_ bytes: [UInt8]) -> [UInt8] {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        let code = PrefixCode(counts: counts)
        var result = ByteWriter()
        for pair in stride(from: 0, to: 256, by: 2) {
            result.write(code.lengths[pair] | code.lengths[pair + 1] << 4)
        }
        let codes = code.codes
        let streams = quarters(of: bytes.count).map { range in
            var bits = BitWriter()
            for byte in bytes[range] {
                bits.write(codes[Int(byte)], bits: Int(code.lengths[Int(byte)]))
            }
            bits.finish()
            return bits.bytes
        }
        for stream in streams { result.write(stream.count) }
        for stream in streams { result.write(raw: stream) }
        return result.bytes
    }
}

/// Four ranges that make up a column; none is longer than the first.
private func quarters(of count: Int) -> [Range<Int>] {
    let length = (count + 3) / 4
    return (0..<4).map { min($0 * length, count)..<min(($0 + 1) * length, count) }
}

extension ByteReader {
    /// The next column, of at most `limit` bytes.
    mutating func readColumn(upTo limit: Int) throws(EncodingError) -> [UInt8] {
        let count = try readNumber(upTo: limit)
        guard count > 0 else { return [] }
        let start = place
        switch Way(rawValue: try readByte()) {
        case .plain: return Array(bytes[try skip(count)])
        case .constant: return Array(repeating: try readByte(), count: count)
        case .coded: return try readCoded(count)
        case nil: throw .nonsense(at: start, what: "a column written in no known way")
        }
    }

    private mutating func readCoded(_ count: Int) throws(EncodingError) -> [UInt8] {
        let start = place
        var lengths: [UInt8] = []
        for index in try skip(128) {
            lengths.append(bytes[index] & 15)
            lengths.append(bytes[index] >> 4)
        }
        guard let code = PrefixCode(lengths: lengths) else {
            throw .nonsense(at: start, what: "no prefix code")
        }
        var sizes: [Int] = []
        for _ in 0..<4 { sizes.append(try readNumber(upTo: bytes.count)) }
        var streams: [Range<Int>] = []
        for size in sizes { streams.append(try skip(size)) }
        // A symbol takes at least one bit, so a column that claims more is not worth its memory.
        guard count <= 8 * sizes.reduce(0, +) else {
            throw .claims(count: count, what: "symbols", bytes: sizes.reduce(0, +))
        }
        let result = decode(streams, count: count, table: code.table)
        guard let result else { throw .endsEarly(at: place) }
        return result
    }

    /// Decodes four streams side by side; nil where one ends early.
    private func decode(_ streams: [Range<Int>], count: Int, table: [UInt16]) -> [UInt8]? {
        let ranges = quarters(of: count)
        var isWhole = true
        let result = unsafe bytes.withUnsafeBufferPointer { source in
            unsafe table.withUnsafeBufferPointer { table in
                unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
                    unsafe isWhole = decode(source, streams, ranges, table, target)
                    filled = count
                }
            }
        }
        return isWhole ? result : nil
    }

    /// The inner loop: `target` has room for what `ranges` say, `table` has 2,048 places.
    private func decode(
        _ source: UnsafeBufferPointer<UInt8>,
        _ streams: [Range<Int>],
        _ ranges: [Range<Int>],
        _ table: UnsafeBufferPointer<UInt16>,
        _ target: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        var first = unsafe BitStream(source, in: streams[0])
        var second = unsafe BitStream(source, in: streams[1])
        var third = unsafe BitStream(source, in: streams[2])
        var fourth = unsafe BitStream(source, in: streams[3])
        // Five codes of 11 bits fit into one refill; the last quarter may be shorter.
        let shared = ranges[3].count / 5 * 5
        let starts = (
            ranges[0].lowerBound, ranges[1].lowerBound, ranges[2].lowerBound, ranges[3].lowerBound
        )
        var place = 0
        while place < shared {
            first.refill()
            second.refill()
            third.refill()
            fourth.refill()
            for step in place..<(place + 5) {
                unsafe target[starts.0 + step] = first.symbol(table)
                unsafe target[starts.1 + step] = second.symbol(table)
                unsafe target[starts.2 + step] = third.symbol(table)
                unsafe target[starts.3 + step] = fourth.symbol(table)
            }
            place += 5
        }
        unsafe finish(&first, ranges[0].dropFirst(shared), table, target)
        unsafe finish(&second, ranges[1].dropFirst(shared), table, target)
        unsafe finish(&third, ranges[2].dropFirst(shared), table, target)
        unsafe finish(&fourth, ranges[3].dropFirst(shared), table, target)
        return ![first, second, third, fourth].contains { $0.isOverrun }
    }

    private func finish(
        _ stream: inout BitStream,
        _ range: Range<Int>,
        _ table: UnsafeBufferPointer<UInt16>,
        _ target: UnsafeMutableBufferPointer<UInt8>
    ) {
        for place in range {
            stream.refill()
            unsafe target[place] = stream.symbol(table)
        }
    }
}

extension BitStream {
    /// Takes the next symbol, whose bits are at hand.
    @inline(__always)
    fileprivate mutating func symbol(_ table: UnsafeBufferPointer<UInt16>) -> UInt8 {
        // The mask keeps the place within the 2,048 of the table.
        let entry = unsafe table[peek(PrefixCode.mask)]
        take(Int(entry >> 8))
        return UInt8(truncatingIfNeeded: entry)
    }
}
