/// The text of a stranger's file, whatever its encoding (publishing.md 8, step 1).
package struct ForeignText: Sendable {
    /// The text: line ends are line feeds, and no character is in it that no text has.
    package let text: String
    /// Whether the encoding was guessed.
    package let isGuessed: Bool

    /// Decodes: a byte order mark, then what a page says of itself, then UTF-8, then windows-1252.
    ///
    /// - Throws: `ImportError.encoding` where a page names an encoding that is not known here, and
    ///   `.notText` where the bytes are a picture, an archive or another thing than text.
    package init(_ bytes: [UInt8]) throws(ImportError) {
        if let text = Self.marked(bytes) {
            try self.init(text, isGuessed: false)
        } else if let name = Self.saidEncoding(bytes) {
            try self.init(said: name, bytes)
        } else if let text = String(validating: bytes, as: UTF8.self) {
            try self.init(text, isGuessed: false)
        } else {
            try self.init(SingleByteEncoding.western.text(bytes), isGuessed: true)
        }
    }

    private init(said name: String, _ bytes: [UInt8]) throws(ImportError) {
        if let text = SingleByteEncoding.named(name)?.text(bytes) {
            try self.init(text, isGuessed: false)
        } else if let text = String(validating: bytes, as: UTF8.self) {
            try self.init(text, isGuessed: false)
        } else if name == "utf-8" || name == "utf8" {
            try self.init(SingleByteEncoding.western.text(bytes), isGuessed: true)
        } else {
            throw .encoding(name)
        }
    }

    private init(_ decoded: String, isGuessed: Bool) throws(ImportError) {
        guard !decoded.unicodeScalars.contains("\0") else { throw .notText }
        text = Self.plain(decoded)
        self.isGuessed = isGuessed
    }

    /// One kind of line end, and no character that a document may not hold.
    private static func plain(_ decoded: String) -> String {
        var plain = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in decoded.unicodeScalars {
            switch scalar.value {
            case 0x0a where isAfterReturn: break
            case 0x0a, 0x0d, 0x0c, 0x2028, 0x2029: plain.append("\n")
            case 0x09, 0x20...0x7e: plain.append(scalar)
            case 0..<0x20, 0x7f...0x9f, 0xfeff, 0xfffd...0xffff: break
            default: plain.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(plain)
    }

    private static func marked(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
            return String(validating: bytes.dropFirst(3), as: UTF8.self)
        }
        if bytes.starts(with: [0xff, 0xfe]) { return wide(bytes, low: 0) }
        if bytes.starts(with: [0xfe, 0xff]) { return wide(bytes, low: 1) }
        return nil
    }

    private static func wide(_ bytes: [UInt8], low: Int) -> String? {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
            UInt16(bytes[place + low]) | UInt16(bytes[place + 1 - low]) << 8
        }
        return String(validating: units, as: UTF16.self)
    }

    /// The encoding that a `meta` among the first bytes names, in lower case.
    private static func saidEncoding(_ bytes: [UInt8]) -> String? {
        let head = SingleByteEncoding.western.text(bytes.prefix(1_024)).lowercased()
        let found = head.firstMatch(of: /<meta[^>]*charset\s*=\s*["']?([a-z0-9_.:-]+)/)
        return found.map { String($0.1) }
    }
}
