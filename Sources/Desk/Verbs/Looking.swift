import Foundation
import Newsroom
import SyncProtocol

extension Verb {
    /// The verbs that show and change nothing.
    static let looking = [
        list, search, open, show, fields, history, timeline, log, record, blame, members,
        whereIsWhat, aside,
    ]

    private static let list = Verb(
        "list",
        on: .looking,
        taking: "[WORD…] [--by ORDER] [--all]",
        "lists the stories in play: mine, late, blocked, a section",
        example: "list mine late --by due",
        synonyms: ["budget", "ls", "drafts"]
    ) { desk, arguments in
        var filters: [String] = []
        while let word = arguments.wordIfAny() { filters.append(word) }
        return try await desk.list(
            filters,
            by: arguments.value(of: "by") ?? "urgency",
            isAll: arguments.has("all")
        )
    }

    private static let search = Verb(
        "search",
        on: .looking,
        taking: "WORDS",
        "finds words in texts and fields; accents and case do not matter",
        example: "search \"night ferry\""
    ) { desk, arguments in
        try await desk.search(try arguments.text("words"))
    }

    private static let open = Verb(
        "open",
        on: .looking,
        taking: "STORY",
        "opens a story: commands that name none work on it",
        example: "open budget-2026"
    ) { desk, arguments in
        let name = try arguments.word("a story")
        try arguments.finish()
        let manuscript = try await desk.manuscript(named: name)
        desk.open = manuscript
        return try await desk.opened(manuscript)
    }

    private static let show = Verb(
        "show",
        on: .looking,
        taking: "[STORY] [--plain]",
        "shows fields and numbered paragraphs, or the plain document",
        example: "show budget-2026"
    ) { desk, arguments in
        let name = arguments.wordIfAny()
        try arguments.finish()
        let copy = try await desk.copy(of: desk.manuscript(name, for: arguments.verb))
        return await desk.show(copy, isPlain: arguments.has("plain"))
    }

    private static let fields = Verb(
        "fields",
        on: .looking,
        taking: "[STORY]",
        "shows the fields, also empty ones, with every concurrent value",
        example: "fields"
    ) { desk, arguments in
        let name = arguments.wordIfAny()
        try arguments.finish()
        return try await desk.fields(of: desk.manuscript(name, for: arguments.verb))
    }

    private static let history = Verb(
        "history",
        on: .looking,
        taking: "[STORY] [--graph]",
        "lists what was done to a draft, or draws all drafts of its story",
        example: "history --graph"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        guard arguments.has("graph") else { return await desk.history(of: draft) }
        return await desk.graph(of: draft)
    }

    private static let timeline = Verb(
        "timeline",
        on: .looking,
        taking: "[STORY] [--svg FILE]",
        "draws drafts, revisions and merges, in text or as a picture",
        example: "timeline --svg budget.svg"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        guard let file = arguments.value(of: "svg") else { return await desk.graph(of: draft) }
        return try await desk.picture(of: draft, in: URL(filePath: file))
    }

    private static let log = Verb(
        "log",
        on: .looking,
        taking: "[COUNT]",
        "lists the newest acts in the whole newsroom, of 20 entries or COUNT",
        example: "log 50"
    ) { desk, arguments in
        let count = arguments.count == 0 ? 20 : try arguments.number("a count")
        try arguments.finish()
        return await desk.log(count)
    }

    private static let record = Verb(
        "record",
        on: .looking,
        taking: "[STORY]",
        "prints who wrote, changed, cleared, released what and when",
        example: "record budget-2026"
    ) { desk, arguments in
        await desk.record(of: try await desk.draft(named: &arguments))
    }

    private static let blame = Verb(
        "blame",
        on: .looking,
        taking: "[STORY]",
        "shows who wrote which words",
        example: "blame"
    ) { desk, arguments in
        await desk.blame(try await desk.draft(named: &arguments))
    }

    private static let members = Verb(
        "members",
        on: .looking,
        "lists the people, what they may do, and their devices",
        example: "members"
    ) { desk, arguments in
        try arguments.finish()
        return await desk.members()
    }

    private static let whereIsWhat = Verb(
        "where",
        on: .looking,
        "shows what only this device has, and what waits",
        example: "where",
        synonyms: ["status"]
    ) { desk, arguments in
        try arguments.finish()
        return try await desk.whereIsWhat()
    }

    private static let aside = Verb(
        "aside",
        on: .looking,
        "lists what was done and does not count, with the reason",
        example: "aside"
    ) { desk, arguments in
        try arguments.finish()
        return try await desk.aside()
    }
}
