import Newsroom
import Store

extension Verb {
    /// The verbs about what must be read, and about verdicts that change.
    static let gating = [require, waive, withdraw, retract, overrule]

    private static let require = Verb(
        "require",
        on: .reviewing,
        taking: "GATE REASON [--on STORY]",
        "asks that a gate clears every draft of the story",
        example: "require legal \"names a minor\""
    ) { desk, arguments in
        let gate = try desk.gate(arguments.word("a gate"))
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        let intent = Intent.requireGate(draft.story, gate, reason: reason)
        return try await desk.act(intent, on: draft, said: "\(gate) is required")
            .undone { "waive \(gate) undone --on \($0)" }
    }

    private static let waive = Verb(
        "waive",
        on: .reviewing,
        taking: "GATE REASON [--on STORY]",
        "frees a draft of what is required at a gate, for a reason",
        example: "waive facts \"no figures in it\""
    ) { desk, arguments in
        let gate = try desk.gate(arguments.word("a gate"))
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        let intent = Intent.waive(draft.id, gate, reason: reason)
        return try await desk.act(intent, on: draft, said: "\(gate) is waived")
            .undone { "require \(gate) undone --on \($0)" }
    }

    private static let withdraw = Verb(
        "withdraw",
        on: .reviewing,
        taking: "REASON [--on STORY]",
        "takes a draft back from the reviewers",
        example: "withdraw \"a paragraph is missing\"",
        synonyms: ["recall"]
    ) { desk, arguments in
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        return try await desk.act(.recall(draft.id, reason: reason), on: draft, said: "withdrawn")
            .undone { "submit \($0)" }
    }

    private static let retract = Verb(
        "retract",
        on: .reviewing,
        taking: "GATE REASON [--on STORY]",
        "takes back your own clearance or objection at a gate",
        example: "retract subs \"misread the table\""
    ) { desk, arguments in
        let gate = try desk.gate(arguments.word("a gate"))
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        let verdict = try await desk.ownVerdict(at: gate, on: draft)
        let intent = Intent.retract(draft.story, verdict, reason: reason)
        return try await desk.act(intent, on: draft, said: "your verdict at \(gate) is taken back")
            .undone(instead: "read the text, and `clear` it or ask for `changes` again")
    }

    private static let overrule = Verb(
        "overrule",
        on: .reviewing,
        taking: "GATE REASON [--on STORY]",
        "answers the objections at a gate over their authors' heads",
        example: "overrule subs \"house style allows it\""
    ) { desk, arguments in
        let gate = try desk.gate(arguments.word("a gate"))
        let reason = try arguments.text("a reason")
        let draft = try await desk.draft(on: arguments)
        let objections = await desk.replica.newsroom.view.standingObjections(on: draft)
            .filter { $0.value.act.gate == gate }.keys.sorted()
        guard !objections.isEmpty else { throw DeskError.noVerdict("\(gate)") }
        for objection in objections.dropLast() {
            try await desk.replica.commit(.overrule(draft.story, objection, reason: reason))
        }
        let intent = Intent.overrule(draft.story, objections[objections.count - 1], reason: reason)
        return try await desk.act(intent, on: draft, said: "overruled at \(gate)")
            .undone(instead: "who objected may ask for `changes` again")
    }
}

extension Desk {
    /// The newest verdict of this member at a gate that still stands.
    fileprivate func ownVerdict(at gate: Gate, on draft: Draft) async throws -> OperationID {
        let view = await replica.newsroom.view
        let me = await replica.member?.id
        let cleared = view.countingClearances(of: draft)
            .filter { $0.act.gate == gate && $0.member == me }.map(\.rank)
        let objected = view.standingObjections(on: draft).values
            .filter { $0.act.gate == gate && $0.member == me }.map(\.rank)
        guard let last = (cleared + objected).max() else { throw DeskError.noVerdict("\(gate)") }
        return last.operation
    }
}
