import Newsroom
import Store

extension Verb {
    /// The verbs about what is out, or asked to go out.
    static let recalling = [cancel, readback, withhold, reinstate, kill, remove, second]

    private static let cancel = Verb(
        "cancel",
        on: .releasing,
        taking: "REASON [--on STORY]",
        "takes back the releases of a draft that the press has not answered",
        example: "cancel \"goes out tomorrow\"",
        synonyms: ["unschedule"]
    ) { desk, arguments in
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        let intent = Intent.cancelRelease(draft.id, reason: reason)
        return try await desk.act(intent, on: draft, said: "release cancelled")
            .undone(instead: "`release` asks again")
    }

    private static let readback = Verb(
        "readback",
        on: .releasing,
        taking: "VERDICT [NOTE] [--on STORY]",
        "reads an emergency release back: it `stands`, or you `object`",
        example: "readback stands"
    ) { desk, arguments in
        let word = try arguments.word("a verdict")
        let verdicts: [String: ReadingVerdict] = ["stands": .stands, "object": .objects]
        guard let verdict = verdicts[word] else {
            throw DeskError.notOneOf(word, what: "verdict", allowed: verdicts.keys.sorted())
        }
        let note = arguments.count == 0 ? nil : try arguments.text("a note")
        let draft = try await desk.draft(on: arguments)
        let intent = Intent.readBack(draft.id, verdict, note: note)
        return try await desk.act(intent, on: draft, said: "read back: \(word)")
            .undone(instead: "`readback` says otherwise")
    }

    private static let withhold = changing(
        .withhold,
        "withhold",
        "asks the press to take a story off the pages for now",
        note: "being checked"
    )

    private static let reinstate = changing(
        .restore,
        "reinstate",
        "asks the press to show a withheld story again",
        note: "checked, and right"
    )

    private static let kill = changing(
        .withdraw,
        "kill",
        "asks the press to take a story back, leaving a notice",
        note: "the main claim was wrong"
    )

    private static let remove = changing(
        .remove,
        "remove",
        "asks the press to remove a story by law; a second must agree",
        note: "451 by order of the court"
    )

    private static func changing(
        _ action: PublicAction,
        _ name: String,
        _ summary: String,
        note: String
    ) -> Verb {
        Verb(
            name,
            on: .releasing,
            taking: "NOTE [--on STORY]" + (action.isFinal ? " [--yes]" : ""),
            summary,
            example: "\(name) \"\(note)\"" + (action.isFinal ? " --yes" : "")
        ) { desk, arguments in
            let note = try arguments.text("a note for the public")
            let draft = try await desk.draft(on: arguments)
            if action.isFinal {
                let slug = await desk.replica.newsroom.view.fullName(of: draft)
                try desk.confirm(
                    "`\(slug)` will be taken back for good, for all readers",
                    arguments
                )
            }
            let intent = Intent.change(action, draft.story, note: note)
            return try await desk.act(intent, on: draft, said: "\(name) asked for")
                .undone(instead: action.advice)
        }
    }

    private static let second = Verb(
        "second",
        on: .releasing,
        taking: "[STORY]",
        "agrees to what another publisher asked, where it takes two",
        example: "second budget-2026"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        let request = try await desk.requestToSecond(of: draft)
        return try await desk.act(.second(draft.story, request), on: draft, said: "seconded")
            .undone(instead: "what two agreed on is the press's to do")
    }
}

extension PublicAction {
    /// Whether nothing brings the story back as it was.
    fileprivate var isFinal: Bool { self == .withdraw || self == .remove }

    /// What to do instead of taking the request back.
    fileprivate var advice: String {
        switch self {
        case .withhold: "`reinstate` asks the press to show it again"
        case .restore: "`withhold` asks the press to take it off again"
        case .withdraw, .remove: "a story that was taken back stays so; `new` begins another"
        }
    }
}

extension Desk {
    /// The newest request about a story that nobody seconded and the press has not answered.
    fileprivate func requestToSecond(of draft: Draft) async throws -> OperationID {
        let view = await replica.newsroom.view
        guard let story = view.stories[draft.story] else { throw DeskError.nothingToSecond }
        let answered = Set(story.events.map(\.request)).union(story.answers.keys)
        let asked = story.requests.values.map(\.rank) + story.drops.values.map(\.rank)
        let open = asked.filter {
            !answered.contains($0.operation) && story.seconds[$0.operation] == nil
        }
        guard let newest = open.max() else { throw DeskError.nothingToSecond }
        return newest.operation
    }
}
