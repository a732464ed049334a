/// The 512 bytes before a member of a POSIX ustar archive, in the one form that a bundle has.
///
/// A header is read by writing it again and comparing, so that no field can hide anything.
struct TarMember: Hashable {
    static let blockSize = 512

    let name: String
    let byteCount: Int

    /// The zeros that fill up the last block of the contents.
    var padding: Int { (Self.blockSize - byteCount % Self.blockSize) % Self.blockSize }

    /// The header block.
    var header: [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[place + offset] = byte }
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(Self.octal(byteCount, digits: 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put("0000000", at: 329)
        put("0000000", at: 337)
        let sum = block.reduce(0) { $0 + Int($1) }
        put(Self.octal(sum, digits: 6) + "\u{0} ", at: 148)
        return block
    }

    init(name: String, byteCount: Int) {
        self.name = name
        self.byteCount = byteCount
    }

    /// Reads a header; nil where it is not exactly what `header` writes.
    init?(_ block: [UInt8]) {
        guard let name = String(validating: block[..<100].prefix { $0 != 0 }, as: UTF8.self),
            name.utf8.count < 100,
            let digits = String(validating: block[124..<135], as: UTF8.self),
            let count = Int(digits, radix: 8), count >= 0
        else { return nil }
        self.init(name: name, byteCount: count)
        guard header == block else { return nil }
    }

    private static func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
