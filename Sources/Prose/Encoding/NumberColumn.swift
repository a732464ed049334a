// A column of numbers is a column of symbols and the bits that they leave open: a number below 128
// is its own symbol; of a greater one the symbol tells the highest bit and the two after it.

extension ByteWriter {
    /// Adds a column of numbers.
    mutating func write(column numbers: [UInt32], plainly: Bool = false) {
        var symbols: [UInt8] = []
        var rest = BitWriter()
        for number in numbers {
            guard number >= 128 else {
                symbols.append(UInt8(number))
                continue
            }
            let high = 31 - number.leadingZeroBitCount
            symbols.append(UInt8(128 + (high - 7) * 4) + UInt8(number >> UInt32(high - 2) & 3))
            rest.write(number & (1 << UInt32(high - 2) - 1), bits: high - 2)
        }
        rest.finish()
        write(column: symbols, plainly: plainly)
        write(rest.bytes.count)
        write(raw: rest.bytes)
    }
}

extension ByteReader {
    /// The next column of numbers, at most `limit` of them.
    mutating func readNumbers(upTo limit: Int) throws(EncodingError) -> [UInt32] {
        let start = place
        let symbols = try readColumn(upTo: limit)
        guard symbols.allSatisfy({ $0 < 228 }) else {
            throw .nonsense(at: start, what: "a number of no size")
        }
        let range = try skip(try readNumber(upTo: bytes.count))
        var isWhole = true
        let numbers = unsafe bytes.withUnsafeBufferPointer { source in
            var rest = unsafe BitStream(source, in: range)
            let numbers = symbols.map { symbol in
                guard symbol >= 128 else { return UInt32(symbol) }
                let bits = (Int(symbol) - 128) / 4 + 5
                return (4 | UInt32(symbol & 3)) << UInt32(bits) | rest.read(bits)
            }
            isWhole = !rest.isOverrun
            return numbers
        }
        guard isWhole else { throw .endsEarly(at: range.upperBound) }
        return numbers
    }
}
