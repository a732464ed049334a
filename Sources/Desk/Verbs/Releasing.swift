import Newsroom
import Store

extension Verb {
    /// The verbs that bring text to the public, and back into work.
    static let releasing = [release, schedule, update, correct, clarify, refile, publish]

    private static let release = Verb(
        "release",
        on: .releasing,
        taking: "[STORY] [--at TIME] [--alone REASON]",
        "asks the press to publish the cleared text, now or at a time",
        example: "release budget-2026 --at 2026-05-03T06:00+01:00"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        let time = try arguments.value(of: "at").map(TypedTime.init)
        try await desk.refuseUnpublishable(draft)
        if let reason = arguments.value(of: "alone") {
            let intent = Intent.releaseAlone(draft.id, reason: reason)
            return try await desk.act(intent, on: draft, said: "emergency release asked for")
                .undone { "cancel undone --on \($0)" }
        }
        return try await desk.release(draft, at: time)
    }

    private static let schedule = Verb(
        "schedule",
        on: .releasing,
        taking: "TIME [STORY]",
        "asks the press to publish the cleared text at a time",
        example: "schedule 2026-05-03T06:00+01:00 budget-2026"
    ) { desk, arguments in
        let time = try TypedTime(arguments.word("a time"))
        let draft = try await desk.draft(named: &arguments)
        try await desk.refuseUnpublishable(draft)
        return try await desk.release(draft, at: time)
    }

    private static let update = opening(
        .update,
        "update",
        "opens a draft with new text for a story that is out"
    )

    private static let correct = opening(
        .correction,
        "correct",
        "opens a correction; its note says what was wrong and is right"
    )

    private static let clarify = opening(
        .clarification,
        "clarify",
        "opens a clarification of what is out; its note says how"
    )

    private static let refile = opening(
        .refile,
        "refile",
        "opens a draft that replaces a story without a word to readers"
    )

    private static func opening(_ kind: DraftKind, _ name: String, _ summary: String) -> Verb {
        Verb(
            name,
            on: .releasing,
            taking: "STORY [NOTE]",
            summary,
            example: "\(name) budget-2026"
        ) { desk, arguments in
            let story = try arguments.word("a story")
            let note = arguments.count == 0 ? nil : try arguments.text("a note")
            return try await desk.open(kind, of: story, note: note, for: arguments.verb)
        }
    }
}
