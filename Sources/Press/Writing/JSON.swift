/// A JSON value that is written with its keys in the order in which they were given.
indirect enum JSON: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSON])
    /// Members whose value is nil are left out.
    case object([(String, JSON?)])

    /// The value as UTF-8, two spaces a level, with a line feed at the end.
    var document: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: 0)
        return bytes + [UInt8(ascii: "\n")]
    }

    private func write(to bytes: inout [UInt8], indent: Int) {
        switch self {
        case .text(let value): Self.write(value, to: &bytes)
        case .number(let value): bytes += String(value).utf8
        case .flag(let value): bytes += (value ? "true" : "false").utf8
        case .list(let values):
            Self.write(values, between: ("[", "]"), to: &bytes, indent: indent) { value, bytes in
                value.write(to: &bytes, indent: indent + 1)
            }
        case .object(let members):
            let present = members.compactMap { name, value in value.map { (name, $0) } }
            Self.write(present, between: ("{", "}"), to: &bytes, indent: indent) { member, bytes in
                Self.write(member.0, to: &bytes)
                bytes += ": ".utf8
                member.1.write(to: &bytes, indent: indent + 1)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part],
        between ends: (String, String),
        to bytes: inout [UInt8],
        indent: Int,
        _ write: (Part, inout [UInt8]) -> Void
    ) {
        bytes += ends.0.utf8
        for (place, part) in parts.enumerated() {
            bytes += (place == 0 ? "\n" : ",\n").utf8
            bytes += repeatElement(UInt8(ascii: " "), count: 2 * indent + 2)
            write(part, &bytes)
        }
        if !parts.isEmpty {
            bytes.append(UInt8(ascii: "\n"))
            bytes += repeatElement(UInt8(ascii: " "), count: 2 * indent)
        }
        bytes += ends.1.utf8
    }

    /// `<` is escaped so that the value may stand in a script element (G5), U+2028 and U+2029 so
    /// that it is JavaScript too.
    private static func write(_ value: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += #"\""#.utf8
            case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
            case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
            case UInt8(ascii: "<"): bytes += #"\u003c"#.utf8
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += (digits.utf8.count == 1 ? #"\u000"# : #"\u00"#).utf8
                bytes += digits.utf8
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            case 0xa8...0xa9 where bytes.suffix(2) == [0xe2, 0x80]:
                bytes.removeLast(2)
                bytes += (byte == 0xa8 ? #"\u2028"# : #"\u2029"#).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
