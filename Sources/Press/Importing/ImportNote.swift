extension ImportedStory {
    /// What a person has to look at: dates, and all that is unsure; nil where there is nothing.
    ///
    /// It is a comment of HTML, which the press refuses to publish: so it is read, and cut.
    package var note: String? {
        let lines = report.filter { $0.verdict == .unsure || $0.block == .date }
        guard !lines.isEmpty else { return nil }
        let shown = lines.prefix(ImportLimits.noteLines).map(Self.said)
        let more = lines.count - shown.count
        let rest = more > 0 ? ["and \(more) more, which the report names"] : []
        let head = "<!-- imported from \(Self.harmless(fileName)): look at this, then cut it"
        let tail = "original: \(original) -->"
        return ([head] + shown + rest + [tail]).joined(separator: "\n") + "\n"
    }

    private static func said(_ line: ImportLine) -> String {
        let text = String(line.summary.prefix(ImportLimits.noteCharacters))
        let doubt = line.verdict == .unsure ? "unsure " : ""
        let why = line.why.isEmpty ? "" : " (\(line.why))"
        return harmless("\(doubt)\(line.block.rawValue): \(text)\(why)")
    }

    /// The words in one line, without what would end the comment.
    private static func harmless(_ text: String) -> String {
        text.inOneLine.replacing("->", with: "- >")
    }
}
