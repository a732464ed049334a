/// One typed line, cut into words: `replace 3 "old words" "new words" --note "as heard"`.
///
/// Words stand between spaces; text in quotes, straight or curly, is one word, and a backslash
/// inside keeps the next character as it is. A word that begins with `--` is an option.
struct TypedLine: Hashable, Sendable {
    /// One word of the line.
    struct Word: Hashable, Sendable {
        /// The word without its quotes.
        let text: String
        /// Whether it stood in quotes, and so is never an option.
        let isQuoted: Bool

        /// The name of the option that the word is; nil for a plain word.
        var option: String? {
            guard !isQuoted, text.hasPrefix("--"), text.count > 2 else { return nil }
            return String(text.dropFirst(2))
        }
    }

    /// The words, in order.
    let words: [Word]

    /// Cuts a line.
    ///
    /// - Throws: `DeskError.openQuote` where a quote is not closed.
    init(_ line: String) throws(DeskError) {
        var cutter = WordCutter(rest: line[...])
        words = try cutter.words()
    }
}

private struct WordCutter {
    var rest: Substring

    mutating func words() throws(DeskError) -> [TypedLine.Word] {
        var words: [TypedLine.Word] = []
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else {
                words.append(try word(from: first))
            }
        }
        return words
    }

    private mutating func word(from first: Character) throws(DeskError) -> TypedLine.Word {
        guard let closing = closingQuote(of: first) else {
            let plain = rest.prefix { !$0.isWhitespace }
            rest = rest[plain.endIndex...]
            return TypedLine.Word(text: String(plain), isQuoted: false)
        }
        rest.removeFirst()
        var text = ""
        while let next = rest.popFirst() {
            if next == closing { return TypedLine.Word(text: text, isQuoted: true) }
            let isEscape = next == "\\" && (rest.first == closing || rest.first == "\\")
            text.append(isEscape ? rest.removeFirst() : next)
        }
        throw .openQuote
    }

    private func closingQuote(of first: Character) -> Character? {
        switch first {
        case "\"": "\""
        case "'": "'"
        case "“": "”"
        case "„": "“"
        case "«": "»"
        default: nil
        }
    }
}
