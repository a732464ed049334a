extension EntryFacts {
    /// `limit` where an operation makes what an earlier one of the entry made: an entry makes one
    /// thing of each kind, for its id names it.
    func brokenLimit(at index: Int) -> RefusalCode? {
        guard operations[index].isMaking else { return nil }
        let type = operations[index].type
        return operations[..<index].contains { $0.type == type } ? .limit : nil
    }
}

extension Operation {
    /// Whether it makes something that its entry's id names, or the one change of text.
    fileprivate var isMaking: Bool {
        switch self {
        case .invite, .admit, .createStory, .openDraft, .writeText, .saveDraft, .addComment: true
        default: false
        }
    }
}
