import Ledger
import Newsroom

extension Replica {
    /// How many entries the archive lacks.
    var unarchivedCount: Int { newsroom.count - (archive?.count ?? 0) }

    /// Brings the archive up to date; where that fails, what it lacks stays in memory.
    func archiveNow() {
        guard !isWhole else { return }
        guard let made = keeper.archive(newsroom, after: archive, withoutContent, erasures) else {
            return
        }
        (newsroom, archive) = made
        causes = [:]
    }

    /// Forgets the archive, folds everything again and archives that.
    func archiveAnew() throws {
        try keeper.forget()
        reload()
        if let failure { throw failure }
        archiveNow()
    }

    /// Brings the archive up to date while nobody waits, if it lacks much; if it lacks anything where
    /// somebody is leaving.
    package func rest(isLeaving: Bool = false) {
        if unarchivedCount >= (isLeaving ? 1 : keeper.tailAtRest) { archiveNow() }
    }

    /// Makes sure that nothing which was asked of the newsroom so far could not be read.
    ///
    /// - Throws: `StoreError`; then what was told is worthless, and the archive was forgotten, so
    ///   that the same is answered when it is asked again.
    package func confirmReading() throws {
        guard let failure = archive?.failure else { return }
        reload()
        throw failure
    }

    /// Brings what the chain checks need of the causes of some entries into memory.
    func recall(_ entries: [Entry]) throws {
        let stored = StoredEntries(database: database)
        for cause in entries.lazy.flatMap(\.causes) where causes[cause] == nil {
            guard newsroom.contains(cause) else { continue }
            causes[cause] = try stored.entry(cause)?.cause
        }
    }
}
