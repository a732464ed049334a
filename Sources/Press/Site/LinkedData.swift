import Newsroom

/// What a story's page tells machines, in the words of schema.org (G3).
struct LinkedData {
    let story: PublicStory
    let site: PublicSite
    /// The story in all its languages.
    let family: [PublicStory]

    private var settings: SiteSettings { site.settings }
    private var words: Words { settings.words(in: story.language) }

    /// The story as a NewsArticle; of one that is not out only headline and notes.
    var article: JSON {
        .object([
            ("@context", .text("https://schema.org")), ("@type", .text("NewsArticle")),
            ("@id", .text("\(story.url)#story")), ("mainEntityOfPage", .text(story.url)),
            ("url", .text(story.url)), ("headline", .text(story.title)),
            ("description", story.standfirst.map { .text($0) }),
            ("articleSection", .text(story.section)),
            ("keywords", story.tags.isEmpty ? nil : .list(story.tags.map { .text($0) })),
            ("inLanguage", .text(story.language.tag)),
            ("datePublished", .text(story.published.description)),
            ("dateModified", .text(story.updated.description)),
            ("version", .number(story.version)),
            ("wordCount", story.isLive ? .number(story.wordCount) : nil),
            ("isAccessibleForFree", .flag(true)), ("image", image),
            ("author", story.authors.isEmpty ? nil : .list(story.authors.map(author))),
            ("publisher", publisher), ("creativeWorkStatus", .text(status)),
            ("correction", corrections.isEmpty ? nil : .list(corrections)),
            ("workTranslation", translations),
        ])
    }

    /// Where the story stands on the site.
    var breadcrumb: JSON {
        let section = ListKey.section(Name.plain(story.section)).path + "/"
        let items = [
            (words[.home], settings.url("")), (story.section, settings.url(section)),
            (story.title, story.url),
        ]
        return .object([
            ("@context", .text("https://schema.org")), ("@type", .text("BreadcrumbList")),
            ("itemListElement", .list(items.enumerated().map { step($0 + 1, $1.0, $1.1) })),
        ])
    }

    private func step(_ position: Int, _ name: String, _ address: String) -> JSON {
        .object([
            ("@type", .text("ListItem")), ("position", .number(position)), ("name", .text(name)),
            ("item", .text(address)),
        ])
    }

    private var status: String {
        switch story.status {
        case .live: "Published"
        case .withheld: "Withheld"
        case .withdrawn, .removed: "Retracted"
        }
    }

    private var image: JSON? {
        site.leadPicture(of: story).map { picture in
            .object([
                ("@type", .text("ImageObject")), ("url", .text(settings.url(picture.path))),
                ("width", .number(picture.width)), ("height", .number(picture.height)),
                ("caption", story.document.fields[.leadImageCaption].map { .text($0) }),
            ])
        }
    }

    private func author(_ name: String) -> JSON {
        let path = ListKey.author(Name.plain(name)).path + "/"
        return .object([
            ("@type", .text("Person")), ("name", .text(name)), ("url", .text(settings.url(path))),
        ])
    }

    private var publisher: JSON {
        .object([
            ("@type", .text("NewsMediaOrganization")), ("name", .text(settings.name)),
            ("url", .text(settings.url(""))),
            ("correctionsPolicy", .text(settings.url("corrections/"))),
        ])
    }

    private var corrections: [JSON] {
        story.notes.filter { $0.kind != .update }.map { note in
            .object([
                ("@type", .text("CorrectionComment")), ("text", .text(note.text)),
                ("datePublished", .text(note.time.description)),
                ("url", .text("\(story.url)#note-\(note.number)")),
            ])
        }
    }

    private var translations: JSON? {
        let others = family.filter { $0.ordinal != story.ordinal }
        guard !others.isEmpty else { return nil }
        return .list(others.map { .object([("@id", .text("\($0.url)#story"))]) })
    }
}

extension PublicStory {
    /// How many words its body has.
    var wordCount: Int {
        var count = 0
        var isInWord = false
        for byte in document.body.utf8 {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == 9
            if isInWord, isBlank { count += 1 }
            isInWord = !isBlank
        }
        return count
    }
}
