import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs that make and change text.
    static let writing = [
        new, importFile, share, drop, write, append, insert, replace, cut, move, edit, set, undo,
        redo,
    ]

    private static let new = Verb(
        "new",
        on: .writing,
        taking: "SLUG",
        "starts a draft that only this machine has, and opens it",
        example: "new budget-2026"
    ) { desk, arguments in
        let slug = try desk.slug(arguments.word("a slug"))
        try arguments.finish()
        try await desk.refuseTaken(slug)
        try await desk.replica.keep(PrivateDraft(slug: slug))
        desk.open = .inPrivate(slug)
        return Answer("\(slug): a private draft is open", facts: ["story": .string("\(slug)")])
    }

    private static let share = Verb(
        "share",
        on: .writing,
        taking: "[STORY]",
        "shows a private draft to everybody, without its keystrokes",
        example: "share budget-2026",
        synonyms: ["file"]
    ) { desk, arguments in
        let name = arguments.wordIfAny()
        try arguments.finish()
        return try await desk.share(try await desk.manuscript(name, for: arguments.verb))
    }

    private static let write = Verb(
        "write",
        on: .writing,
        taking: "[--on STORY]",
        "adds the lines that follow, up to a single full stop",
        example: "write"
    ) { desk, arguments in
        try arguments.finish()
        let manuscript = try await desk.manuscript(on: arguments)
        return desk.compose { desk, text in try await desk.append(text, to: manuscript) }
    }

    private static let append = Verb(
        "append",
        on: .writing,
        taking: "TEXT [--on STORY]",
        "adds a paragraph at the end",
        example: "append \"The vote is on Tuesday.\""
    ) { desk, arguments in
        let text = try arguments.text("a text")
        let name = arguments.value(of: "on")
        return try await desk.append(text, to: desk.manuscript(name, for: arguments.verb))
    }

    private static let insert = Verb(
        "insert",
        on: .writing,
        taking: "[after] NUMBER [TEXT] [--on STORY]",
        "adds a paragraph, or lines that follow, behind another (0: first)",
        example: "insert after 3 \"Nobody was hurt.\""
    ) { desk, arguments in
        _ = arguments.skip("after")
        let number = try arguments.number("a paragraph")
        let manuscript = try await desk.manuscript(on: arguments)
        let paragraphs = try await desk.copy(of: manuscript).paragraphs
        _ = try paragraphs.inserting("", after: number)
        guard arguments.count > 0 else {
            return desk.compose { desk, text in
                try await desk.insert(text, after: number, in: manuscript)
            }
        }
        return try await desk.insert(try arguments.text("a text"), after: number, in: manuscript)
    }

    private static let replace = Verb(
        "replace",
        on: .writing,
        taking: "[NUMBER] OLD NEW [--on STORY]",
        "replaces words that stand once in the paragraph, or in the text",
        example: "replace 3 \"ten\" \"eleven\"      (or: 3s/ten/eleven/)"
    ) { desk, arguments in
        let number = arguments.count > 2 ? arguments.numberIfAny() : nil
        let old = try arguments.word("the old words")
        let new = try arguments.word("the new words")
        try arguments.finish()
        let manuscript = try await desk.manuscript(on: arguments)
        let paragraphs = try await desk.copy(of: manuscript).paragraphs
        let edits = try paragraphs.replacing(old, with: new, in: number)
        return try await desk.change(manuscript, edits)
    }

    private static let cut = Verb(
        "cut",
        on: .writing,
        taking: "NUMBER [--on STORY]",
        "removes a paragraph",
        example: "cut 4"
    ) { desk, arguments in
        let number = try arguments.number("a paragraph")
        try arguments.finish()
        let manuscript = try await desk.manuscript(on: arguments)
        let paragraphs = try await desk.copy(of: manuscript).paragraphs
        return try await desk.change(manuscript, try paragraphs.cutting(number))
    }

    private static let move = Verb(
        "move",
        on: .writing,
        taking: "NUMBER after NUMBER [--on STORY]",
        "puts a paragraph behind another (0: first)",
        example: "move 5 after 1"
    ) { desk, arguments in
        let number = try arguments.number("a paragraph")
        guard arguments.skip("after") else {
            throw DeskError.missing("`after`", usage: arguments.verb.usage)
        }
        let other = try arguments.number("another paragraph")
        try arguments.finish()
        let manuscript = try await desk.manuscript(on: arguments)
        let paragraphs = try await desk.copy(of: manuscript).paragraphs
        return try await desk.change(manuscript, try paragraphs.moving(number, after: other))
    }

    private static let set = Verb(
        "set",
        on: .writing,
        taking: "FIELD [VALUE] [--on STORY]",
        "sets a field, or clears it: headline, byline, section or another",
        example: "set headline \"Council cuts arts\""
    ) { desk, arguments in
        let field = try arguments.word("a field")
        let value = arguments.count == 0 ? "" : try arguments.text("a value")
        let manuscript = try await desk.manuscript(on: arguments)
        return try await desk.set(field, to: value, of: manuscript)
    }

    private static let undo = Verb(
        "undo",
        on: .writing,
        "takes back your newest command of this session, by its opposite",
        example: "undo"
    ) { desk, arguments in
        try arguments.finish()
        return try await desk.undo()
    }

    private static let redo = Verb(
        "redo",
        on: .writing,
        "does again what `undo` took back",
        example: "redo"
    ) { desk, arguments in
        try arguments.finish()
        return try await desk.redo()
    }
}
