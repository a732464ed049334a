extension JSONText {
    /// Reads JSON whose objects have each key once and whose numbers are whole and below 2^53.
    ///
    /// - Throws: `SyncError.malformed`; nesting deeper than 16 is refused.
    package init(parsing bytes: [UInt8]) throws(SyncError) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        var parser = JSONParser(scalars: Array(text.unicodeScalars))
        self = try parser.document()
    }
}

private struct JSONParser {
    let scalars: [Unicode.Scalar]
    private var place = 0

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func document() throws(SyncError) -> JSONText {
        let value = try value(depth: 0)
        skipBlank()
        guard place == scalars.count else { throw .malformed }
        return value
    }

    private mutating func value(depth: Int) throws(SyncError) -> JSONText {
        guard depth <= 16 else { throw .malformed }
        skipBlank()
        switch peek {
        case "{": return try object(depth: depth)
        case "[": return try array(depth: depth)
        case "\"": return .string(try string())
        case "t": return try word("true", .bool(true))
        case "f": return try word("false", .bool(false))
        case "n": return try word("null", .null)
        default: return try number()
        }
    }

    private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func skipBlank() {
        while let next = peek, next == " " || next == "\n" || next == "\r" || next == "\t" {
            place += 1
        }
    }

    private mutating func take(_ expected: Unicode.Scalar) throws(SyncError) {
        guard peek == expected else { throw .malformed }
        place += 1
    }

    private mutating func word(_ word: String, _ value: JSONText) throws(SyncError) -> JSONText {
        for scalar in word.unicodeScalars { try take(scalar) }
        return value
    }

    private mutating func object(depth: Int) throws(SyncError) -> JSONText {
        try take("{")
        var members: [String: JSONText] = [:]
        skipBlank()
        while peek != "}" {
            if !members.isEmpty { try take(",") }
            skipBlank()
            let key = try string()
            skipBlank()
            try take(":")
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
                throw .malformed
            }
            skipBlank()
        }
        try take("}")
        return .object(members)
    }

    private mutating func array(depth: Int) throws(SyncError) -> JSONText {
        try take("[")
        var items: [JSONText] = []
        skipBlank()
        while peek != "]" {
            if !items.isEmpty { try take(",") }
            items.append(try value(depth: depth + 1))
            skipBlank()
        }
        try take("]")
        return .array(items)
    }

    private mutating func number() throws(SyncError) -> JSONText {
        var digits = ""
        while let next = peek, next == "-" || ("0"..."9").contains(next) {
            digits.unicodeScalars.append(next)
            place += 1
        }
        guard let value = Int(digits), abs(value) < 1 << 53, digits == String(value) else {
            throw .malformed
        }
        return .number(value)
    }

    private mutating func string() throws(SyncError) -> String {
        try take("\"")
        var text = String.UnicodeScalarView()
        while let next = peek, next != "\"" {
            place += 1
            guard next.value >= 0x20 else { throw .malformed }
            text.append(next == "\\" ? try escape() : next)
        }
        try take("\"")
        return String(text)
    }

    private mutating func escape() throws(SyncError) -> Unicode.Scalar {
        guard let kind = peek else { throw .malformed }
        place += 1
        switch kind {
        case "\"", "\\", "/": return kind
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try codePoint()
        default: throw .malformed
        }
    }

    private mutating func codePoint() throws(SyncError) -> Unicode.Scalar {
        let high = try codeUnit()
        guard (0xd800..<0xdc00).contains(high) else {
            guard let scalar = Unicode.Scalar(high) else { throw .malformed }
            return scalar
        }
        try take("\\")
        try take("u")
        let low = try codeUnit()
        guard (0xdc00..<0xe000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
        else { throw .malformed }
        return scalar
    }

    private mutating func codeUnit() throws(SyncError) -> UInt32 {
        guard place + 4 <= scalars.count else { throw .malformed }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: scalars[place..<(place + 4)])
        place += 4
        guard !digits.contains("+"), !digits.contains("-"),
            let unit = UInt32(String(digits), radix: 16)
        else { throw .malformed }
        return unit
    }
}
