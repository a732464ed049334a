extension Feed {
    /// The feed as Atom (RFC 4287).
    var atom: [UInt8] {
        var xml = Markup()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        xml.text(language.tag)
        xml.raw("\">\n")
        xml.element("id", id)
        xml.element("title", title)
        xml.element("updated", updated.description)
        xml.raw("<author>")
        xml.element("name", site.name)
        xml.raw("</author>\n")
        xml.atomLink("self", address(.atom), FeedFormat.atom.type)
        xml.atomLink("alternate", "\(site.address.text)/", "text/html")
        for story in stories { xml.atomEntry(FeedEntry(story: story, site: site), in: language) }
        xml.raw("</feed>\n")
        return xml.bytes
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

    fileprivate mutating func atomLink(_ relation: String, _ address: String, _ type: String) {
        raw("<link rel=\"")
        text(relation)
        raw("\" type=\"")
        text(type)
        raw("\" href=\"")
        text(address)
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
        raw("<author>")
        element("name", entry.author)
        raw("</author>\n")
        atomLink("alternate", entry.story.url, "text/html")
        atomLink("\(entry.site.address.text)/ns/proof", entry.proof, "application/x-tar")
        if let status = entry.status {
            category(status, scheme: "\(entry.site.address.text)/ns/status")
        }
        category(entry.story.section, scheme: "\(entry.site.address.text)/ns/section")
        for tag in entry.story.tags { category(tag, scheme: "\(entry.site.address.text)/ns/tag") }
        if let standfirst = entry.story.standfirst { element("summary", standfirst) }
        raw("<content type=\"html\">")
        text(entry.content)
        raw("</content>\n</entry>\n")
    }

    private mutating func category(_ term: String, scheme: String) {
        raw("<category term=\"")
        text(term)
        raw("\" scheme=\"")
        text(scheme)
        raw("\"/>\n")
    }
}
