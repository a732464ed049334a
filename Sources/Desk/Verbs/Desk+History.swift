import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// What was done to a draft, oldest first.
    func history(of draft: Draft) async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let deeds = newsroom.operations(on: draft.story).compactMap { done -> Deed? in
            guard done.isAbout(draft),
                let words = done.operation.deed(madeBy: done.id.entry, in: view)
            else { return nil }
            return Deed(
                time: done.claimed,
                who: done.author.flatMap { view.members[$0]?.name } ?? "root key",
                words: words,
                status: done.status
            )
        }
        return Answer(
            deeds.map(\.line),
            facts: [
                "story": .string(view.fullName(of: draft)), "deeds": .array(deeds.map(\.facts)),
            ]
        )
    }

    /// What was done and does not count, oldest first.
    func aside() async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let lines = newsroom.notInForce.map { done in
            let who = done.author.flatMap { view.members[$0]?.name } ?? "somebody"
            return StyledText("\(who): operation \(done.operation.type) is ")
                + StyledText(done.status.word, .alarm)
                + StyledText(" \(done.id.entry.short)", .quiet)
        }
        return Answer(
            lines.isEmpty ? ["everything counts"] : lines,
            facts: ["count": .number(lines.count)]
        )
    }
}

/// One line of a draft's history.
private struct Deed {
    let time: Moment
    let who: String
    let words: String
    let status: OperationStatus

    var line: StyledText {
        let line = StyledText("\(time.utcSeconds)  ", .quiet) + StyledText("\(who) \(words)")
        return status == .inForce ? line : line + StyledText("  (\(status.word))", .alarm)
    }

    var facts: JSONText {
        .object([
            "time": .string(time.utcSeconds), "who": .string(who), "did": .string(words),
            "status": .string(status.word),
        ])
    }
}

extension FoldedOperation {
    /// Whether it is about a draft: it names it, opens it, or is about its whole story.
    fileprivate func isAbout(_ draft: Draft) -> Bool {
        if case .openDraft = operation { return DraftID(madeBy: id.entry) == draft.id }
        return operation.draft.map { $0 == draft.id } ?? true
    }
}
