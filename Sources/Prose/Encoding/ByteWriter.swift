/// Bytes being written: numbers as LEB128, seven bits a byte, lowest first.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// Adds one byte.
    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    /// Adds a number.
    mutating func write(_ number: Int) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Adds bytes as they are.
    mutating func write(raw more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}
