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
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "'"): raw("&#39;")
            case 0x0d: raw("&#13;")
            case 0x09, 0x0a: bytes.append(byte)
            case 0..<0x20: raw("\u{fffd}")
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            case 0xbe...0xbf where bytes.suffix(2) == [0xef, 0xbf]:
                bytes.removeLast(2)
                raw("\u{fffd}")
            default: bytes.append(byte)
            }
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
