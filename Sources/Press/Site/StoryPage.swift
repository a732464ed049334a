/// The page of one story (publishing.md 2.3).
struct StoryPage {
    let story: PublicStory
    let face: SiteFace
    let identifier: String
    /// The newest live stories in its language, without itself.
    let rail: [PublicStory]

    private var language: Language { Language(story.language) }
    private var words: Words { Words.of(story.language) }

    var bytes: [UInt8] {
        let frame = PageFrame(
            site: face,
            words: words,
            language: language,
            title: story.headline,
            path: story.folder,
            description: story.standfirst
        )
        return frame.page(head: head, main: main)
    }

    private func head(_ page: inout Markup) {
        page.property("og:type", "article")
        page.property("og:site_name", face.name)
        page.property("og:title", story.headline)
        if let standfirst = story.standfirst { page.property("og:description", standfirst) }
        page.property("og:url", story.url)
        page.property("article:published_time", story.published.description)
        page.property("article:modified_time", story.updated.description)
        page.property("article:section", story.section)
        for tag in story.tags { page.property("article:tag", tag) }
        for data in [LinkedData(story: story, face: face).article, breadcrumb] {
            page.raw("<script type=\"application/ld+json\">")
            page.trusted(HTML(trusted: data.document))
            page.raw("</script>\n")
        }
    }

    private var breadcrumb: JSON {
        LinkedData(story: story, face: face).breadcrumb(home: words[.home])
    }

    private func main(_ page: inout Markup) {
        page.raw("<nav class=\"trail\" aria-label=\"")
        page.text(words[.breadcrumb])
        page.raw("\"><ol><li>")
        page.anchor("/", words[.home])
        page.raw("</li><li>")
        page.text(story.section)
        page.raw("</li></ol></nav>\n<article>\n<header>")
        header(&page)
        page.raw("</header>\n")
        page.trusted(StoryContent(story: story, words: words).notes(asides: true))
        page.raw("<div class=\"body\">\n")
        page.trusted(story.body)
        page.raw("</div>\n<footer>")
        footer(&page)
        page.raw("</footer>\n</article>\n")
        railList(&page)
    }

    private func header(_ page: inout Markup) {
        page.raw("<p class=\"label\">")
        page.text(story.section)
        page.raw("</p>\n<h1>")
        page.text(story.headline)
        page.raw("</h1>\n")
        if let standfirst = story.standfirst {
            page.raw("<p class=\"standfirst\">")
            page.lines(standfirst)
            page.raw("</p>\n")
        }
        if let byline = story.byline {
            page.raw("<p class=\"byline\">")
            page.text(byline)
            page.raw("</p>\n")
        }
        page.raw("<p class=\"dates\">")
        page.text("\(words[.published]) ")
        page.time(story.published, words)
        if story.updated != story.published {
            page.text(". \(words[.updated]) ")
            page.time(story.updated, words)
        }
        page.raw("</p>")
    }

    private func footer(_ page: inout Markup) {
        if !story.tags.isEmpty {
            page.raw("<ul class=\"tags\" aria-label=\"")
            page.text(words[.tags])
            page.raw("\">")
            for tag in story.tags {
                page.raw("<li>")
                page.text(tag)
                page.raw("</li>")
            }
            page.raw("</ul>\n")
        }
        page.raw("<p class=\"proof\">")
        page.anchor("proof/", words[.proof])
        page.raw("</p>")
    }

    private func railList(_ page: inout Markup) {
        guard !rail.isEmpty else { return }
        page.raw("<aside class=\"rail\" aria-labelledby=\"rail\"><h2 id=\"rail\">")
        page.text(words[.latest])
        page.raw("</h2><ol>")
        for other in rail {
            page.raw("<li>")
            page.anchor("/\(other.folder)", other.headline)
            page.raw("</li>")
        }
        page.raw("</ol></aside>\n")
    }
}
