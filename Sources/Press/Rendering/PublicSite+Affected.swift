import Newsroom

// What one receipt changes (publishing.md 1.3). The answer may name a file too many, which costs a
// rendering, and must never miss one. It is asked before a receipt is taken in and after it, for
// the story as it was and as it is. Whatever the size of the archive it is about a hundred files,
// and two more a tag: nothing refers to "the newest" without a bound.

extension PublicSite {
    /// The files that may change when `story` does.
    func affected(by story: PublicStory) -> Set<SitePart> {
        var parts = Set(always)
        parts.formUnion(self.parts(of: story))
        parts.formUnion(story.pictures.map { .picture($0) })
        for key in keys(of: story) { parts.formUnion(listParts(of: key, story)) }
        parts.formUnion(entryParts(of: story))
        for other in showing(story) { parts.insert(.story(other)) }
        for other in followers(of: story) {
            parts.insert(.story(other))
            parts.formUnion(entryParts(of: stories[other]))
        }
        parts.formUnion(story.notes.map { .correctionsYear($0.time.local.year) })
        return parts
    }

    /// The files that any receipt may change.
    private var always: [SitePart] {
        let fixed: [SitePart] = [
            .front, .corrections, .newsSitemap, .sitemapLists, .sitemapIndex, .redirects, .keys,
            .words(.feeds), .words(.checking), .words(.notFound),
        ]
        let log = tree.lastTiles.map { SitePart.tile(level: $0.level, place: $0.place) }
        return fixed + log + [.receipts(max(0, receipts.count - 1) / 256)]
            + SitePart.CheckpointFile.allCases.map { .checkpoint($0) }
            + SitePart.NameKind.allCases.map { .names($0) }
            + keys.roots.indices.map { .root($0 + 1) }
            + feeds(.all) + feeds(.corrections)
    }

    private func listParts(of key: ListKey, _ story: PublicStory) -> [SitePart] {
        let month = story.published.month
        var parts: [SitePart] = [.list(key), .month(key, month), .sitemapMonth(month)]
        let ordinals = lists[key]?.months[month] ?? []
        if ordinals.count > daysFrom {
            // The story that first makes a month long cuts it into days.
            let isNew = ordinals.count <= daysFrom + 1
            let days = isNew ? Set(ordinals.map { stories[$0].published.day }) : []
            parts += days.union([story.published.day]).map { .day(key, $0) }
        }
        return parts
    }

    /// Where a story has an entry of a feed.
    private func entryParts(of story: PublicStory) -> [SitePart] {
        let block = story.ordinal / archiveSize + 1
        let lists = keys(of: story).flatMap { key -> [SitePart] in
            switch key {
            case .section(let name): feeds(.section(name))
            case .language(let name): feeds(.language(name))
            case .latest, .tag, .author: []
            }
        }
        // A new block is the one that the block before names as its next.
        return lists + [block - 1, block].filter { $0 > 0 }.map { .archive($0) }
    }

    /// The stories whose pages may show a story.
    private func showing(_ story: PublicStory) -> Set<Int> {
        var found = linkers[story.slug] ?? []
        found.formUnion(max(0, story.ordinal - railReach - 1)..<story.ordinal)
        found.formUnion(railsBehind(story))
        for ordinal
            in (story.ordinal + 1)..<max(
                story.ordinal + 1,
                min(stories.count, story.ordinal + relatedReach + 1)
            ) where story.commonTags(with: stories[ordinal]) > 1
        {
            found.insert(ordinal)
        }
        found.formUnion(family(of: story))
        return found.filter { $0 < stories.count }
    }

    /// The stories after it whose rails reach back to it: fewer than nine live ones lie between.
    private func railsBehind(_ story: PublicStory) -> [Int] {
        let ordinals = lists[.language(story.language.tag)]?.ordinals ?? []
        var found: [Int] = []
        var live = 0
        for ordinal in ordinals[ordinals.firstPlace(above: story.ordinal)...] {
            found.append(ordinal)
            if stories[ordinal].isLive { live += 1 }
            if live > 9 { break }
        }
        return found
    }

    /// Everybody whose page may name the story as a translation.
    private func family(of story: PublicStory) -> [Int] {
        let stems = [
            story.slug, String(story.slug.dropLast(story.language.primary.utf8.count + 1)),
        ]
        return stems.flatMap { stem in
            [bySlug[stem]] + languages.map { bySlug["\(stem)-\($0)"] }
        }.compactMap(\.self)
    }

    /// The stories that say that they follow it.
    private func followers(of story: PublicStory) -> Set<Int> {
        let stems = [
            story.slug, String(story.slug.dropLast(story.language.primary.utf8.count + 1)),
        ]
        let next = stems.flatMap { stem -> [String] in
            guard let dash = stem.lastIndex(of: "-"),
                let number = Int(stem[stem.index(after: dash)...])
            else { return ["\(stem)-2"] }
            return ["\(stem)-2", "\(stem[..<dash])-\(number + 1)"]
        }
        let names = next.flatMap { name in [name] + languages.map { "\(name)-\($0)" } }
        return Set(names.compactMap { bySlug[$0] })
    }
}
