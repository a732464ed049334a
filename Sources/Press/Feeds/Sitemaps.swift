import Newsroom

/// The sitemaps: an index, a part a month of first issue, the lists, and the news of two days.
struct Sitemaps {
    let site: PublicSite

    /// The stories of a month; a withdrawn one stays, a removed one goes (G2, G8).
    func month(_ month: String) -> [UInt8] {
        let ordinals = site.lists[.latest]?.months[month] ?? []
        return urls(ordinals.map { (site.stories[$0].url, site.stories[$0].updated) })
    }

    /// The pages that list stories.
    var lists: [UInt8] {
        let keys = site.lists.keys.inOrder().prefix(50_000 - 8)
        let pages = ["", "corrections/", "feeds/", "checking/", "sections/", "tags/", "authors/"]
        let all = pages + keys.map { $0.path + "/" }
        return urls(all.map { (site.settings.url($0), nil) })
    }

    var index: [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.raw("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        let months = (site.lists[.latest]?.months.keys.sorted() ?? []).map {
            site.path(of: .sitemapMonth($0))
        }
        for path in ["sitemaps/lists.xml"] + months {
            xml.raw("<sitemap>\n")
            xml.element("loc", site.settings.url(path))
            xml.raw("</sitemap>\n")
        }
        xml.raw("</sitemapindex>\n")
        return xml.bytes
    }

    /// Live stories first issued in the 48 hours before a time, the newest 1,000.
    func news(asOf now: Moment) -> [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
        xml.raw(" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n")
        for story in fresh(asOf: now) { entry(story, &xml) }
        xml.raw("</urlset>\n")
        return xml.bytes
    }

    func fresh(asOf now: Moment) -> [PublicStory] {
        let since = WrittenTime(now, offset: 0).seconds - 48 * 3_600
        let recent = site.stories.reversed().prefix { $0.published.seconds >= since }
        return Array(recent.filter(\.isLive).prefix(1_000))
    }

    private func entry(_ story: PublicStory, _ xml: inout Markup) {
        xml.raw("<url>\n")
        xml.element("loc", story.url)
        xml.element("lastmod", story.updated.description)
        xml.raw("<news:news>\n<news:publication>\n")
        xml.element("news:name", site.settings.name)
        xml.element("news:language", story.language.primary)
        xml.raw("</news:publication>\n")
        xml.element("news:publication_date", story.published.description)
        xml.element("news:title", story.title)
        xml.raw("</news:news>\n</url>\n")
    }

    private func urls(_ entries: [(String, WrittenTime?)]) -> [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for (address, time) in entries {
            xml.raw("<url>\n")
            xml.element("loc", address)
            if let time { xml.element("lastmod", time.description) }
            xml.raw("</url>\n")
        }
        xml.raw("</urlset>\n")
        return xml.bytes
    }
}
