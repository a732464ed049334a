import Foundation
import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs by which a text is handed in, read and cleared.
    static let reviewing = [save, submit, review, diff, clear, changes, gates, conflicts, settle]

    private static let save = Verb(
        "save",
        on: .reviewing,
        taking: "[STORY] [--note TEXT]",
        "makes a revision of the draft as it stands",
        example: "save --note \"names checked\""
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        try await desk.replica.commit(.save(draft.id, note: arguments.value(of: "note")))
        return await desk.standing(of: draft.id, said: "saved")
            .undone(instead: "a revision takes nothing away; `undo` before it, or `restore`")
    }

    private static let submit = Verb(
        "submit",
        on: .reviewing,
        taking: "[STORY] [--note TEXT]",
        "hands the draft to the reviewers, saved if it changed",
        example: "submit --note \"figures are from the annual report\""
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        try await desk.replica.commit(.submit(draft.id, note: arguments.value(of: "note")))
        return await desk.standing(of: draft.id, said: "submitted")
            .undone { "withdraw undone --on \($0)" }
    }

    private static let review = Verb(
        "review",
        on: .reviewing,
        taking: "[STORY]",
        "opens a story and shows what changed since you last read it",
        example: "review budget-2026"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        desk.open = .shared(draft.id)
        let changes = try await desk.difference(of: draft, from: nil)
        let gates = await desk.gateLines(of: draft)
        return Answer(changes.lines + gates.lines, facts: changes.facts.merging(gates.facts) { $1 })
    }

    private static let diff = Verb(
        "diff",
        on: .reviewing,
        taking: "[STORY] [--from HASH] [--side] [--html FILE]",
        "shows the changes since you last read it, or since a hash",
        example: "diff --from 2dc9f498 --side"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        let page = arguments.value(of: "html").map { DifferenceForm.html(URL(filePath: $0)) }
        let form = page ?? (arguments.has("side") ? .side : .lines)
        return try await desk.difference(of: draft, from: arguments.value(of: "from"), as: form)
    }

    private static let clear = Verb(
        "clear",
        on: .reviewing,
        taking: "GATE [STORY] [--note TEXT]",
        "clears the text as it stands: desk, subs, legal, facts, pictures",
        example: "clear desk budget-2026"
    ) { desk, arguments in
        let gate = try desk.gate(arguments.word("a gate"))
        let draft = try await desk.draft(named: &arguments)
        if gate == .pictures { try await desk.refuseUnseen(draft) }
        try await desk.replica.commit(.clear(draft.id, gate, note: arguments.value(of: "note")))
        return await desk.standing(of: draft.id, said: "\(gate) cleared")
            .undone { "retract \(gate) undone --on \($0)" }
    }

    private static let changes = Verb(
        "changes",
        on: .reviewing,
        taking: "GATE NOTE [--on STORY]",
        "asks for changes at one gate, and says which",
        example: "changes subs \"needs a source\""
    ) { desk, arguments in
        let gate = try desk.gate(arguments.word("a gate"))
        let note = try arguments.text("what should change")
        let draft = try await desk.draft(on: arguments)
        try await desk.replica.commit(.requestChanges(draft.id, gate, note: note))
        return await desk.standing(of: draft.id, said: "changes are asked for at \(gate)")
            .undone { "retract \(gate) undone --on \($0)" }
    }

    private static let gates = Verb(
        "gates",
        on: .reviewing,
        taking: "[STORY]",
        "shows what each gate says, and what still blocks a release",
        example: "gates budget-2026"
    ) { desk, arguments in
        await desk.gateLines(of: try await desk.draft(named: &arguments))
    }

    private static let conflicts = Verb(
        "conflicts",
        on: .reviewing,
        taking: "[STORY]",
        "shows what two people changed without knowing of each other",
        example: "conflicts"
    ) { desk, arguments in
        let name = arguments.wordIfAny()
        try arguments.finish()
        return try await desk.conflicts(named: name)
    }

    private static let settle = Verb(
        "settle",
        on: .reviewing,
        taking: "[STORY]",
        "says that sentences two people changed are fine as they stand",
        example: "settle"
    ) { desk, arguments in
        let draft = try await desk.draft(named: &arguments)
        try await desk.replica.commit(.settle(draft.id))
        return await desk.standing(of: draft.id, said: "settled")
            .undone(instead: "edit the sentence; then it is no longer what was settled")
    }
}
