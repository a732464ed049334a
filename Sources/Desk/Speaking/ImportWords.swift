import Newsroom
import Press
import SyncProtocol

/// What came of importing files, in words.
enum ImportWords {
    /// The longest text that is shown whole, in columns.
    private static let limitColumns = 60

    static func answer(to imports: [(path: String, slug: Slug, story: ImportedStory)]) -> Answer {
        guard let last = imports.last else { return Answer() }
        return Answer(
            imports.flatMap { path, slug, story in
                lines(of: story) + [sum(of: story, slug, isOpen: slug == last.slug)]
            },
            facts: [
                "story": .string("\(last.slug)"), "words": .number(words(of: last.story)),
                "drafts": .array(imports.map { facts(of: $0.story, $0.slug, $0.path) }),
            ]
        )
    }

    private static func words(of story: ImportedStory) -> Int {
        CanonicalDocument(fields: [:], body: story.text).words
    }

    private static func sum(
        of story: ImportedStory,
        _ slug: Slug,
        isOpen: Bool
    ) -> StyledText {
        let draft =
            "\(slug): a private draft of \(counted(words(of: story), "word"))"
            + (isOpen ? " is open" : "")
        guard !story.report.isEmpty else { return StyledText(draft) }
        let counts = [ImportLine.Verdict.sure, .unsure, .dropped].map { verdict in
            "\(story.report.count { $0.verdict == verdict }) \(verdict.rawValue)"
        }
        let note = story.note == nil ? "" : "; a note in it says what to look at"
        return StyledText("\(draft); \(counts.joined(separator: ", "))\(note)")
    }

    private static func lines(of story: ImportedStory) -> [StyledText] {
        let texts = story.report.map { Columns.clipped($0.summary, to: limitColumns) }
        let width =
            zip(texts, story.report).filter { !$1.why.isEmpty }
            .map { Columns.width(of: $0.0) }.max() ?? 0
        return zip(texts, story.report).map { text, line in
            let head = Columns.padded(StyledText(line.verdict.rawValue, mark(of: line)), to: 9)
            let name = Columns.padded(StyledText(line.block.rawValue), to: 14)
            guard !line.why.isEmpty else { return head + name + StyledText(text) }
            return head + name + Columns.padded(StyledText(text), to: width + 2)
                + StyledText(line.why, .quiet)
        }
    }

    private static func mark(of line: ImportLine) -> Mark {
        switch line.verdict {
        case .sure: .added
        case .unsure: .alarm
        case .dropped: .quiet
        }
    }

    private static func facts(of story: ImportedStory, _ slug: Slug, _ path: String) -> JSONText {
        .object([
            "file": .string(path), "story": .string("\(slug)"), "words": .number(words(of: story)),
            "original": .string("\(story.original)"),
            "report": .array(
                story.report.map { line in
                    .object([
                        "verdict": .string(line.verdict.rawValue),
                        "block": .string(line.block.rawValue),
                        "texts": .array(line.texts.map(JSONText.string)),
                        "why": .string(line.why),
                    ])
                }
            ),
        ])
    }
}
