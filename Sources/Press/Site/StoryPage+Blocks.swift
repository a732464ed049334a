import Newsroom

extension StoryPage {
    /// Writes one block of the story itself, or nothing where there is nothing of it.
    func write(_ block: StoryBlock, _ page: inout Markup) {
        switch block {
        case .label: label(&page)
        case .headline: headline(&page)
        case .standfirst: standfirst(&page)
        case .byline: byline(&page)
        case .dates: dates(&page)
        case .notes: page.trusted(StoryContent(story: story, site: site).notes(asides: true))
        case .picture:
            if story.isLive { page.trusted(StoryContent(story: story, site: site).leadFigure) }
        case .body: body(&page)
        case .tags: tags(&page)
        case .share: share(&page)
        case .proof: proof(&page)
        case .languages, .related, .rail: break
        }
    }

    /// The address of its section's list.
    var sectionPath: String {
        "/" + ListKey.section(Name.plain(story.section)).path.pathEscaped + "/"
    }

    private func label(_ page: inout Markup) {
        guard story.status != .removed else { return }
        page.raw("<p class=\"label\">")
        page.anchor(sectionPath, story.section)
        page.raw("</p>\n")
    }

    private func headline(_ page: inout Markup) {
        page.raw("<h1>")
        page.text(story.title)
        page.raw("</h1>\n")
    }

    private func standfirst(_ page: inout Markup) {
        guard let standfirst = story.standfirst else { return }
        page.raw("<p class=\"standfirst\">")
        page.lines(standfirst)
        page.raw("</p>\n")
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

    private func dates(_ page: inout Markup) {
        page.raw("<p class=\"dates\">")
        page.text("\(words[.published]) ")
        page.time(story.published, words)
        if story.isChanged {
            page.text(". \(words[.updated]) ")
            page.time(story.updated, words)
        }
        page.raw("</p>\n")
    }

    private func body(_ page: inout Markup) {
        guard story.isLive else { return }
        page.raw("<div class=\"body\">\n")
        page.trusted(story.body)
        page.raw("</div>\n")
    }

    private func tags(_ page: inout Markup) {
        guard !story.tags.isEmpty else { return }
        page.raw("<ul class=\"tags\" aria-label=\"")
        page.text(words[.tags])
        page.raw("\">")
        for tag in story.tags {
            page.item("/" + ListKey.tag(Name.plain(tag)).path.pathEscaped + "/", tag)
        }
        page.raw("</ul>\n")
    }

    private func share(_ page: inout Markup) {
        guard story.isLive else { return }
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

    private func proof(_ page: inout Markup) {
        page.raw("<p class=\"proof\">")
        page.anchor("proof/", words[.proof])
        page.raw("</p>\n")
    }
}
