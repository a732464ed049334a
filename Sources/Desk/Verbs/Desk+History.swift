import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// What was done to a draft, oldest first.
    func history(of draft: Draft) async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let deeds = newsroom.operations(on: draft.story).compactMap { done -> Deed? in
            guard let words = done.operation.words(about: draft, madeBy: done.id.entry)
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

extension Operation {
    /// What it did to a draft, in the past tense; nil where it is about something else, or only
    /// text.
    fileprivate func words(about draft: Draft, madeBy entry: EntryID) -> String? {
        let isOpening = DraftID(madeBy: entry) == draft.id
        switch self {
        case .openDraft where isOpening: return "opened it"
        case .setDraft(let act) where act.draft == draft.id || isOpening: return "set \(act.field)"
        case .writeText(let act) where act.draft == draft.id || isOpening:
            return "changed the text \(entry.short)"
        case .saveDraft(let act) where act.draft == draft.id: return "saved \(act.hash.short)"
        case .settleDraft(let act) where act.draft == draft.id: return "settled an overlap"
        case .submitDraft(let act) where act.draft == draft.id:
            return "submitted \(act.hash.short)"
        case .clear(let act) where act.draft == draft.id:
            return "cleared \(act.gate) at \(act.hash.short)"
        case .requestChanges(let act) where act.draft == draft.id:
            return "asked for changes at \(act.gate): \(act.note)"
        case .askRelease(let act) where act.draft == draft.id:
            return "asked for release of \(act.hash.short)"
        case .issueReceipt(let act) where act.draft == draft.id:
            return "published it as version \(act.version)"
        case .refuseReceipt(let act) where draft.releases[act.request] != nil:
            let codes = act.reasons.map(\.code.rawValue).joined(separator: ", ")
            return "refused to publish it: \(codes)"
        default: return nil
        }
    }
}
