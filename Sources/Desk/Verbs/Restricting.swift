import Newsroom
import Store

extension Verb {
    /// The verbs that keep a story from the public, and free it again.
    static let restricting = [hold, embargo, nfp, lift]

    private static let hold = Verb(
        "hold",
        on: .releasing,
        taking: "REASON [--legal] [--on STORY]",
        "stops a story at once, until somebody lifts the hold",
        example: "hold \"the source withdrew\""
    ) { desk, arguments in
        try await desk.restrict(.hold, said: "held", &arguments)
    }

    private static let embargo = Verb(
        "embargo",
        on: .releasing,
        taking: "TIME REASON [--legal] [--on STORY]",
        "keeps a story back until a time, or `told` for until told",
        example: "embargo 2026-05-03T06:00+01:00 \"as agreed with the ministry\""
    ) { desk, arguments in
        let word = try arguments.word("a time")
        let until = word == "told" ? nil : try TypedTime(word)
        let kind = RestrictionKind.embargo(until: until?.moment, zone: until?.zone ?? "UTC")
        let said = until.map { "embargoed until \($0.moment.utcSeconds)" } ?? "embargoed"
        return try await desk.restrict(kind, said: said, &arguments)
    }

    private static let nfp = Verb(
        "nfp",
        on: .releasing,
        taking: "REASON [--legal] [--on STORY]",
        "marks a story as not for publication",
        example: "nfp \"internal guidance\""
    ) { desk, arguments in
        try await desk.restrict(.notForPublication, said: "not for publication", &arguments)
    }

    private static let lift = Verb(
        "lift",
        on: .releasing,
        taking: "KIND REASON [--on STORY]",
        "ends all restrictions of a kind: hold, embargo, nfp",
        example: "lift hold \"the source confirmed\""
    ) { desk, arguments in
        let kind = try arguments.word("a kind")
        guard ["hold", "embargo", "nfp"].contains(kind) else {
            throw DeskError.notOneOf(kind, what: "kind", allowed: ["hold", "embargo", "nfp"])
        }
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        let standing =
            await desk.replica.newsroom.view.stories[draft.story]?
            .standingRestrictions.filter { $0.act.kind.word == kind }.map(\.operation) ?? []
        let intent = Intent.lift(draft.story, standing.sorted(), reason: reason)
        return try await desk.act(intent, on: draft, said: "\(kind) lifted")
            .undone(instead: "`\(kind)` sets it again, with its reason")
    }
}

extension Desk {
    fileprivate func restrict(
        _ kind: RestrictionKind,
        said: String,
        _ arguments: inout Arguments
    ) async throws -> Answer {
        let reason = try arguments.text("a reason")
        let isLegal = arguments.has("legal")
        let draft = try await draft(on: arguments)
        let intent = Intent.restrict(draft.story, kind, isLegal: isLegal, reason: reason)
        return try await act(intent, on: draft, said: said)
            .undone { "lift \(kind.word) undone --on \($0)" }
    }
}
