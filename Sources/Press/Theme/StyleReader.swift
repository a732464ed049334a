// A style sheet may bring in things from elsewhere in three ways: `@import`, `url()`, and functions
// that take an address as a string. A string may come by way of a variable, so those functions are
// refused altogether, and then only `url()` is left, whose address has to stand in it. Names are read
// as CSS Syntax 3 reads them, escapes too: `@\69mport` is `@import`. Where this reader sees a name
// that a browser does not see, it refuses more; it never sees less.

/// A theme's style sheet while it is read: checked, with the addresses of assets filled in.
struct StyleReader {
    private let text: ThemeText
    private let assets: [String: SiteFile]
    private var place = 0
    private var written: [UInt8] = []
    /// The places of the braces that are open.
    private var open: [Int] = []

    /// Takes a style sheet and what it may name as `assets/NAME`.
    init(_ text: ThemeText, _ assets: [String: SiteFile]) {
        self.text = text
        self.assets = assets
    }

    /// The style sheet as the site has it.
    consuming func style() throws(PressError) -> String {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): try comment()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): try string(byte)
            case UInt8(ascii: "@"): try atRule()
            case UInt8(ascii: "<") where text.bytes[place...].starts(with: Array("<!--".utf8)):
                throw refusal("`<!--` has no place in a style")
            case UInt8(ascii: "{"), UInt8(ascii: "}"): try brace(byte)
            case _ where Self.isOfName(byte): try name()
            default: copy(1)
            }
        }
        if let brace = open.last { throw text.refusal("a `{` without its `}`", at: brace) }
        return String(decoding: written, as: UTF8.self)
    }

    private mutating func comment() throws(PressError) {
        var end = place + 2
        while end + 1 < text.bytes.count {
            if text.bytes[end] == UInt8(ascii: "*"), text.bytes[end + 1] == UInt8(ascii: "/") {
                return copy(end + 2 - place)
            }
            end += 1
        }
        throw refusal("a comment without its end")
    }

    private mutating func string(_ quote: UInt8) throws(PressError) {
        var end = place + 1
        while end < text.bytes.count, text.bytes[end] != UInt8(ascii: "\n") {
            if text.bytes[end] == quote { return copy(end + 1 - place) }
            end += text.bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        throw refusal("a string without its end")
    }

    private mutating func brace(_ byte: UInt8) throws(PressError) {
        if byte == UInt8(ascii: "{") {
            open.append(place)
        } else if open.popLast() == nil {
            throw refusal("a `}` without its `{`")
        }
        copy(1)
    }

    private mutating func atRule() throws(PressError) {
        let start = place
        copy(1)
        guard peek().map(Self.isOfName) == true else { return }
        if try readName() == "import" { throw text.refusal("`@import` is not allowed", at: start) }
        copy(from: start + 1)
    }

    /// A name; with `(` behind it, it is a function.
    private mutating func name() throws(PressError) {
        let start = place
        let name = try readName()
        guard peek() == UInt8(ascii: "(") else { return copy(from: start) }
        switch name {
        case "url": try address(from: start)
        case "src", "image", "image-set", "-webkit-image-set":
            throw text.refusal("`\(name)()` is not allowed; `url()` is", at: start)
        default: copy(from: start)
        }
    }

    /// `url(…)`: the name of an asset, or of something in the page; its quotes may be left out.
    private mutating func address(from start: Int) throws(PressError) {
        guard let end = text.bytes[place...].firstIndex(of: UInt8(ascii: ")")) else {
            throw text.refusal("`url(` without its `)`", at: start)
        }
        var inside = text.string(place + 1..<end)[...]
        let blanks: Set<Character> = [" ", "\t", "\n"]
        inside = inside.drop { blanks.contains($0) }
        while let last = inside.last, blanks.contains(last) { inside.removeLast() }
        for quote in ["\"", "'"]
        where inside.hasPrefix(quote) && inside.hasSuffix(quote) && inside.utf8.count > 1 {
            inside = inside.dropFirst().dropLast()
        }
        place = end + 1
        if inside.wholeMatch(of: /#[A-Za-z][A-Za-z0-9_-]*/) != nil {
            written += "url(\(inside))".utf8
        } else if let address = Theme.address(of: String(inside), among: assets) {
            written += "url(\"\(address)\")".utf8
        } else {
            throw text.refusal("`url()` has to name a file in assets/", at: start)
        }
    }

    // MARK: - Names

    /// Whether a byte may stand in a name; an escape begins with a backslash.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\\"), 0x80...: true
        default: false
        }
    }

    /// Moves behind a name, which is returned with its escapes resolved, in lower case.
    private mutating func readName() throws(PressError) -> String {
        var name = String.UnicodeScalarView()
        while let byte = peek(), Self.isOfName(byte) || (0x30...0x39).contains(byte) {
            place += 1
            guard byte == UInt8(ascii: "\\") else {
                name.append(Unicode.Scalar(byte))
                continue
            }
            name.append(try escaped())
        }
        return String(name).lowercased()
    }

    /// Moves behind what follows a backslash: up to six hex digits and a blank, or one character.
    private mutating func escaped() throws(PressError) -> Unicode.Scalar {
        let digits = text.bytes[place...].prefix(6).prefix {
            Character(Unicode.Scalar($0)).isHexDigit
        }
        guard !digits.isEmpty else {
            guard let byte = peek(), byte != UInt8(ascii: "\n") else {
                throw refusal("a backslash before nothing")
            }
            place += 1
            return Unicode.Scalar(byte)
        }
        place += digits.count
        if let blank = peek(), [0x20, 0x09, 0x0a].contains(blank) { place += 1 }
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
        return Unicode.Scalar(value) ?? "\u{fffd}"
    }

    // MARK: - Bytes

    private func peek(_ ahead: Int = 0) -> UInt8? {
        place + ahead < text.bytes.count ? text.bytes[place + ahead] : nil
    }

    private mutating func copy(_ count: Int) {
        written += text.bytes[place..<place + count]
        place += count
    }

    private mutating func copy(from start: Int) { written += text.bytes[start..<place] }

    private func refusal(_ reason: String) -> PressError { text.refusal(reason, at: place) }
}
