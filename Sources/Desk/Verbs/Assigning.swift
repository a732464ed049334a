import Newsroom
import Store

extension Verb {
    /// The verbs by which a story finds its people, its length and its time.
    static let assigning = [claim, hand, length, due, remark]

    private static let claim = Verb(
        "claim",
        on: .writing,
        taking: "[STORY]",
        "takes a story on: you have it; nobody is locked out",
        example: "claim budget-2026"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        return try await desk.act(.claim(draft.story), on: draft, said: "claimed")
    }

    private static let hand = Verb(
        "hand",
        on: .writing,
        taking: "to MEMBER [NOTE] [--on STORY]",
        "gives a story to somebody",
        example: "hand to \"Bo Lind\" \"figures are still to come\""
    ) { desk, arguments in
        guard arguments.skip("to") else {
            throw DeskError.missing("`to`", usage: arguments.verb.usage)
        }
        let member = try await desk.member(arguments.word("a member"))
        let note = arguments.count == 0 ? nil : try arguments.text("a note")
        let draft = try await desk.draft(on: arguments)
        let intent = Intent.hand(draft.story, to: member.id, note: note)
        return try await desk.act(intent, on: draft, said: "handed to \(member.name)")
    }

    private static let length = Verb(
        "length",
        on: .writing,
        taking: "WORDS [REASON] [--on STORY]",
        "commissions so many words, or `none` with the reason",
        example: "length none \"live blog\""
    ) { desk, arguments in
        let words = try arguments.word("a number of words")
        let isOpen = words == "none"
        guard isOpen || Int(words) != nil else {
            throw DeskError.notANumber(words, what: "a length")
        }
        let reason = arguments.count == 0 ? "" : try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        try await desk.replica.commit(
            .setStory(draft.story, .length, isOpen ? "" : words)
        )
        let said = isOpen ? "no length" : "\(words) words are commissioned"
        let intent = Intent.setStory(draft.story, .lengthReason, reason)
        return try await desk.act(intent, on: draft, said: said)
    }

    private static let due = Verb(
        "due",
        on: .writing,
        taking: "TIME [--on STORY]",
        "says when a story is due",
        example: "due 2026-05-03T18:00+01:00"
    ) { desk, arguments in
        let time = try TypedTime(arguments.word("a time"))
        try arguments.finish()
        let draft = try await desk.draft(on: arguments)
        let value = String(time.moment.milliseconds)
        let said = "due \(time.moment.utcSeconds)"
        return try await desk.act(.setStory(draft.story, .due, value), on: draft, said: said)
    }

    private static let remark = Verb(
        "remark",
        on: .writing,
        taking: "TEXT [--on STORY]",
        "adds an internal note to a story, which is never published",
        example: "remark \"the mayor calls back at four\""
    ) { desk, arguments in
        let text = try arguments.text("a note")
        let draft = try await desk.draft(on: arguments)
        return try await desk.act(.remark(draft.story, text), on: draft, said: "noted")
    }
}
