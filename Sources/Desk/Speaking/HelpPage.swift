import SyncProtocol

/// The commands in words: all of them on shelves, or one with an example.
enum HelpPage {
    static func overview(_ page: Page) -> Answer {
        let width = Vocabulary.verbs.map(\.name.count).max() ?? 0
        let shelves = Verb.Shelf.allCases.flatMap { shelf -> [StyledText] in
            let verbs = Vocabulary.verbs.filter { $0.shelf == shelf }
            return [StyledText(shelf.rawValue, .strong)]
                + verbs.map { verb in
                    let name = Columns.padded(StyledText("  \(verb.name)"), to: width + 4)
                    let room = max(20, page.width - width - 4)
                    return name + StyledText(Columns.clipped(verb.summary, to: room), .quiet)
                }
        }
        let names = Vocabulary.verbs.map { JSONText.string($0.name) }
        return Answer(
            shelves + [StyledText("`help VERB` explains one, with an example", .quiet)],
            facts: ["verbs": .array(names)]
        )
    }

    static func explaining(_ verb: Verb) -> Answer {
        var lines = [
            StyledText(verb.usage, .strong), StyledText("  \(verb.summary)"),
            StyledText("  example: \(verb.example)"),
        ]
        if !verb.synonyms.isEmpty {
            lines.append(StyledText("  also: \(verb.synonyms.joined(separator: ", "))", .quiet))
        }
        return Answer(
            lines,
            facts: [
                "usage": .string(verb.usage), "summary": .string(verb.summary),
                "example": .string(verb.example),
            ]
        )
    }
}
