/// Who a byline names: `By Ann Example and Bo Sample` names two.
struct Byline {
    /// The names, as written.
    let names: [String]

    /// Cuts a byline at commas, `&` and the language's "and", and drops its "By".
    init(_ line: String, _ words: Words) {
        var rest = Substring(line)
        for by in ["By", words[.by]] where rest.hasPrefix(by + " ") {
            rest = rest.dropFirst(by.count + 1)
        }
        var parts = [String(rest)]
        for mark in [", ", " & ", " and ", " \(words[.and]) "] {
            parts = parts.flatMap { $0.split(separator: mark).map { String($0) } }
        }
        names = parts.filter { !$0.isEmpty }
    }
}
