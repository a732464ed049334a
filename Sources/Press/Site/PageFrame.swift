/// What every page has around its content: head, masthead, footer.
struct PageFrame {
    let settings: SiteSettings
    let language: Language
    /// The title, without the newsroom's name.
    let title: String
    /// The path from the root, with a slash at the end; empty for the front page.
    let path: String
    var description: String?
    /// Whether search engines should leave it alone.
    var isHidden = false

    private var words: Words { settings.words(in: language) }

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
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        self.head(&page)
        head(&page)
        page.fragment(.head, of: settings.theme)
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

    private func head(_ page: inout Markup) {
        page.raw("<title>")
        page.text(title.isEmpty ? settings.name : "\(title) - \(settings.name)")
        page.raw("</title>\n")
        if let description { page.meta("description", description) }
        page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        if isHidden {
            page.raw("<meta name=\"robots\" content=\"noindex\">\n")
        } else {
            page.link("canonical", settings.url(path))
        }
        for feed in FeedFormat.allCases {
            page.raw("<link rel=\"alternate\" type=\"")
            page.text(feed.type)
            page.raw("\" title=\"")
            page.text(settings.name)
            page.raw("\" href=\"/feeds/all.")
            page.text(feed.rawValue)
            page.raw("\">\n")
        }
        page.link("stylesheet", "/\(settings.assets.style.path)")
        page.raw("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/")
        page.text(settings.assets.icon.path)
        page.raw("\">\n")
    }

    private func masthead(_ page: inout Markup) {
        page.raw("<header class=\"masthead\"><p><a href=\"/\">")
        page.text(settings.name)
        page.raw("</a></p>\n")
        if let tagline = settings.theme.tagline {
            page.raw("<p class=\"tagline\">")
            page.text(tagline)
            page.raw("</p>\n")
        }
        page.fragment(.masthead, of: settings.theme)
        page.raw("<nav aria-label=\"")
        page.text(words[.sections])
        page.raw("\"><ul>")
        for section in settings.theme.sections {
            page.item("/sections/\(Name.plain(section).pathEscaped)/", section)
        }
        page.item("/latest/", words[.all])
        page.item("/sections/", words[.sections])
        page.item("/tags/", words[.topics])
        page.raw("</ul></nav></header>\n")
    }

    private func footer(_ page: inout Markup) {
        page.raw("<footer class=\"site\"><ul>")
        page.item("/corrections/", words[.corrections])
        page.item("/authors/", words[.authors])
        page.item("/feeds/", words[.feeds])
        page.item("/checking/", words[.checking])
        page.raw("</ul>\n")
        if let imprint = settings.theme.imprint {
            page.raw("<p id=\"imprint\">")
            page.lines(imprint)
            page.raw("</p>\n")
        }
        page.fragment(.foot, of: settings.theme)
        page.raw("</footer>\n")
    }
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

    /// Writes a link as an item of a list.
    mutating func item(_ address: String, _ words: String) {
        raw("<li>")
        anchor(address, words)
        raw("</li>")
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
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { raw("<br>") }
            text(String(line))
        }
    }

    /// Writes what the theme puts in a place.
    mutating func fragment(_ place: Theme.Place, of theme: Theme) {
        guard let fragment = theme.fragments[place] else { return }
        trusted(fragment)
    }
}

/// The formats of a feed, by their file extensions.
enum FeedFormat: String, CaseIterable, Sendable {
    case atom, rss, json

    /// What people call it.
    var name: String { self == .atom ? "Atom" : rawValue.uppercased() }

    /// The media type.
    var type: String {
        switch self {
        case .atom: "application/atom+xml"
        case .rss: "application/rss+xml"
        case .json: "application/feed+json"
        }
    }
}
