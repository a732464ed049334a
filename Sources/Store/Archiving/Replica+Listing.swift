package import Newsroom

// The whole newsroom at a glance: from the archive what did not change since, the rest anew.

extension Replica {
    /// The cards of all listed drafts that are in work or were done with after a time, in no order,
    /// and how many were done with before; of all drafts where the time is nil.
    ///
    /// Where there are words, cards may be left out whose section, status or name they do not mean.
    /// O(drafts in work), where the archive was made under the present rules.
    ///
    /// - Throws: `StoreError`.
    package func cards(
        doneAfter time: Moment?,
        meant words: [String] = []
    ) throws -> (cards: [NewsCard], earlier: Int) {
        let changed = newsroom.storiesToArchive
        let fresh = changed.flatMap { newsroom.cards(of: $0) }
        var (kept, earlier) = try archivedCards(besides: Set(changed), doneAfter: time, words)
        for card in fresh {
            if let time, let end = card.doneAt, end <= time {
                earlier += 1
            } else {
                kept.append(card)
            }
        }
        return (kept, earlier)
    }

    private func archivedCards(
        besides changed: Set<StoryID>,
        doneAfter time: Moment?,
        _ words: [String]
    ) throws -> (cards: [NewsCard], earlier: Int) {
        guard let archive else { return ([], 0) }
        let view = newsroom.view
        let (cards, earlier, areCurrent) = try archive.answer { database in
            let areCurrent = try Lister.areCurrent(under: view, in: database)
            let meant = areCurrent ? words : []
            let cards = try ArchivedCards.cards(doneAfter: time, meant: meant, in: database)
                .filter { !changed.contains($0.story) }
            let earlier = try time.map {
                try Lister.doneCount(at: $0, besides: changed, in: database)
            }
            return (cards, earlier ?? 0, areCurrent)
        }
        guard !areCurrent else { return (cards, earlier) }
        let inWork = Set(cards.filter { $0.doneAt == nil }.map(\.story))
        let done = cards.filter { !inWork.contains($0.story) }
        return (done + inWork.flatMap { newsroom.cards(of: $0) }, earlier)
    }

    /// Hands the documents of listed drafts that may say some words to `body`, until it has enough:
    /// first those that changed lately, in the order of their names, then the newest.
    ///
    /// Words are found where one begins: “bud” finds “budget”, “udget” does not.
    ///
    /// - Throws: `StoreError`, and what `body` throws.
    package func documents(
        saying words: String,
        _ body: (_ name: String, CanonicalDocument) throws -> Bool
    ) throws {
        let changed = newsroom.storiesToArchive
        let view = newsroom.view
        let fresh = changed.flatMap { view.listedDrafts(of: $0) }
            .map { (name: view.fullName(of: $0), id: $0.id) }
        for draft in fresh.sorted(by: { $0.name < $1.name }) {
            guard try body(draft.name, view.document(of: draft.id)) else { return }
        }
        guard let archive else { return }
        let aside = Set(changed)
        try archive.answer { database in
            try ArchivedDocuments.each(saying: words, in: database) { story, name, document in
                try aside.contains(story) || body(name, document)
            }
        }
    }

    /// Reads everything into memory, for whoever is to look at every story.
    ///
    /// - Throws: `StoreError`.
    package func readWhole() throws {
        guard archive != nil else { return }
        isWhole = true
        reload()
        if let failure { throw failure }
    }

    /// Goes back to what is in memory otherwise.
    ///
    /// - Throws: `StoreError`.
    package func readAsNeeded() throws {
        guard isWhole else { return }
        isWhole = false
        reload()
        if let failure { throw failure }
    }
}
