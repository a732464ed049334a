import Newsroom

extension Feed {
    /// The feed as Atom (RFC 4287).
    var atom: [UInt8] {
        var xml = Markup()
        xml.openAtom(language)
        xml.element("id", id)
        xml.element("title", title)
        xml.element("updated", updated.description)
        xml.raw("<author>")
        xml.element("name", site.settings.name)
        xml.raw("</author>\n")
        xml.atomLink("self", address(.atom), FeedFormat.atom.type)
        xml.atomLink("alternate", site.settings.url(""), "text/html")
        if let hub = site.settings.theme.hub { xml.atomLink("hub", hub) }
        if key == .all, site.archiveCount > 0 {
            xml.atomLink("prev-archive", site.archiveAddress(site.archiveCount))
        }
        for entry in entries { xml.atomEntry(entry, in: language) }
        for story in tombstones { xml.tombstone(story, site) }
        xml.raw("</feed>\n")
        return xml.bytes
    }
}

/// One document of the archive: forty stories in the order of first issues (RFC 5005).
struct FeedArchive {
    let number: Int
    let site: PublicSite

    /// All its stories, removed ones among them.
    var stories: [PublicStory] {
        Array(site.stories[(archiveSize * (number - 1))..<(archiveSize * number)])
    }

    var bytes: [UInt8] {
        let language = site.settings.language
        let current = site.settings.url("\(FeedKey.all.stem).atom")
        var xml = Markup()
        xml.openAtom(language)
        xml.element("id", "tag:\(site.authority):feed/archive/\(number)")
        xml.element("title", site.settings.name)
        xml.element("updated", (stories.map(\.updated).max() ?? stories[0].updated).description)
        xml.raw("<author>")
        xml.element("name", site.settings.name)
        xml.raw("</author>\n<fh:archive/>\n")
        xml.atomLink("self", site.archiveAddress(number), FeedFormat.atom.type)
        xml.atomLink("current", current)
        if number > 1 { xml.atomLink("prev-archive", site.archiveAddress(number - 1)) }
        if number < site.archiveCount {
            xml.atomLink("next-archive", site.archiveAddress(number + 1))
        }
        for story in stories where story.status != .removed {
            xml.atomEntry(FeedEntry(story: story, site: site), in: language)
        }
        for story in stories where story.status == .removed { xml.tombstone(story, site) }
        xml.raw("</feed>\n")
        return xml.bytes
    }
}

extension PublicSite {
    fileprivate func archiveAddress(_ number: Int) -> String {
        settings.url("feeds/archive/\(number).atom")
    }
}

extension Markup {
    /// Writes an element that holds text.
    mutating func element(_ name: StaticString, _ content: String) {
        raw("<")
        raw(name)
        raw(">")
        text(content)
        raw("</")
        raw(name)
        raw(">\n")
    }

    fileprivate mutating func openAtom(_ language: Language) {
        raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        raw(" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"")
        raw(" xmlns:fh=\"http://purl.org/syndication/history/1.0\"")
        raw(" xmlns:thr=\"http://purl.org/syndication/thread/1.0\" xml:lang=\"")
        text(language.tag)
        raw("\">\n")
    }

    fileprivate mutating func atomLink(
        _ relation: String,
        _ address: String,
        _ type: String? = nil
    ) {
        raw("<link rel=\"")
        text(relation)
        if let type {
            raw("\" type=\"")
            text(type)
        }
        raw("\" href=\"")
        text(address)
        raw("\"/>\n")
    }

    fileprivate mutating func tombstone(_ story: PublicStory, _ site: PublicSite) {
        raw("<at:deleted-entry ref=\"")
        text(site.identifier(of: story))
        raw("\" when=\"")
        text(story.updated.description)
        raw("\"/>\n")
    }

    fileprivate mutating func atomEntry(_ entry: FeedEntry, in language: Language) {
        raw("<entry")
        if entry.language != language {
            raw(" xml:lang=\"")
            text(entry.language.tag)
            raw("\"")
        }
        raw(">\n")
        element("id", entry.id)
        raw("<title type=\"text\">")
        text(entry.title)
        raw("</title>\n")
        element("published", entry.story.published.description)
        element("updated", entry.story.updated.description)
        for author in entry.authors {
            raw("<author>")
            element("name", author)
            raw("</author>\n")
        }
        atomLink("alternate", entry.story.url, "text/html")
        atomLink(entry.scheme("proof"), entry.proof, "application/x-tar")
        enclosure(entry)
        follow(entry)
        if let status = entry.status { category(status, scheme: entry.scheme("status")) }
        if entry.story.status != .removed {
            category(entry.story.section, scheme: entry.scheme("section"))
        }
        for tag in entry.story.tags { category(tag, scheme: entry.scheme("tag")) }
        if let standfirst = entry.story.standfirst { element("summary", standfirst) }
        raw("<content type=\"html\">")
        trusted(entry.content.xml)
        raw("</content>\n</entry>\n")
    }

    private mutating func enclosure(_ entry: FeedEntry) {
        guard let picture = entry.picture else { return }
        raw("<link rel=\"enclosure\" type=\"")
        text(picture.kind.type)
        raw("\" length=\"")
        number(picture.length)
        raw("\" href=\"")
        text(entry.site.settings.url(picture.path))
        raw("\"/>\n")
    }

    /// A follow-up names the story that it follows (F23).
    private mutating func follow(_ entry: FeedEntry) {
        guard let before = entry.site.followed(by: entry.story), entry.story.isLive else { return }
        raw("<thr:in-reply-to ref=\"")
        text(entry.site.identifier(of: before))
        raw("\" href=\"")
        text(before.url)
        raw("\"/>\n")
        atomLink("related", before.url, "text/html")
    }

    private mutating func category(_ term: String, scheme: String) {
        raw("<category term=\"")
        text(term)
        raw("\" scheme=\"")
        text(scheme)
        raw("\"/>\n")
    }
}
