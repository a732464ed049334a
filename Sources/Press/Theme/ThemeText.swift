/// A text of a theme while it is checked: it knows its name, so that a refusal tells file and line.
struct ThemeText {
    /// The file's name in the theme.
    let name: String
    /// UTF-8 without control characters but tab and line feed.
    let bytes: [UInt8]

    /// A line that says something: `tagline News of the coast`.
    struct Line {
        /// Counted from 1.
        let number: Int
        /// The first word.
        let word: String
        /// What stands behind it.
        let rest: String
    }

    /// Takes a file; a carriage return before a line feed does not count.
    init(_ name: String, _ bytes: [UInt8]) throws(PressError) {
        self.name = name
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            let isEndOfLine = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
            if byte != 0x0d || !isEndOfLine { kept.append(byte) }
        }
        self.bytes = kept
        guard bytes.count <= ThemeLimits.textBytes else {
            throw .badTheme(file: name, line: nil, "it has over 64 KiB")
        }
        guard String(validating: kept, as: UTF8.self) != nil else {
            throw .badTheme(file: name, line: nil, "it is no UTF-8")
        }
        let control = kept.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0a || $0 == 0x7f }
        if let control { throw refusal("a control character", at: control) }
    }

    /// The lines that say something; an empty one, and one that begins with `#`, does not.
    var lines: [Line] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .compactMap { number, bytes in
                let words = String(decoding: bytes, as: UTF8.self)
                    .split(maxSplits: 1) { $0 == " " || $0 == "\t" }
                guard let word = words.first, !word.hasPrefix("#") else { return nil }
                let rest = words.count > 1 ? Self.trimmed(words[1]) : ""
                return Line(number: number + 1, word: String(word), rest: rest)
            }
    }

    private static func trimmed(_ words: Substring) -> String {
        var words = words.drop { $0 == " " || $0 == "\t" }
        while let last = words.last, last == " " || last == "\t" { words.removeLast() }
        return String(words)
    }

    /// The bytes of a stretch as text.
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Why the theme cannot be used, with the line.
    func refusal(_ reason: String, line: Int) -> PressError {
        .badTheme(file: name, line: line, reason)
    }

    /// Why the theme cannot be used, with the line of a byte.
    func refusal(_ reason: String, at place: Int) -> PressError {
        let line = bytes.prefix(place).count { $0 == UInt8(ascii: "\n") } + 1
        return refusal(reason, line: line)
    }

    /// What is said of a line whose first word nobody knows; only a plain one is repeated.
    func unknown(_ line: Line, _ hint: String) -> PressError {
        let isPlain =
            line.word.utf8.count <= 24
            && line.word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "`") }
        let reason = isPlain ? "`\(line.word)` is not known" : "its first word is not known"
        return refusal("\(reason); \(hint)", line: line.number)
    }
}

/// The limits of a theme.
enum ThemeLimits {
    /// The whole.
    static let bytes = 4 << 20
    /// The whole as one file: each of its files has a header and is filled up.
    static let archiveBytes = bytes + files * 1_024 + 1_024
    /// One picture or font.
    static let assetBytes = 1 << 20
    /// One text: what it says stands in every page.
    static let textBytes = 64 << 10
    /// All files.
    static let files = 256
    /// The elements that are open at once in a place's markup.
    static let openElements = 32
    /// The sections in the masthead, and the places to share at.
    static let names = 24
}
