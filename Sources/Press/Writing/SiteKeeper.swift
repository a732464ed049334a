package import Foundation
package import Newsroom

/// Which files of a site are written.
package enum SiteProfile: Sendable {
    /// All.
    case everything
    /// What a common site builder makes too, to be timed beside one: a page a story, lists, a front
    /// page, one feed, sitemaps.
    case compare

    func contains(_ part: SitePart) -> Bool {
        guard self == .compare else { return true }
        switch part {
        case .story, .front, .asset, .feed(.all, .rss), .sitemapMonth, .sitemapIndex: return true
        case .list(.section), .list(.tag), .month(.section, _), .month(.tag, _): return true
        case .names(.tags), .names(.sections): return true
        default: return false
        }
    }
}

/// A site and its folder, kept in step receipt by receipt.
package struct SiteKeeper: Sendable {
    /// The site as it is written.
    package internal(set) var site: PublicSite
    private let folder: SiteFolder
    /// What it wrote.
    package private(set) var index: PressIndex

    /// What became of the files.
    package struct Changes: Hashable, Sendable {
        /// How many were written.
        package var written = 0
        /// How many bytes that were.
        package var bytes = 0
        /// How many were as they should be.
        package var unchanged = 0
        /// How many were removed.
        package var removed = 0

        /// Nothing was done.
        package init() {}
    }

    /// Takes over a folder; nothing is written yet.
    package init(_ site: PublicSite, in folder: URL) {
        self.site = site
        self.folder = SiteFolder(url: folder)
        index = self.folder.index()
    }

    /// Makes the folder hold exactly the files of the site, beside what is not the press's.
    ///
    /// - Throws: `PressError.disk`; the next run finishes.
    package mutating func writeAll(
        asOf now: Moment,
        _ profile: SiteProfile = .everything
    ) throws(PressError) -> Changes {
        var session = WritingSession(all: folder, before: index)
        let parts = site.allParts.filter { profile.contains($0) }
        for step in parts.chunked(by: \.step) { try session.put(step, of: site, asOf: now) }
        index = try session.finish(removing: index.files.keys.sorted(), at: site.state)
        return session.changes
    }

    /// Takes in the next receipt and writes what it changes.
    ///
    /// - Throws: `PressError.disk`; then the folder is to be written anew.
    package mutating func take(
        _ receipt: Receipt,
        document: CanonicalDocument?,
        keys: PublicKeys,
        asOf now: Moment
    ) throws(PressError) -> Changes {
        var parts: Set<SitePart> = []
        var paths: Set<String> = []
        if let before = site.story(receipt.story) {
            parts = site.affected(by: before).filter { site.contains($0) }
            paths = Set(parts.map { site.path(of: $0) })
        }
        site.keys = keys
        site.take(receipt, document: document)
        guard let after = site.story(receipt.story) else { return Changes() }
        parts.formUnion(site.affected(by: after))
        return try write(parts.filter { site.contains($0) }, removing: paths, asOf: now)
    }
    /// Writes what changes without a receipt: the news of two days, keys, later readings.
    ///
    /// - Throws: `PressError.disk`.
    mutating func refresh(asOf now: Moment) throws(PressError) -> Changes {
        try write(Set(site.partsWithoutReceipt), removing: [], asOf: now)
    }

    private mutating func write(
        _ parts: Set<SitePart>,
        removing paths: Set<String>,
        asOf now: Moment
    ) throws(PressError) -> Changes {
        var session = WritingSession(some: folder, of: index)
        index = PressIndex()
        let ordered = parts.sorted { $0.step < $1.step }
        for step in ordered.chunked(by: \.step) { try session.put(step, of: site, asOf: now) }
        let gone = paths.subtracting(parts.map { site.path(of: $0) })
        index = try session.finish(removing: gone.sorted(), at: site.state)
        return session.changes
    }

    /// Whether every file is as it was written, and would be written so again.
    func isIntact(asOf now: Moment) -> Bool {
        guard index.files.values.allSatisfy({ folder.isIntact($0) }) else { return false }
        return site.samples.allSatisfy { part in
            site.file(part, asOf: now).map { PressIndex.File(of: $0) == index.files[$0.path] }
                ?? true
        }
    }
}

extension [SitePart] {
    /// Runs of parts with the same step.
    fileprivate func chunked(by step: (SitePart) -> Int) -> [[SitePart]] {
        reduce(into: []) { runs, part in
            if let last = runs.last?.last, step(last) == step(part) {
                runs[runs.count - 1].append(part)
            } else {
                runs.append([part])
            }
        }
    }
}
