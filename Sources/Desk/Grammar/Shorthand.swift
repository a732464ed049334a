/// `3s/old/new/` for those who know it: the same as `replace 3 "old" "new"`.
enum Shorthand {
    /// The line in full words; any other line as it is.
    static func expanded(_ line: String) -> String {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line[digits.endIndex...]
        guard rest.hasPrefix("s"), let slash = rest.dropFirst().first, "/|,#".contains(slash) else {
            return line
        }
        let parts = rest.dropFirst(2).split(separator: slash, omittingEmptySubsequences: false)
        let isClosed = parts.count == 2 || (parts.count == 3 && parts[2].isEmpty)
        guard isClosed, !parts[0].isEmpty else { return line }
        return ["replace", String(digits), quoted(parts[0]), quoted(parts[1])]
            .filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

/// A text as a word of a line: quoted, so that it is read back as it is.
func quoted(_ text: some StringProtocol) -> String {
    let escaped = text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
}
