extension Feed {
    /// The feed as RSS 2.0.
    var rss: [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"")
        xml.raw(" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
        xml.raw(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
        xml.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n")
        xml.element("title", title)
        xml.element("link", site.settings.url(""))
        xml.element("description", title)
        xml.element("language", language.withRegion)
        xml.element("lastBuildDate", updated.mail)
        xml.raw("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
        xml.text(address(.rss))
        xml.raw("\"/>\n")
        if let hub = site.settings.theme.hub {
            xml.raw("<atom:link rel=\"hub\" href=\"")
            xml.text(hub)
            xml.raw("\"/>\n")
        }
        for entry in entries { xml.rssItem(entry) }
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
        for author in entry.authors { element("dc:creator", author) }
        if let status = entry.status { category(status, domain: entry.scheme("status")) }
        if entry.story.status != .removed {
            category(entry.story.section, domain: entry.scheme("section"))
        }
        for tag in entry.story.tags { category(tag, domain: entry.scheme("tag")) }
        if let picture = entry.picture {
            raw("<enclosure url=\"")
            text(entry.site.settings.url(picture.path))
            raw("\" length=\"")
            number(picture.length)
            raw("\" type=\"")
            text(picture.kind.type)
            raw("\"/>\n")
        }
        element("description", entry.story.standfirst ?? entry.title)
        raw("<content:encoded>")
        trusted(entry.content.xml)
        raw("</content:encoded>\n")
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
