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
        let before = await desk.owner(of: draft)
        return try await desk.act(.claim(draft.story), on: draft, said: "claimed")
            .undone { Desk.handing(back: before, $0) }
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
        let before = await desk.owner(of: draft)
        return try await desk.act(intent, on: draft, said: "handed to \(member.name)")
            .undone { Desk.handing(back: before, $0) }
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
        let old = await desk.replica.newsroom.view.stories[draft.story]?.commissionedLength
        try await desk.replica.commit(
            .setStory(draft.story, .length, isOpen ? "" : words)
        )
        let said = isOpen ? "no length" : "\(words) words are commissioned"
        let intent = Intent.setStory(draft.story, .lengthReason, reason)
        return try await desk.act(intent, on: draft, said: said)
            .undone { "length \(old.map(String.init) ?? "none undone") --on \($0)" }
    }

    private static let due = Verb(
        "due",
        on: .writing,
        taking: "TIME [--on STORY]",
        "says when a story is due, or `none`",
        example: "due 2026-05-03T18:00+01:00"
    ) { desk, arguments in
        let word = try arguments.word("a time")
        let time = word == "none" ? nil : try TypedTime(word)
        try arguments.finish()
        let draft = try await desk.draft(on: arguments)
        let old = await desk.replica.newsroom.view.stories[draft.story]?.due
        let value = time.map { String($0.moment.milliseconds) } ?? ""
        let said = time.map { "due \($0.moment.utcSeconds)" } ?? "due at no time"
        return try await desk.act(.setStory(draft.story, .due, value), on: draft, said: said)
            .undone { "due \(old?.utcSeconds ?? "none") --on \($0)" }
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
            .undone(instead: "a note stays; another one can put it right")
    }
}

extension Desk {
    /// The name of the member who has a draft's story.
    fileprivate func owner(of draft: Draft) async -> String {
        let view = await replica.newsroom.view
        let owner = view.stories[draft.story]?.owner.shown
        return view.name(of: owner ?? draft.opener)
    }

    /// The line that gives a story back to who had it.
    fileprivate static func handing(back member: String, _ story: String) -> String {
        "hand to \(quoted(member)) --on \(story)"
    }
}
