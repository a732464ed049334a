// Cutting HTML into tokens (after the WHATWG standard's tokenizer, without its error states): linear
// in the bytes, because nothing is looked at twice, and total: any bytes give tokens, and all text
// that a browser would show is in them.

/// Cuts HTML into tokens, one after the other.
package struct HTMLTokens: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0
    private var text = ""
    /// Tokens that stand behind the text that was just handed out; two at most.
    private var ready: [HTMLToken] = []

    /// Cuts a text; nothing is refused.
    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The next token; nil at the end.
    package mutating func next() -> HTMLToken? {
        while ready.isEmpty, place < bytes.count { take() }
        if !text.isEmpty {
            defer { text = "" }
            return .text(text)
        }
        return ready.isEmpty ? nil : ready.removeFirst()
    }

    /// The elements whose content is no markup.
    private static let rawElements: Set<String> = [
        "script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noframes", "noembed",
    ]

    private mutating func take() {
        guard bytes[place] == UInt8(ascii: "<"), let following else { return takeText() }
        switch following {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): takeComment()
        case UInt8(ascii: "/"):
            guard place + 2 < bytes.count, bytes[place + 2].isLetter else { return takeText() }
            takeEndTag()
        case _ where following.isLetter: takeStartTag()
        default: takeText()
        }
    }

    private var following: UInt8? { place + 1 < bytes.count ? bytes[place + 1] : nil }

    /// Text up to the next `<`; one that begins no tag is text itself.
    private mutating func takeText() {
        let start = place
        place = self.place(of: UInt8(ascii: "<"), from: place + 1)
        text += CharacterReferences.resolved(bytes[start..<place])
    }

    private mutating func takeComment() {
        let isLong = bytes[place...].starts(with: "<!--".utf8)
        let end = Array((isLong ? "-->" : ">").utf8)
        let start = Swift.min(place + (isLong ? 4 : 2), bytes.count)
        let stop = self.place(of: end, from: start)
        ready.append(.comment(string(start..<stop)))
        place = Swift.min(bytes.count, stop + end.count)
    }

    private mutating func takeEndTag() {
        place += 2
        let name = takeName()
        place = Swift.min(bytes.count, self.place(of: UInt8(ascii: ">"), from: place) + 1)
        ready.append(.close(name))
    }

    private mutating func takeStartTag() {
        place += 1
        let name = takeName()
        var attributes: [String: String] = [:]
        while let (name, value) = takeAttribute() {
            if attributes[name] == nil { attributes[name] = value }
        }
        ready.append(.open(name, attributes))
        guard Self.rawElements.contains(name) else { return }
        let stop = endOfRaw(name)
        if stop > place { ready.append(.source(name, string(place..<stop))) }
        place = stop
    }

    // MARK: - Inside a tag

    /// The next attribute of the tag; nil behind its `>`.
    private mutating func takeAttribute() -> (String, String)? {
        while place < bytes.count, bytes[place].isBlank || bytes[place] == UInt8(ascii: "/") {
            place += 1
        }
        guard place < bytes.count else { return nil }
        guard bytes[place] != UInt8(ascii: ">") else {
            place += 1
            return nil
        }
        let name = takeName()
        skipBlanks()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return (name, "") }
        place += 1
        skipBlanks()
        return (name, takeValue())
    }

    private mutating func takeValue() -> String {
        guard place < bytes.count else { return "" }
        let quote = bytes[place]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = place + 1
            let stop = self.place(of: quote, from: start)
            place = Swift.min(bytes.count, stop + 1)
            return CharacterReferences.resolved(bytes[start..<stop])
        }
        let start = place
        while place < bytes.count, !bytes[place].isBlank, bytes[place] != UInt8(ascii: ">") {
            place += 1
        }
        return CharacterReferences.resolved(bytes[start..<place])
    }

    /// A name of a tag or an attribute: at least one byte, so that no tag is without end.
    private mutating func takeName() -> String {
        let start = place
        while place < bytes.count, place == start || !bytes[place].endsName { place += 1 }
        return string(start..<place).lowercased()
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place].isBlank { place += 1 }
    }

    // MARK: - Finding

    /// Where `</name` stands next, or the end.
    private func endOfRaw(_ name: String) -> Int {
        let end = Array("</\(name)".utf8)
        var found = place
        while true {
            found = self.place(of: UInt8(ascii: "<"), from: found)
            guard found < bytes.count else { return found }
            let candidate = bytes[found...].prefix(end.count)
            if candidate.elementsEqual(end, by: { $0 | 0x20 == $1 | 0x20 }) { return found }
            found += 1
        }
    }

    private func place(of end: [UInt8], from start: Int) -> Int {
        var found = start
        while true {
            found = place(of: end[0], from: found)
            if found == bytes.count || bytes[found...].starts(with: end) { return found }
            found += 1
        }
    }

    private func place(of byte: UInt8, from start: Int) -> Int {
        var found = start
        while found < bytes.count, bytes[found] != byte { found += 1 }
        return found
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7a).contains(self | 0x20) }
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
    fileprivate var endsName: Bool {
        isBlank || self == UInt8(ascii: "=") || self == UInt8(ascii: "/")
            || self == UInt8(ascii: ">")
    }
}
