extension Newsroom {
    /// The entries of a story that hold these words and that the law may empty, ascending.
    ///
    /// They hold them themselves, or they typed characters of them as a draft stands now. Words
    /// that several entries typed and that were deleted since are not found.
    public func entries(of story: StoryID, saying words: String) -> [EntryID] {
        guard !words.isEmpty else { return [] }
        let own = operations(on: story)
            .filter { done in done.operation.words.contains { $0.contains(words) } }
            .map(\.id.entry)
        let drafts = view.stories[story]?.drafts ?? []
        let typed = drafts.flatMap { typists(of: words, in: $0) }
        return Set(own + typed)
            .filter { id in
                view.history.place(of: id).map { view.history.node(at: $0).isErasable } == true
                    && view.stories[story]?.erased.contains(id) != true
            }
            .sorted()
    }

    /// The entries that typed characters of these words.
    private func typists(of words: String, in draft: DraftID) -> [EntryID] {
        let stretches = view.characters(of: draft)
        let text = stretches.map(\.text).joined()
        return text.ranges(of: words).flatMap { range in
            let scalars = text.unicodeScalars
            let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
            let end = scalars.distance(from: scalars.startIndex, to: range.upperBound)
            return stretches.filter { stretch in
                let count = stretch.text.unicodeScalars.count
                return stretch.start < end && stretch.start + count > start
            }.map(\.first.entry)
        }
    }
}

extension Operation {
    /// The words that the law takes with it: what `withoutWords` lacks.
    fileprivate var words: [String] {
        switch self {
        case .setStory(let act): [act.value]
        case .handStory(let act): [act.note ?? ""]
        case .remark(let act): [act.text]
        case .setDraft(let act): [act.value]
        case .writeText(let act):
            act.edits.compactMap { edit in
                if case .insert(let text, _) = edit { text } else { nil }
            }
        case .saveDraft(let act): [act.note ?? ""]
        case .addComment(let act): [act.quote, act.text]
        case .reply(let act): [act.text]
        default: []
        }
    }
}
