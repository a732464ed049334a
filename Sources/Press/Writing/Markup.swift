/// HTML or XML while it is written: only literals and trusted bytes go in as they are.
///
/// Escaping works on UTF-8 bytes, never on characters: a quote with a combining mark is one
/// character, and would close an attribute.
package struct Markup: Sendable {
    /// What was written so far, as UTF-8.
    package private(set) var bytes: [UInt8] = []

    /// Starts empty.
    package init() {}

    /// Writes markup that stands in our own source.
    package mutating func raw(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes markup that was escaped before.
    package mutating func trusted(_ html: HTML) { bytes += html.bytes }

    /// Writes a text or an attribute's value: `& < > " '` escaped, a carriage return as `&#13;`,
    /// and U+FFFD for what XML forbids (F11, F13).
    package mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            var start = 0
            for place in 0..<utf8.count {
                guard unsafe !Self.isPlain(utf8[place]),
                    let escape = unsafe Self.escape(utf8, at: place)
                else { continue }
                unsafe bytes.append(contentsOf: utf8[start..<(place + 1 - escape.length)])
                raw(escape.written)
                start = place + 1
            }
            unsafe bytes.append(contentsOf: utf8[start...])
        }
    }

    /// Whether a byte never needs an escape.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x22...0x27, UInt8(ascii: "<"), UInt8(ascii: ">"), 0xbe, 0xbf: false
        default: true
        }
    }

    /// What is written for the byte at a place, and how many bytes it stands for; nil for a byte
    /// that is written as it is, in one run with its neighbours.
    private static func escape(
        _ utf8: UnsafeBufferPointer<UInt8>,
        at place: Int
    ) -> (written: StaticString, length: Int)? {
        switch unsafe utf8[place] {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case UInt8(ascii: "'"): return ("&#39;", 1)
        case 0x0d: return ("&#13;", 1)
        case 0x09, 0x0a: return nil
        case 0..<0x20: return ("\u{fffd}", 1)
        case 0xbe, 0xbf:
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            guard place > 1, unsafe utf8[place - 1] == 0xbf, unsafe utf8[place - 2] == 0xef else {
                return nil
            }
            return ("\u{fffd}", 3)
        default: return nil
        }
    }

    /// Writes a number.
    package mutating func number(_ value: Int) { bytes += String(value).utf8 }

    /// Everything written, as markup that others may put in.
    package var html: HTML { HTML(trusted: bytes) }
}

/// Markup that was escaped by whoever wrote it.
package struct HTML: Hashable, Sendable {
    /// UTF-8.
    package let bytes: [UInt8]

    /// Vouches that every text in `bytes` was escaped.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }
}
