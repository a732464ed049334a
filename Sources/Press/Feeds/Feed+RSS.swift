extension Feed {
    /// The feed as RSS 2.0.
    var rss: [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"")
        xml.raw(" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
        xml.raw(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
        xml.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n")
        xml.element("title", title)
        xml.element("link", "\(site.address.text)/")
        xml.element("description", title)
        xml.element("language", language.withRegion)
        xml.element("lastBuildDate", updated.mail)
        xml.raw("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
        xml.text(address(.rss))
        xml.raw("\"/>\n")
        for story in stories { xml.rssItem(FeedEntry(story: story, site: site)) }
        xml.raw("</channel></rss>\n")
        return xml.bytes
    }
}

extension Markup {
    fileprivate mutating func rssItem(_ entry: FeedEntry) {
        raw("<item>\n")
        element("title", entry.title)
        element("link", entry.story.url)
        raw("<guid isPermaLink=\"false\">")
        text(entry.id)
        raw("</guid>\n")
        element("pubDate", entry.story.published.mail)
        element("atom:updated", entry.story.updated.description)
        element("dc:creator", entry.author)
        if let status = entry.status {
            category(status, domain: "\(entry.site.address.text)/ns/status")
        }
        category(entry.story.section, domain: "\(entry.site.address.text)/ns/section")
        for tag in entry.story.tags { category(tag, domain: "\(entry.site.address.text)/ns/tag") }
        element("description", entry.story.standfirst ?? entry.title)
        element("content:encoded", entry.content)
        raw("</item>\n")
    }

    private mutating func category(_ term: String, domain: String) {
        raw("<category domain=\"")
        text(domain)
        raw("\">")
        text(term)
        raw("</category>\n")
    }
}
