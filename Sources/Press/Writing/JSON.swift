/// A JSON value that is written with its keys in the order in which they were given.
indirect enum JSON: Sendable {
    case text(String)
    /// A value that was written before, and has no lines of its own.
    case written([UInt8])
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

    /// The value as UTF-8.
    var written: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: 0)
        return bytes
    }

    private func write(to bytes: inout [UInt8], indent: Int) {
        switch self {
        case .text(let value): Self.write(value, to: &bytes)
        case .written(let value): bytes += value
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

    /// Writes a text: `<` is escaped so that the value may stand in a script element (G5), U+2028
    /// and U+2029 so that it is JavaScript too; what needs no escape goes in by runs.
    private static func write(_ value: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { utf8 in
            var start = 0
            for place in 0..<utf8.count {
                let byte = unsafe utf8[place]
                guard !isPlain(byte), let escape = unsafe escape(utf8, at: place) else { continue }
                unsafe bytes.append(contentsOf: utf8[start..<(place + 1 - escape.length)])
                bytes += escape.written.utf8
                start = place + 1
            }
            unsafe bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a byte never needs an escape.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0xa8, 0xa9: false
        default: true
        }
    }

    /// What is written for the byte at a place, and how many bytes it stands for; nil where it is
    /// written as it is.
    private static func escape(
        _ utf8: UnsafeBufferPointer<UInt8>,
        at place: Int
    ) -> (written: String, length: Int)? {
        let byte = unsafe utf8[place]
        switch byte {
        case UInt8(ascii: "\""): return (#"\""#, 1)
        case UInt8(ascii: "\\"): return (#"\\"#, 1)
        case UInt8(ascii: "\n"): return (#"\n"#, 1)
        case UInt8(ascii: "<"): return (#"\u003c"#, 1)
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            return ((byte < 0x10 ? #"\u000"# : #"\u00"#) + digits, 1)
        default:
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            guard place > 1, unsafe utf8[place - 1] == 0x80, unsafe utf8[place - 2] == 0xe2 else {
                return nil
            }
            return (byte == 0xa8 ? #"\u2028"# : #"\u2029"#, 3)
        }
    }
}
