import Newsroom

/// The page of one story (publishing.md 2.3).
struct StoryPage {
    let story: PublicStory
    let site: PublicSite
    let neighbours: Neighbours

    var settings: SiteSettings { site.settings }
    var words: Words { settings.words(in: story.language) }

    var bytes: [UInt8] {
        var frame = PageFrame(
            settings: settings,
            language: story.language,
            title: story.title,
            path: story.folder,
            description: story.standfirst
        )
        frame.isHidden = story.status == .removed
        return frame.page(head: head, main: main)
    }

    private func head(_ page: inout Markup) {
        guard story.status != .removed else {
            // Nothing to lead to: a reader who keeps the page open meets what the server says.
            page.raw("<meta http-equiv=\"refresh\" content=\"86400\">\n")
            return
        }
        for translation in neighbours.translations {
            page.alternate(translation.language.tag, translation.url)
        }
        if let original = neighbours.translations.first {
            page.alternate("x-default", original.url)
        }
        social(&page)
        let data = LinkedData(story: story, site: site, family: neighbours.translations)
        for data in [data.article, data.breadcrumb] {
            page.raw("<script type=\"application/ld+json\">")
            page.trusted(HTML(trusted: data.document))
            page.raw("</script>\n")
        }
    }

    private func social(_ page: inout Markup) {
        page.property("og:type", "article")
        page.property("og:site_name", settings.name)
        page.property("og:title", story.title)
        if let standfirst = story.standfirst { page.property("og:description", standfirst) }
        page.property("og:url", story.url)
        page.property("og:locale", story.language.tag.split(separator: "-").joined(separator: "_"))
        if let picture = site.leadPicture(of: story) {
            page.property("og:image", settings.url(picture.path))
            page.property("og:image:alt", story.document.fields[.leadImageAlt] ?? "")
        }
        page.property("article:published_time", story.published.description)
        page.property("article:modified_time", story.updated.description)
        page.property("article:section", story.section)
        for tag in story.tags { page.property("article:tag", tag) }
    }

    private func main(_ page: inout Markup) {
        if story.status != .removed { trail(&page) }
        let blocks = settings.theme.storyBlocks
        let surroundings = StorySurroundings(
            story: story,
            site: site,
            neighbours: neighbours,
            words: words
        )
        page.raw("<article>\n<header>")
        for block in blocks where block.part == .heading { write(block, &page) }
        page.raw("</header>\n")
        for block in blocks where block.part == .story { write(block, &page) }
        // What is the story's own ends the article; what the theme puts before that is in it too.
        let end = blocks.filter { $0.part == .end }
        let own = end.prefix(end.lastIndex(where: \.isOwn).map { $0 + 1 } ?? 0)
        if !own.isEmpty { page.raw("<footer>") }
        for block in own { block.isOwn ? write(block, &page) : surroundings.write(block, &page) }
        page.raw(own.isEmpty ? "</article>\n" : "</footer>\n</article>\n")
        if story.isLive { page.fragment(.storyEnd, of: settings.theme) }
        for block in end.dropFirst(own.count) { surroundings.write(block, &page) }
    }

    private func trail(_ page: inout Markup) {
        page.raw("<nav class=\"trail\" aria-label=\"")
        page.text(words[.breadcrumb])
        page.raw("\"><ol>")
        page.item("/", words[.home])
        page.item(sectionPath, story.section)
        page.raw("</ol></nav>\n")
    }
}

extension Markup {
    fileprivate mutating func alternate(_ language: String, _ address: String) {
        raw("<link rel=\"alternate\" hreflang=\"")
        text(language)
        raw("\" href=\"")
        text(address)
        raw("\">\n")
    }
}
