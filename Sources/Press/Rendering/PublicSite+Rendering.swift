import Newsroom

extension PublicSite {
    /// Makes one file; nil where what it is made of is not here.
    ///
    /// `asOf` decides the news sitemap alone.
    func file(_ part: SitePart, asOf now: Moment) -> SiteFile? {
        guard let content = content(part, asOf: now) else { return nil }
        return SiteFile(path(of: part), content.bytes, modified: content.modified)
    }

    private typealias Content = (bytes: [UInt8], modified: Moment)

    private func content(_ part: SitePart, asOf now: Moment) -> Content? {
        switch part {
        case .asset(let path):
            settings.assets.files.first { $0.path == path }.map { ($0.bytes, .ever) }
        case .picture(let hash): sources.bytes(hash).map { ($0, .ever) }
        case .proof, .proofPage, .ninjs, .story, .stub: storyContent(part)
        case .front:
            (FrontPage(site: self).bytes, newest(of: FrontPage(site: self).stories))
        case .list(let key):
            lists[key].map { ListPage(key: key, list: $0, site: self) }
                .map { ($0.bytes, newest(of: $0.stories)) }
        case .month(let key, let period), .day(let key, let period):
            periodContent(PeriodPage(key: key, period: period, site: self))
        case .names(let kind): (NamesPage(kind: kind, site: self).bytes, last)
        case .corrections: correctionsContent(nil)
        case .correctionsYear(let year): correctionsContent(year)
        case .words(let page): (WordPages(site: self).bytes(page), last)
        case .archive, .feed: feedContent(part)
        case .sitemapMonth(let month): (Sitemaps(site: self).month(month), newest(in: month))
        case .sitemapLists: (Sitemaps(site: self).lists, last)
        case .sitemapIndex: (Sitemaps(site: self).index, last)
        case .newsSitemap: newsContent(now)
        case .robots: (SmallFiles(site: self).robots, .ever)
        case .redirects: (SmallFiles(site: self).redirects, last)
        case .keys, .root, .tile, .receipts, .checkpoint: logContent(part)
        }
    }

    private func storyContent(_ part: SitePart) -> Content? {
        switch part {
        case .proof(let ordinal, let place):
            let story = stories[ordinal]
            return proofArchive(of: story.receipts[place], in: story)
                .map { ($0, max(story.modified, story.receipts[place].issued.moment)) }
        case .proofPage(let ordinal):
            return (ProofPage(story: stories[ordinal], site: self).bytes, stories[ordinal].modified)
        case .ninjs(let ordinal):
            return (NinjsItem(story: stories[ordinal], site: self).bytes, stories[ordinal].modified)
        case .story(let ordinal):
            let story = stories[ordinal]
            let neighbours = Neighbours(of: story, on: self)
            let shown = [story] + (story.isLive ? neighbours.all : [])
            let page = StoryPage(story: story, site: self, neighbours: neighbours)
            return (page.bytes, newest(of: shown))
        case .stub(let ordinal, _):
            return (SmallFiles(site: self).stub(to: stories[ordinal]), stories[ordinal].modified)
        default: return nil
        }
    }

    private func periodContent(_ page: PeriodPage) -> Content {
        (page.bytes, newest(of: page.stories))
    }

    private func correctionsContent(_ year: Int?) -> Content {
        let page = CorrectionsPage(site: self, year: year)
        return (page.bytes, newest(of: page.entries.map(\.story)))
    }

    private func feedContent(_ part: SitePart) -> Content? {
        switch part {
        case .archive(let number):
            let archive = FeedArchive(number: number, site: self)
            return (archive.bytes, newest(of: archive.stories))
        case .feed(let key, let format):
            let feed = Feed(key, of: self)
            return (feed.bytes(format), newest(of: feed.stories + feed.tombstones))
        default: return nil
        }
    }

    private func newsContent(_ now: Moment) -> Content {
        let maps = Sitemaps(site: self)
        return (maps.news(asOf: now), newest(of: maps.fresh(asOf: now)))
    }

    private func newest(of stories: [PublicStory]) -> Moment {
        stories.map(\.modified).max() ?? .ever
    }

    private func newest(in month: String) -> Moment {
        newest(of: (lists[.latest]?.months[month] ?? []).map { stories[$0] })
    }

    /// The time of the newest receipt of all.
    var last: Moment { lastReceipt?.issued.moment ?? .ever }
}
