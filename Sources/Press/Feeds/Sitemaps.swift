/// The news sitemap: live stories first issued in the 48 hours before a time (G2).
struct NewsSitemap {
    let site: PublicSite
    let asOf: WrittenTime

    var bytes: [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
        xml.raw(" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n")
        for story in fresh { entry(story, &xml) }
        xml.raw("</urlset>\n")
        return xml.bytes
    }

    private var fresh: [PublicStory] {
        let since = asOf.seconds - 48 * 3_600
        return site.stories.reversed().prefix { $0.published.seconds >= since }.prefix(1_000).map {
            $0
        }
    }

    private func entry(_ story: PublicStory, _ xml: inout Markup) {
        xml.raw("<url>\n")
        xml.element("loc", story.url)
        xml.element("lastmod", story.updated.description)
        xml.raw("<news:news>\n<news:publication>\n")
        xml.element("news:name", site.name)
        xml.element("news:language", Language(story.language).primary)
        xml.raw("</news:publication>\n")
        xml.element("news:publication_date", story.published.description)
        xml.element("news:title", story.headline)
        xml.raw("</news:news>\n</url>\n")
    }
}
