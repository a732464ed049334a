import Newsroom
import Store

extension Verb {
    /// The verbs by which drafts of one story meet, end and come back.
    static let branching = [merge, spike, unspike, restore]

    private static let merge = Verb(
        "merge",
        on: .writing,
        taking: "FROM [--on STORY]",
        "takes another draft's text and fields in, or those of `live`",
        example: "merge live"
    ) { desk, arguments in
        let from = try arguments.word("a draft")
        try arguments.finish()
        let draft = try await desk.draft(on: arguments)
        let advice = "`history` shows the hashes; `restore` writes an earlier text again"
        guard from != "live" else {
            return try await desk.act(.mergeLive(into: draft.id), on: draft, said: "live merged in")
                .undone(instead: advice)
        }
        let other = try await desk.draft(from, for: arguments.verb)
        let intent = Intent.merge(from: other.id, into: draft.id)
        return try await desk.act(intent, on: draft, said: "\(from) merged in")
            .undone(instead: advice)
    }

    private static let spike = Verb(
        "spike",
        on: .writing,
        taking: "REASON [--on STORY]",
        "sets a draft aside; nothing is lost, `unspike` brings it back",
        example: "spike \"the source withdrew\""
    ) { desk, arguments in
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        return try await desk.act(.spike(draft.id, reason: reason), on: draft, said: "spiked")
            .undone { "unspike \($0)" }
    }

    private static let unspike = Verb(
        "unspike",
        on: .writing,
        taking: "[STORY]",
        "brings a spiked draft back",
        example: "unspike budget-2026",
        synonyms: ["bring-back"]
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        return try await desk.act(.unspike(draft.id), on: draft, said: "back from the spike")
            .undone { "spike undone --on \($0)" }
    }

    private static let restore = Verb(
        "restore",
        on: .writing,
        taking: "HASH [--on STORY]",
        "writes what a revision said as a new edit",
        example: "restore 2dc9f498"
    ) { desk, arguments in
        let hash = try arguments.word("a hash")
        try arguments.finish()
        let draft = try await desk.draft(on: arguments)
        let revisions = await desk.replica.newsroom.view.revisions
        let found = draft.revisions.compactMap { revisions[$0] }
            .filter { $0.hash.description.hasPrefix(hash) }
            .max { $0.rank < $1.rank }
        guard let found else { throw DeskError.noRevision(hash) }
        return try await desk.act(.restore(draft.id, found.id), on: draft, said: "restored")
            .undone(instead: "`history` shows the hashes; `restore` writes an earlier text again")
    }
}
