extension Operation {
    /// What stays of the operation when the law takes its words: the same act, with inserted
    /// characters, values, quotes and texts gone.
    ///
    /// Only operations of text have any; all others stay as they are.
    public var withoutWords: Operation {
        switch self {
        case .setStory(var act):
            act.value = ""
            return .setStory(act)
        case .handStory(var act):
            act.note = act.note.map { _ in "" }
            return .handStory(act)
        case .remark(var act):
            act.text = ""
            return .remark(act)
        case .setDraft(var act):
            act.value = ""
            return .setDraft(act)
        case .writeText(var act):
            act.edits = act.edits.map(\.withoutWords)
            return .writeText(act)
        case .saveDraft(var act):
            act.note = act.note.map { _ in "" }
            return .saveDraft(act)
        case .addComment(var act):
            (act.quote, act.text) = ("", "")
            return .addComment(act)
        case .reply(var act):
            act.text = ""
            return .reply(act)
        case .recordReceipt(var act):
            (act.text, act.body) = ([], [])
            return .recordReceipt(act)
        default: return self
        }
    }
}

extension TextEdit {
    /// As many spaces as there were characters: what comes later counts on their places.
    fileprivate var withoutWords: TextEdit {
        guard case .insert(let text, let place) = self else { return self }
        return .insert(String(repeating: " ", count: text.unicodeScalars.count), at: place)
    }
}
