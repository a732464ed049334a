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
    package private(set) var site: PublicSite
    private let folder: SiteFolder
    /// What it wrote.
    package private(set) var index: PressIndex

    /// What became of the files.
    package struct Changes: Hashable, Sendable {
        /// How many were written.
        package var written = 0
        /// How many were as they should be.
        package var unchanged = 0
        /// How many were removed.
        package var removed = 0
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
        for part in site.allParts where profile.contains(part) {
            guard let file = site.file(part, asOf: now) else { continue }
            try session.put(file)
        }
        index = try session.finish(removing: index.files.keys.sorted())
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
        var session = WritingSession(some: folder, of: index)
        index = PressIndex()
        for part in parts.sorted(by: { $0.step < $1.step }) where site.contains(part) {
            guard let file = site.file(part, asOf: now) else { continue }
            try session.put(file)
            paths.remove(file.path)
        }
        index = try session.finish(removing: paths.sorted())
        return session.changes
    }
}
