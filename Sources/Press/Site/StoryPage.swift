import Newsroom

/// The page of one story (publishing.md 2.3).
struct StoryPage {
    let story: PublicStory
    let site: PublicSite
    let neighbours: Neighbours

    private var settings: SiteSettings { site.settings }
    private var words: Words { settings.words(in: story.language) }

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
        page.raw("<article>\n<header>")
        header(&page)
        page.raw("</header>\n")
        let content = StoryContent(story: story, site: site)
        page.trusted(content.notes(asides: true))
        if story.isLive {
            page.trusted(content.leadFigure)
            page.raw("<div class=\"body\">\n")
            page.trusted(story.body)
            page.raw("</div>\n")
        }
        page.raw("<footer>")
        footer(&page)
        page.raw("</footer>\n</article>\n")
        guard story.isLive else { return }
        page.fragment("story-end", of: settings.theme)
        StorySurroundings(story: story, site: site, neighbours: neighbours, words: words)
            .write(&page)
    }

    private func trail(_ page: inout Markup) {
        page.raw("<nav class=\"trail\" aria-label=\"")
        page.text(words[.breadcrumb])
        page.raw("\"><ol>")
        page.item("/", words[.home])
        page.item(sectionPath, story.section)
        page.raw("</ol></nav>\n")
    }

    private var sectionPath: String {
        "/" + ListKey.section(Name.plain(story.section)).path.pathEscaped + "/"
    }

    private func header(_ page: inout Markup) {
        if story.status != .removed {
            page.raw("<p class=\"label\">")
            page.anchor(sectionPath, story.section)
            page.raw("</p>\n")
        }
        page.raw("<h1>")
        page.text(story.title)
        page.raw("</h1>\n")
        if let standfirst = story.standfirst {
            page.raw("<p class=\"standfirst\">")
            page.lines(standfirst)
            page.raw("</p>\n")
        }
        byline(&page)
        page.raw("<p class=\"dates\">")
        page.text("\(words[.published]) ")
        page.time(story.published, words)
        if story.isChanged {
            page.text(". \(words[.updated]) ")
            page.time(story.updated, words)
        }
        page.raw("</p>")
    }

    private func byline(_ page: inout Markup) {
        guard !story.authors.isEmpty else { return }
        page.raw("<p class=\"byline\">")
        page.text("\(words[.by]) ")
        for (index, author) in story.authors.enumerated() {
            if index > 0 {
                page.text(index == story.authors.count - 1 ? " \(words[.and]) " : ", ")
            }
            page.raw("<a rel=\"author\" href=\"/")
            page.text(ListKey.author(Name.plain(author)).path.pathEscaped)
            page.raw("/\">")
            page.text(author)
            page.raw("</a>")
        }
        if let place = story.document.fields[.dateline] { page.text(", \(place)") }
        page.raw("</p>\n")
    }

    private func footer(_ page: inout Markup) {
        let hidden = settings.theme.hidden
        if !story.tags.isEmpty, !hidden.contains("tags") {
            page.raw("<ul class=\"tags\" aria-label=\"")
            page.text(words[.tags])
            page.raw("\">")
            for tag in story.tags {
                page.item("/" + ListKey.tag(Name.plain(tag)).path.pathEscaped + "/", tag)
            }
            page.raw("</ul>\n")
        }
        if story.isLive, !hidden.contains("share") { share(&page) }
        page.raw("<p class=\"proof\">")
        page.anchor("proof/", words[.proof])
        page.raw("</p>")
    }

    private func share(_ page: inout Markup) {
        let title = story.headline.queryEscaped
        let url = story.url.queryEscaped
        page.raw("<ul class=\"share\" aria-label=\"")
        page.text(words[.share])
        page.raw("\">")
        page.item("mailto:?subject=\(title)&body=\(url)", words[.email])
        for share in settings.theme.shares {
            page.item(share.address(url: url, title: title), share.name)
        }
        page.raw("</ul>\n")
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
