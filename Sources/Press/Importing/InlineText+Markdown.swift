// A mark counts in CommonMark only where it stands apart from letters outside. Where a page marks half
// a word, or two words without a blank between, the words are kept and the mark is not.

extension InlineText {
    /// Words of one style without blanks at their ends.
    private struct Run {
        let text: String
        let style: Style
        /// Whether a blank stands before it.
        let isSpaced: Bool

        var isMarked: Bool { style.isBold || style.isItalic }
    }

    /// The words as Markdown; the first of them opens no other block.
    func markdown(inTable: Bool = false) -> String {
        let runs = runs
        var written = ""
        var isAfterMark = false
        for place in runs.indices {
            let run = runs[place]
            if run.isSpaced, !written.isEmpty { written += " " }
            let isMarked =
                run.isMarked && (run.style.href != nil || isApart(place, in: runs))
                && (run.isSpaced || !isAfterMark)
            written += Self.marked(run, inTable: inTable, isMarked: isMarked)
            isAfterMark = isMarked && run.style.href == nil
        }
        return MarkdownEscapes.opening(written)
    }

    private var runs: [Run] {
        var runs: [Run] = []
        var isSpaced = false
        for span in spans {
            let words = span.text.inOneLine
            guard !words.isEmpty else {
                isSpaced = isSpaced || !span.text.isEmpty
                continue
            }
            let isOpening = span.text.unicodeScalars.first?.isWhite == true
            runs.append(Run(text: words, style: span.style, isSpaced: isSpaced || isOpening))
            isSpaced = span.text.unicodeScalars.last?.isWhite == true
        }
        return runs
    }

    private func isApart(_ place: Int, in runs: [Run]) -> Bool {
        let before = place == 0 || runs[place].isSpaced ? nil : runs[place - 1].text
        let isLast = place + 1 == runs.count || runs[place + 1].isSpaced
        let after = isLast ? nil : runs[place + 1].text
        return [before?.unicodeScalars.last, after?.unicodeScalars.first]
            .allSatisfy { $0?.isPunctuation ?? true }
    }

    private static func marked(_ run: Run, inTable: Bool, isMarked: Bool) -> String {
        var text = MarkdownEscapes.inline(run.text, inTable: inTable)
        if isMarked, run.style.isItalic { text = "*\(text)*" }
        if isMarked, run.style.isBold { text = "**\(text)**" }
        if let href = run.style.href {
            text = "[\(text)](<\(inTable ? href.replacing("|", with: "%7C") : href)>)"
        }
        return text
    }
}
