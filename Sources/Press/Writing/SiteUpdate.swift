import Foundation
import Newsroom

// Bringing a folder up to date. The index says how many receipts the folder was made from, over
// which log and with which settings. Where that is still the beginning of the history, every file
// lies there as it was written, and a few samples would be written the same again, only what the
// new receipts change is made; anything else makes the whole. So a new version of the templates, a
// page that somebody edited, or a history that the newsroom took back lead to the same bytes.

/// A folder of a site that is brought up to what is public.
struct SiteUpdate {
    let history: PublicHistory
    let settings: SiteSettings
    let view: View
    let pictures: PictureSource

    /// From how many new receipts on the whole is made.
    private static let manyReceipts = 64

    /// Writes what is missing.
    ///
    /// - Throws: `PressError.noPicture`, and then nothing was written; `PressError.disk`, and the
    ///   next run finishes.
    func write(
        to folder: URL,
        asOf now: Moment,
        isFull: Bool
    ) throws(PressError) -> SiteKeeper.Changes {
        guard !isFull, var keeper = keeper(of: folder, asOf: now) else {
            let site = PublicSite(history, settings, view, pictures)
            try require(site.pictureUses.keys.sorted())
            var keeper = SiteKeeper(site, in: folder)
            return try keeper.writeAll(asOf: now)
        }
        var changes = SiteKeeper.Changes()
        let keys = PublicKeys(history.keys, in: view)
        let fresh = history.steps.dropFirst(keeper.index.state?.receipts ?? 0)
        try require(fresh.flatMap { $0.document?.media ?? [] })
        for step in fresh {
            changes += try keeper.take(step.receipt, document: step.document, keys: keys, asOf: now)
        }
        keeper.site.keys = keys
        changes += try keeper.refresh(asOf: now)
        changes.unchanged = keeper.index.files.count - changes.written
        return changes
    }

    /// A page without its picture would be another page than everybody else's.
    private func require(_ needed: [Bytes32]) throws(PressError) {
        let missing = needed.filter { pictures.picture($0) == nil }
        guard let first = missing.first else { return }
        throw .noPicture(first, count: missing.count)
    }

    /// The site as the folder has it; nil where it has something else.
    private func keeper(of folder: URL, asOf now: Moment) -> SiteKeeper? {
        guard let state = SiteFolder(url: folder).index().state,
            state.settings == settings.fingerprint,
            (0...Self.manyReceipts).contains(history.steps.count - state.receipts)
        else { return nil }
        let site = PublicSite(history, first: state.receipts, settings, view, pictures)
        guard site.state == state else { return nil }
        let keeper = SiteKeeper(site, in: folder)
        return keeper.isIntact(asOf: now) ? keeper : nil
    }
}

extension SiteKeeper.Changes {
    fileprivate static func += (sum: inout SiteKeeper.Changes, other: SiteKeeper.Changes) {
        sum.written += other.written
        sum.bytes += other.bytes
        sum.unchanged += other.unchanged
        sum.removed += other.removed
    }
}

extension PublicSite {
    /// How far it goes.
    var state: PressIndex.State {
        PressIndex.State(receipts: receipts.count, root: tree.root, settings: settings.fingerprint)
    }

    /// Files that may change though no receipt came: the list of keys, the news of two days, and
    /// the proofs of emergencies, which somebody may read back later.
    var partsWithoutReceipt: [SitePart] {
        let emergencies = receipts.filter { receipt($0).fields["emergency"] == "yes" }
        let keyFiles = [.keys] + keys.roots.indices.map { SitePart.root($0 + 1) }
        return keyFiles.filter { contains($0) } + [.newsSitemap]
            + emergencies.map { .proof(ordinal: $0.ordinal, place: $0.place) }
    }

    /// One file of each kind: what another version of the templates would write in another way.
    var samples: [SitePart] {
        let pages: [SitePart] = [
            .front, .names(.tags), .corrections, .sitemapIndex, .robots, .redirects,
        ]
        let words = SitePart.WordPage.allCases.map { SitePart.words($0) }
        let assets = settings.assets.files.map { SitePart.asset($0.path) }
        guard let story = stories.last(where: \.isLive) else { return pages + words + assets }
        let month = story.published.month
        return pages + words + assets + feeds(.all) + [
            .story(story.ordinal), .proofPage(story.ordinal), .ninjs(story.ordinal),
            .list(.latest), .month(.latest, month), .sitemapMonth(month),
        ]
    }
}
