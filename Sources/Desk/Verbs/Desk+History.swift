import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// What was done to a draft, oldest first.
    func history(of draft: Draft) async -> Answer {
        let newsroom = await replica.newsroom
        let view = newsroom.view
        let deeds = newsroom.history.flatMap { entry in
            entry.operations.enumerated().compactMap { index, operation -> Deed? in
                let status = newsroom.status(of: OperationID(entry.id, index))
                guard let words = operation.words(about: draft, madeBy: entry.id) else {
                    return nil
                }
                return Deed(
                    time: entry.claimed,
                    who: view.owner(of: entry.device)?.name ?? "root key",
                    words: words,
                    status: status ?? .unknown
                )
            }
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
        let lines = newsroom.notInForce.map { id, operation, status in
            let entry = newsroom.entry(id.entry)
            let who = view.owner(of: entry?.device ?? DeviceKey(.zero))?.name ?? "somebody"
            return StyledText("\(who): operation \(operation.type) is ")
                + StyledText(status.word, .alarm) + StyledText(" \(id.entry.short)", .quiet)
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
