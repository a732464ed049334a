extension StyledText {
    /// The text in lines: broken at its line feeds and, where `width` is given, between words, so
    /// that no line is wider; lines after the first are indented.
    func lines(within width: Int?) -> [StyledText] {
        if isOneLine(within: width) { return [withoutTrailingBlanks] }
        var breaker = LineBreaker(indent: indent, width: width)
        for span in spans { breaker.take(span) }
        return breaker.finished
    }

    /// Whether nothing has to be broken, as in most answers.
    private func isOneLine(within width: Int?) -> Bool {
        let hasBreak = spans.contains { $0.text.utf8.contains(UInt8(ascii: "\n")) }
        return !hasBreak && width.map { columns <= $0 } ?? true
    }
}

/// Sets words in lines, as a compositor does: greedily, one after the other.
private struct LineBreaker {
    let indent: Int
    let width: Int?
    private var lines: [StyledText] = [StyledText("")]
    private var used = 0

    init(indent: Int, width: Int?) {
        self.indent = indent
        self.width = width
    }

    var finished: [StyledText] { lines.map(\.withoutTrailingBlanks) }

    mutating func take(_ span: StyledText.Span) {
        for (place, line) in span.text.split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).enumerated() {
            if place > 0 { breakLine() }
            for word in line.wordsWithBlanks { set(word, span.mark) }
        }
    }

    private mutating func set(_ word: Substring, _ mark: Mark) {
        let columns = Columns.width(of: word)
        let isBlank = word.first == " "
        if let width, used + columns > width, used > indent, !isBlank { breakLine() }
        guard let width, used + columns > width, !isBlank else {
            lines[lines.count - 1] += StyledText(String(word), mark)
            used += columns
            return
        }
        cut(word, mark, to: width)
    }

    /// Sets a word that no line can hold, as in scripts without spaces: between any two characters.
    private mutating func cut(_ word: Substring, _ mark: Mark, to width: Int) {
        var rest = word
        while let first = rest.first {
            var part = String(first)
            rest.removeFirst()
            var columns = Columns.width(of: part)
            if used + columns > width, used > indent { breakLine() }
            while let next = rest.first {
                let more = Columns.width(of: String(next))
                guard used + columns + more <= width else { break }
                columns += more
                part.append(rest.removeFirst())
            }
            lines[lines.count - 1] += StyledText(part, mark)
            used += columns
        }
    }

    private mutating func breakLine() {
        lines.append(StyledText(String(repeating: " ", count: indent)))
        used = indent
    }
}

extension StyledText {
    /// The text without spaces at its end.
    fileprivate var withoutTrailingBlanks: StyledText {
        guard let last = spans.last, last.text.utf8.last == UInt8(ascii: " ") else { return self }
        let kept = last.text.reversed().drop { $0 == " " }.reversed()
        let rest = Array(spans.dropLast())
        guard kept.isEmpty else {
            return StyledText(spans: rest + [Span(text: String(kept), mark: last.mark)])
        }
        return StyledText(spans: rest).withoutTrailingBlanks
    }
}

extension Substring {
    /// Words and the blanks between them, in turn.
    fileprivate var wordsWithBlanks: [Substring] {
        var parts: [Substring] = []
        var rest = self
        while let first = rest.first {
            let part = rest.prefix { ($0 == " ") == (first == " ") }
            parts.append(part)
            rest = rest[part.endIndex...]
        }
        return parts
    }
}
