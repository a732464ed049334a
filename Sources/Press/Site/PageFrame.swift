/// What every page has around its content: head, masthead, footer.
struct PageFrame {
    let site: SiteFace
    let words: Words
    let language: Language
    /// The title, without the newsroom's name.
    let title: String
    /// The path from the root, with a slash at the end; empty for the front page.
    let path: String
    var description: String?
    /// Whether search engines should leave it alone.
    var isHidden = false

    /// Writes a page: `head` may add to the head, `main` writes what stands between.
    func page(
        head: (inout Markup) -> Void = { _ in },
        main: (inout Markup) -> Void
    ) -> [UInt8] {
        var page = Markup()
        page.raw("<!DOCTYPE html>\n<html lang=\"")
        page.text(language.tag)
        if language.isRightToLeft { page.raw("\" dir=\"rtl") }
        page.raw("\"><head><meta charset=\"utf-8\">\n")
        page.raw(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        )
        page.text(title.isEmpty ? site.name : "\(title) - \(site.name)")
        page.raw("</title>\n")
        if let description { page.meta("description", description) }
        page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        if isHidden {
            page.raw("<meta name=\"robots\" content=\"noindex\">\n")
        } else {
            page.link("canonical", "\(site.address)/\(path)")
        }
        for feed in FeedFormat.allCases where site.hasFeeds {
            page.raw("<link rel=\"alternate\" type=\"")
            page.text(feed.type)
            page.raw("\" title=\"")
            page.text(site.name)
            page.raw("\" href=\"/feeds/all.")
            page.text(feed.rawValue)
            page.raw("\">\n")
        }
        page.link("stylesheet", "/\(site.style)")
        page.raw("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/")
        page.text(site.icon)
        page.raw("\">\n")
        head(&page)
        page.raw("</head>\n<body><a class=\"skip\" href=\"#main\">")
        page.text(words[.skip])
        page.raw("</a>\n")
        masthead(&page)
        page.raw("<main id=\"main\">\n")
        main(&page)
        page.raw("</main>\n")
        footer(&page)
        page.raw("</body></html>\n")
        return page.bytes
    }

    private func masthead(_ page: inout Markup) {
        page.raw("<header class=\"masthead\"><p><a href=\"/\">")
        page.text(site.name)
        page.raw("</a></p>")
        if !site.sections.isEmpty {
            page.raw("<nav aria-label=\"")
            page.text(words[.sections])
            page.raw("\"><ul>")
            for section in site.sections {
                page.raw("<li>")
                page.anchor("/sections/\(Name.plain(section))/", section)
                page.raw("</li>")
            }
            page.raw("</ul></nav>")
        }
        page.raw("</header>\n")
    }

    private func footer(_ page: inout Markup) {
        page.raw("<footer class=\"site\"><ul>")
        for (label, path) in site.footer {
            page.raw("<li>")
            page.anchor(path, words[label])
            page.raw("</li>")
        }
        page.raw("</ul></footer>\n")
    }
}

/// What the frame of every page shows of the site.
struct SiteFace: Sendable {
    let name: String
    let address: String
    let sections: [String]
    let hasFeeds: Bool
    /// The path of the style sheet.
    let style: String
    /// The path of the icon.
    let icon: String
    /// The links at the foot of every page.
    let footer: [(Words.Label, String)]
}

extension Markup {
    /// Writes `<meta name content>`.
    mutating func meta(_ name: StaticString, _ content: String) {
        raw("<meta name=\"")
        raw(name)
        raw("\" content=\"")
        text(content)
        raw("\">\n")
    }

    /// Writes `<meta property content>`.
    mutating func property(_ name: StaticString, _ content: String) {
        raw("<meta property=\"")
        raw(name)
        raw("\" content=\"")
        text(content)
        raw("\">\n")
    }

    /// Writes `<link rel href>`.
    mutating func link(_ relation: StaticString, _ address: String) {
        raw("<link rel=\"")
        raw(relation)
        raw("\" href=\"")
        text(address)
        raw("\">\n")
    }

    /// Writes a link with its text.
    mutating func anchor(_ address: String, _ words: String) {
        raw("<a href=\"")
        text(address)
        raw("\">")
        text(words)
        raw("</a>")
    }

    /// Writes a time in words, with the exact one beside it.
    mutating func time(_ time: WrittenTime, _ words: Words) {
        raw("<time datetime=\"")
        text(time.description)
        raw("\">")
        text(words.text(time))
        raw("</time>")
    }

    /// Writes text whose line feeds are breaks.
    mutating func lines(_ value: String) {
        for (index, line) in value.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { raw("<br>") }
            text(String(line))
        }
    }
}

/// The formats of a feed, by their file extensions.
enum FeedFormat: String, CaseIterable, Sendable {
    case atom, rss, json

    var type: String {
        switch self {
        case .atom: "application/atom+xml"
        case .rss: "application/rss+xml"
        case .json: "application/feed+json"
        }
    }
}
