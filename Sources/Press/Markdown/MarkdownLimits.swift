import Newsroom

// Debian's cmark-gfm fills tables out: 14 KB of Markdown make 12 s of work. With these limits,
// checked before it sees a byte, the worst patterns known stay below a quarter second.

/// The limits of a body (publishing.md 4.3): pure functions of its bytes.
enum MarkdownLimits {
    static let bodyBytes = 256 * 1_024
    static let lineBytes = 32 * 1_024
    static let pipesInLine = 64
    static let tableWork = 20_000
    static let blockMarkers = 12
    static let footnotes = 500
    static let bracketWork = 4 * 1_024 * 1_024
    static let nesting = 100
    static let htmlBytes = 768 * 1_024

    /// - Throws: the first limit that the body breaks, with its line.
    static func check(_ body: [UInt8]) throws(PressRefusal) {
        guard body.count <= bodyBytes else {
            throw PressRefusal(.markdown, "the body has \(body.count) bytes, \(bodyBytes) may be")
        }
        var tables = TableWork()
        var links = LinkWork()
        for (index, line) in body.split(separator: lineFeed, omittingEmptySubsequences: false)
            .enumerated()
        {
            let number = index + 1
            guard line.count <= lineBytes else {
                throw PressRefusal(line: number, "over \(lineBytes) bytes long")
            }
            guard !line.contains(0) else { throw PressRefusal(line: number, "holds U+0000") }
            guard markers(atStartOf: line) <= blockMarkers else {
                throw PressRefusal(line: number, "over \(blockMarkers) block markers")
            }
            try tables.add(line, number)
            try links.add(line, number)
        }
        try links.check()
    }

    /// How many of `>`, `-`, `+`, `*`, `1.`, `1)` stand before the first other thing.
    private static func markers(atStartOf line: ArraySlice<UInt8>) -> Int {
        var count = 0
        var rest = line
        while let first = rest.first {
            switch first {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): rest.removeFirst()
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                count += 1
                rest.removeFirst()
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                rest = rest.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
                guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else {
                    return count
                }
                count += 1
                rest.removeFirst()
            default: return count
            }
        }
        return count
    }
}

/// Over runs of non-blank lines with a `|`: lines × (most pipes + 1), summed.
private struct TableWork {
    private var finished = 0
    private var lines = 0
    private var mostPipes = 0

    mutating func add(_ line: ArraySlice<UInt8>, _ number: Int) throws(PressRefusal) {
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
            finished += work
            (lines, mostPipes) = (0, 0)
        } else {
            let pipes = Self.pipes(in: line)
            guard pipes <= MarkdownLimits.pipesInLine else {
                throw PressRefusal(line: number, "over \(MarkdownLimits.pipesInLine) table cells")
            }
            lines += 1
            mostPipes = max(mostPipes, pipes)
        }
        guard finished + work <= MarkdownLimits.tableWork else {
            throw PressRefusal(line: number, "the tables are too large")
        }
    }

    private var work: Int { mostPipes == 0 ? 0 : lines * (mostPipes + 1) }

    private static func pipes(in line: ArraySlice<UInt8>) -> Int {
        var count = 0
        var isEscaped = false
        for byte in line {
            if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return count
    }
}

/// Footnotes, and reference definitions that each bracket might be looked up in.
private struct LinkWork {
    private var longest = 0
    private var brackets = 0
    private var footnotes = 0
    private var hasDefinition = false

    mutating func add(_ line: ArraySlice<UInt8>, _ number: Int) throws(PressRefusal) {
        longest = max(longest, line.count)
        let isFootnote = line.drop { $0 == UInt8(ascii: " ") }.starts(with: "[^".utf8)
        var definitions = 0
        var before: UInt8 = 0
        for byte in line {
            if byte == UInt8(ascii: "[") { brackets += 1 }
            if before == UInt8(ascii: "["), byte == UInt8(ascii: "^") { footnotes += 1 }
            if before == UInt8(ascii: "]"), byte == UInt8(ascii: ":") { definitions += 1 }
            before = byte
        }
        if definitions > (isFootnote ? 1 : 0) { hasDefinition = true }
        guard footnotes <= MarkdownLimits.footnotes else {
            throw PressRefusal(line: number, "over \(MarkdownLimits.footnotes) footnote marks")
        }
    }

    func check() throws(PressRefusal) {
        guard !hasDefinition || longest * brackets <= MarkdownLimits.bracketWork else {
            throw PressRefusal(.markdown, "too many brackets for the length of the lines")
        }
    }
}

private let lineFeed = UInt8(ascii: "\n")
