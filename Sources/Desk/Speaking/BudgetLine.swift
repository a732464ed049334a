import Newsroom
import Store
import SyncProtocol

/// One line of the news list (newsroom.md 10): a draft, and what a desk asks of it at a glance.
struct BudgetLine: Sendable {
    /// The story's slug, with the draft's label where there are several.
    let name: String
    /// Where the draft stands.
    let status: String
    /// What readers see.
    let isPublic: String
    /// Who has the story, and how many others claim it too.
    let who: String
    /// When it is due.
    let due: Moment?
    /// The time now; a time of the same day is told without its date.
    let now: Moment
    /// Whether that time passed.
    let isLate: Bool
    /// The words it has.
    let words: Int
    /// The words that were commissioned.
    let length: Int?
    /// What each gate says.
    let gates: String
    /// Restrictions, and what needs a person.
    let flags: String
    /// The section it goes to.
    let section: String
    /// From "1", the most urgent.
    let urgency: String
    /// Whether the person at this desk has it.
    let isMine: Bool
    /// Whether it was submitted and cannot go out yet.
    let isBlocked: Bool
    /// How many things need a person.
    let items: Int
    /// Whether it is not the text that this desk last showed in full.
    let isUnseen: Bool

    /// The headings of `cells`.
    static let headings = [
        "slug", "status", "public", "who", "due", "words", "gates", "flags", "seen",
    ]

    /// The cells of its row.
    var cells: [StyledText] {
        [
            StyledText(name, .strong), StyledText(status), StyledText(isPublic), StyledText(who),
            StyledText((isLate ? "!" : "") + (due?.short(on: now) ?? ""), isLate ? .alarm : .plain),
            StyledText("\(words)" + (length.map { "/\($0)" } ?? "")), StyledText(gates),
            StyledText(flags, .alarm), StyledText(isUnseen ? "*" : ""),
        ]
    }

    /// The same for programs.
    var facts: JSONText {
        .object([
            "story": .string(name), "status": .string(status), "public": .string(isPublic),
            "who": .string(who), "due": due.map { .string($0.utcSeconds) } ?? .null,
            "late": .bool(isLate), "words": .number(words),
            "length": length.map { .number($0) } ?? .null, "gates": .string(gates),
            "flags": .string(flags), "section": .string(section), "urgency": .string(urgency),
            "mine": .bool(isMine), "seen": .bool(!isUnseen),
        ])
    }
}

extension BudgetLine {
    /// The words that choose by something else than a section, a status or a name.
    static let sorts = ["mine", "late", "blocked", "conflicts", "unseen"]

    /// Whether a word chooses it: `mine`, `late`, `blocked`, `conflicts`, `unseen`, its section, its
    /// status, or a part of its slug.
    func matches(_ word: String) -> Bool {
        switch word {
        case "mine": isMine
        case "late": isLate
        case "blocked": isBlocked
        case "conflicts": items > 0
        case "unseen": isUnseen
        default:
            section.lowercased() == word.lowercased() || status == word
                || name.contains(word.lowercased())
        }
    }

    /// What a list may be ordered by.
    static let orders = ["urgency", "slug", "status", "due", "words", "who"]

    /// Lines in an order; the slug decides where that says nothing.
    static func ordered(_ lines: [BudgetLine], by order: String) -> [BudgetLine] {
        let keys = lines.map { ($0.place(in: order), $0.name) }
        return lines.indices.sorted { first, second in
            let (one, other) = (keys[first], keys[second])
            return one.0 == other.0 ? one.1 < other.1 : one.0 < other.0
        }.map { lines[$0] }
    }

    /// By a number first, then by a text; the longest stand first.
    private func place(in order: String) -> (Int, String) {
        switch order {
        case "slug": (0, name)
        case "status": (0, status)
        case "due": (0, due?.utcSeconds ?? "~")
        case "words": (-words, "")
        case "who": (0, who)
        default: (0, urgency + (due?.utcSeconds ?? "~"))
        }
    }
}
