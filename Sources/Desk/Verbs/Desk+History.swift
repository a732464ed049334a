import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// What was done to a draft, oldest first.
    func history(of draft: Draft) async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let deeds = newsroom.operations(on: draft.story).filter { $0.isAbout(draft) }.map { done in
            Deed(
                time: done.claimed,
                who: done.author.map { view.name(of: $0) } ?? "root key",
                words: done.operation.deed(in: view),
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

    /// The record of a story, as the lawyer reads it: every act with its author, causes first.
    func record(of draft: Draft) async -> Answer {
        let words = RecordWords(of: draft.story, in: await replica.newsroom)
        return Answer(words.lines, facts: words.facts)
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
        switch operation {
        case .openDraft: DraftID(madeBy: id.entry) == draft.id
        case .recordReceipt: false
        default: operation.draft.map { $0 == draft.id } ?? true
        }
    }
}
