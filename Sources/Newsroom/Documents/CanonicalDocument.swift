/// The bytes that are cleared, released and proved (newsroom.md 6): fields, an empty line, a body.
public struct CanonicalDocument: Hashable, Sendable {
    /// The fields that have a value.
    public let fields: [DocumentField: String]
    /// The body, which ends in a line feed unless it is empty.
    public let body: String

    /// Takes fields, of which empty ones do not count, and a body.
    public init(fields: [DocumentField: String], body: String) {
        self.fields = fields.filter { !$0.value.isEmpty }
        let isOpen = !body.isEmpty && body.utf8.last != UInt8(ascii: "\n")
        self.body = isOpen ? body + "\n" : body
    }

    /// The document as UTF-8: the content hash is the SHA-256 of exactly these bytes.
    public var bytes: [UInt8] {
        var text = ""
        for field in DocumentField.allCases {
            guard let value = fields[field] else { continue }
            text += "\(field): \(escaped(value))\n"
        }
        return Array((text + "\n" + body).utf8)
    }
}

/// A value on one line: a backslash is written twice, a line feed as `\n`.
package func escaped(_ value: String) -> String {
    let (backslash, lineFeed) = (UInt8(ascii: "\\"), UInt8(ascii: "\n"))
    guard value.utf8.contains(where: { $0 == backslash || $0 == lineFeed }) else { return value }
    var text: [UInt8] = []
    for byte in value.utf8 {
        switch byte {
        case backslash: text += [backslash, backslash]
        case lineFeed: text += [backslash, UInt8(ascii: "n")]
        default: text.append(byte)
        }
    }
    return String(decoding: text, as: UTF8.self)
}

/// Why bytes are no canonical document.
public enum DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not UTF-8, or a carriage return is in it.
    case badText
    /// A line that is no known field in its order.
    case badField(line: Int)
    /// A body that does not end in a line feed.
    case openEnd

    /// One line: what is wrong, and where.
    public var description: String {
        switch self {
        case .badText: "the document is not plain UTF-8"
        case .badField(let line): "line \(line) is no field of a document, or out of order"
        case .openEnd: "the document does not end in a line feed"
        }
    }
}

extension CanonicalDocument {
    /// Reads exactly what `bytes` writes: no unknown or repeated field, no other order, no CR.
    ///
    /// - Throws: `DocumentError` with the first line that does not fit.
    public init(parsing bytes: [UInt8]) throws(DocumentError) {
        guard let text = String(validating: bytes, as: UTF8.self),
            !bytes.contains(UInt8(ascii: "\r"))
        else { throw .badText }
        var fields: [DocumentField: String] = [:]
        var rest = text.unicodeScalars[...]
        var line = 1
        var next: UInt8 = 0
        while let end = rest.firstIndex(of: "\n"), end != rest.startIndex {
            let (field, value) = try Self.field(in: rest[..<end], line: line)
            guard field.rawValue >= next else { throw .badField(line: line) }
            next = field.rawValue + 1
            fields[field] = value
            rest = rest[rest.index(after: end)...]
            line += 1
        }
        guard rest.first == "\n" else { throw .badField(line: line) }
        rest = rest.dropFirst()
        guard rest.isEmpty || rest.last == "\n" else { throw .openEnd }
        self.init(fields: fields, body: String(rest))
    }

    private static func field(
        in line: Substring.UnicodeScalarView,
        line number: Int
    ) throws(DocumentError) -> (DocumentField, String) {
        guard let colon = line.firstIndex(of: ":"),
            let field = DocumentField(named: String(line[..<colon]))
        else { throw .badField(line: number) }
        let value = line[line.index(after: colon)...]
        guard value.first == " ", value.count > 1 else { throw .badField(line: number) }
        guard let plain = unescaped(value.dropFirst()) else { throw .badField(line: number) }
        return (field, plain)
    }

    private static func unescaped(_ value: Substring.UnicodeScalarView) -> String? {
        var text = String.UnicodeScalarView()
        var isEscape = false
        for scalar in value {
            if isEscape {
                guard scalar == "\\" || scalar == "n" else { return nil }
                text.append(scalar == "n" ? "\n" : "\\")
                isEscape = false
            } else if scalar == "\\" {
                isEscape = true
            } else {
                text.append(scalar)
            }
        }
        return isEscape ? nil : String(text)
    }
}
