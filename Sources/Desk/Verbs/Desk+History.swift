import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// What was done to a draft, oldest first.
    func history(of draft: Draft) async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let deeds = newsroom.operations(on: draft.story).filter { $0.isAbout(draft) }
            .map { HistoryLine($0, about: nil, in: view) }
        return Answer(
            deeds.map(\.line),
            facts: [
                "story": .string(view.fullName(of: draft)), "deeds": .array(deeds.map(\.facts)),
            ]
        )
    }

    /// The newest acts in the whole newsroom, oldest first, over so many entries.
    func log(_ entries: Int) async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let acts = newsroom.operations(fromEntry: max(0, newsroom.count - entries))
        let lines = acts.map { done in
            let story = done.operation.story.map { view.stories[$0]?.name ?? $0.short }
            return HistoryLine(done, about: story, in: view)
        }
        return Answer(lines.map(\.line), facts: ["deeds": .array(lines.map(\.facts))])
    }

    /// The record of a story, as the lawyer reads it: every act with its author, causes first.
    func record(of draft: Draft) async -> Answer {
        let words = RecordWords(of: draft.story, in: await replica.newsroom)
        return Answer(words.lines, facts: words.facts)
    }
}

/// One line of what was done.
private struct HistoryLine {
    let time: Moment
    let who: String
    let words: String
    let status: OperationStatus
    /// The story it is about, where others stand beside it.
    let story: String?

    init(_ done: FoldedOperation, about story: String?, in view: View) {
        time = done.claimed
        who = done.author.map { view.name(of: $0) } ?? "root key"
        words = done.operation.deed(in: view)
        status = done.status
        self.story = story
    }

    var line: StyledText {
        let line =
            StyledText("\(time.utcSeconds)  ", .quiet)
            + StyledText(story.map { "\($0): " } ?? "", .strong) + StyledText("\(who) \(words)")
        return status == .inForce ? line : line + StyledText("  (\(status.word))", .alarm)
    }

    var facts: JSONText {
        var facts: [String: JSONText] = [
            "time": .string(time.utcSeconds), "who": .string(who), "did": .string(words),
            "status": .string(status.word),
        ]
        if let story { facts["story"] = .string(story) }
        return .object(facts)
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
