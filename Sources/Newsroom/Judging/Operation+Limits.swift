extension Operation {
    /// The limit that the operation breaks by itself (newsroom.md 3.5 and 11); nil where none.
    var brokenLimit: RefusalCode? {
        switch self {
        case .found(let act):
            return (1...5).contains(act.roots.count) && act.rules == 1
                ? required(act.name, .line(128)) : .limit
        case .admit(let act): return required(act.name, .line(64))
        case .addDevice(let act): return required(act.label, .line(64))
        case .setNewsroom(let act): return required(act.value, .line(512))
        case .setStory(let act): return TextKind.line(512).refusal(of: act.value)
        case .openDraft(let act): return required(act.label, .line(64))
        case .setDraft(let act): return act.field.refusal(of: act.value)
        case .writeText(let act): return brokenLimit(of: act)
        case .saveDraft(let act): return optional(act.note, .text(1_000))
        case .submitDraft(let act): return optional(act.note, .text(4_096))
        case .clear(let act): return optional(act.note, .text(4_096))
        case .requestChanges(let act):
            return act.note.isEmpty ? .empty : TextKind.text(4_096).refusal(of: act.note)
        default: return nil
        }
    }

    private func required(_ value: String, _ kind: TextKind) -> RefusalCode? {
        value.isEmpty ? .limit : kind.refusal(of: value)
    }

    private func optional(_ value: String?, _ kind: TextKind) -> RefusalCode? {
        value.flatMap { required($0, kind) }
    }

    private func brokenLimit(of change: TextChange) -> RefusalCode? {
        for case .insert(let text, _) in change.edits {
            if let refusal = TextKind.body.refusal(of: text) { return refusal }
        }
        return nil
    }
}
