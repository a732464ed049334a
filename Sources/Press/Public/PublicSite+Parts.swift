package import Newsroom

extension PublicSite {
    /// Every file of the site, made anew, in the order in which it is written.
    package func allFiles(asOf now: Moment) -> [SiteFile] {
        allParts.compactMap { file($0, asOf: now) }
    }

    /// Every file of the site, in the order in which it is written.
    var allParts: [SitePart] {
        var parts = fixedParts
        for story in stories { parts += self.parts(of: story) }
        for (key, list) in lists { parts += self.parts(of: key, list) }
        parts += pictures.map { .picture($0) }
        parts += (0..<archiveCount).map { .archive($0 + 1) }
        parts += logParts
        return parts.sorted { $0.step < $1.step }
    }

    /// The files of one story; none but its proof page and proofs once it is removed without a note.
    func parts(of story: PublicStory) -> [SitePart] {
        let ordinal = story.ordinal
        var parts = story.receipts.indices.map { SitePart.proof(ordinal: ordinal, place: $0) }
        parts += [.proofPage(ordinal), .ninjs(ordinal), .story(ordinal)]
        parts += story.oldFolders.filter { folder in !isTaken(folder, besides: story) }
            .map { .stub(ordinal: ordinal, folder: $0) }
        return parts
    }

    private func isTaken(_ folder: String, besides story: PublicStory) -> Bool {
        let slug = folder.split(separator: "/").last.map { String($0) } ?? ""
        guard let other = bySlug[slug] else { return false }
        return other != story.ordinal && stories[other].folder == folder
    }

    func parts(of key: ListKey, _ list: StoryList) -> [SitePart] {
        var parts: [SitePart] = [.list(key)]
        for (month, ordinals) in list.months {
            parts.append(.month(key, month))
            if ordinals.count > daysFrom {
                parts += Set(ordinals.map { stories[$0].published.day }).map { .day(key, $0) }
            }
        }
        if key == .latest { parts += list.months.keys.map { .sitemapMonth($0) } }
        switch key {
        case .section(let name): parts += feeds(.section(name))
        case .language(let name): parts += feeds(.language(name))
        case .latest, .tag, .author: break
        }
        return parts
    }

    /// The pictures of stories that are live (C6).
    private var pictures: [Bytes32] { pictureUses.keys.filter { sources.picture($0) != nil } }

    func feeds(_ key: FeedKey) -> [SitePart] {
        FeedFormat.allCases.map { .feed(key, $0) }
    }

    private var fixedParts: [SitePart] {
        var parts: [SitePart] = settings.assets.files.map { .asset($0.path) }
        parts += [.front, .corrections, .newsSitemap, .robots, .redirects]
        parts += SitePart.WordPage.allCases.map { .words($0) }
        parts += SitePart.NameKind.allCases.map { .names($0) }
        parts += [.sitemapLists, .sitemapIndex]
        parts += correctionYears.map { .correctionsYear($0) }
        guard !receipts.isEmpty else { return parts }
        return parts + feeds(.all) + feeds(.corrections)
    }

    private var logParts: [SitePart] {
        guard !receipts.isEmpty else { return [] }
        let blocks = stride(from: 0, to: receipts.count, by: 256).map { $0 / 256 }
        return SitePart.CheckpointFile.allCases.map { .checkpoint($0) }
            + tree.tilePlaces.map { .tile(level: $0.level, place: $0.place) }
            + blocks.map { .receipts($0) }
            + (keys.list.seal == nil ? [] : [.keys])
            + keys.roots.indices.map { .root($0 + 1) }
    }

    /// The years with an entry on the corrections page.
    var correctionYears: Set<Int> {
        Set(corrected.flatMap { stories[$0].notes.filter(\.kind.isListed) }.map(\.time.local.year))
    }

    /// How many blocks of forty stories are full.
    var archiveCount: Int { stories.count / archiveSize }
}

/// The stories of one archive document (RFC 5005).
let archiveSize = 40

/// From how many stories on a month's page is cut into days.
let daysFrom = 300

extension WrittenTime {
    /// The folder of its day: `2026/01/02`.
    var day: String { "\(month)/\(padded(local.day))" }
}

extension PublicSite {
    /// Whether a file is of the site as it is.
    func contains(_ part: SitePart) -> Bool {
        switch part {
        case .asset, .front, .names, .corrections, .words, .robots, .redirects: true
        case .sitemapLists, .sitemapIndex, .newsSitemap: true
        case .picture(let hash): pictureUses[hash] != nil && sources.picture(hash) != nil
        case .proof(let ordinal, let place): stories[ordinal].receipts.indices.contains(place)
        case .proofPage(let ordinal), .ninjs(let ordinal), .story(let ordinal):
            stories.indices.contains(ordinal)
        case .stub(let ordinal, _): parts(of: stories[ordinal]).contains(part)
        case .list(let key): lists[key] != nil
        case .month(let key, let month): lists[key]?.months[month] != nil
        case .day(let key, let day): lists[key].map { has($0, day) } ?? false
        case .correctionsYear(let year): correctionYears.contains(year)
        case .archive(let number): number <= archiveCount
        case .feed(let key, _): !receipts.isEmpty && isLive(key)
        case .sitemapMonth(let month): lists[.latest]?.months[month] != nil
        case .keys: keys.list.seal != nil
        case .root(let number): number <= keys.roots.count
        case .tile, .receipts, .checkpoint: true
        }
    }

    private func isLive(_ key: FeedKey) -> Bool {
        guard let list = key.list, key != .all else { return true }
        return lists[list] != nil
    }

    private func has(_ list: StoryList, _ day: String) -> Bool {
        let month = day.split(separator: "/").prefix(2).joined(separator: "/")
        let ordinals = list.months[month] ?? []
        return ordinals.count > daysFrom && ordinals.contains { stories[$0].published.day == day }
    }
}
