extension View {
    /// The pictures that a story needs, ascending: those that its drafts do.
    package func media(of story: StoryID) -> [Bytes32] {
        let drafts = (stories[story]?.drafts ?? []).compactMap { self.drafts[$0] }
        return Set(drafts.flatMap { media(of: $0, as: document(of: $0.id)) }).sorted()
    }

    /// The pictures that a draft needs, ascending: those that it names as it is, and those of its
    /// revisions that the press published or was asked for.
    ///
    /// `document` is the draft's as it is.
    private func media(of draft: Draft, as document: CanonicalDocument) -> [Bytes32] {
        let issued = stories[draft.story]?.events.compactMap(\.issue) ?? []
        let named = Set(
            issued.filter { $0.draft == draft.id }.map(\.revision)
                + draft.releases.values.map(\.act.revision)
        )
        var found = Set(document.media)
        guard !named.isEmpty else { return found.sorted() }
        let now = hash(of: document)
        for revision in named where revisions[revision]?.hash != now {
            found.formUnion(self.document(of: revision)?.media ?? [])
        }
        return found.sorted()
    }
}
