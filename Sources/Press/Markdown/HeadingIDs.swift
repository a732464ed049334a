/// The ids that headings get from their words, each once in a body.
struct HeadingIDs {
    private var used: Set<String> = []

    /// The next id for a heading with this text.
    mutating func next(for text: String) -> String {
        let name = Self.name(of: text)
        var id = name
        var number = 2
        while !used.insert(id).inserted {
            id = "\(name)-\(number)"
            number += 1
        }
        return id
    }

    /// The id of the first heading with this text: what a link within the page names.
    ///
    /// It begins with `part-`, so that it is no id of the page around it.
    static func name(of text: String) -> String {
        text.hasPrefix("part-") || text.hasPrefix("fn-")
            ? Name.plain(text) : "part-" + Name.plain(text)
    }
}
