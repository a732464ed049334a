import Newsroom

/// What a story's page tells machines, in the words of schema.org.
struct LinkedData {
    let story: PublicStory
    let face: SiteFace

    /// The story as a NewsArticle.
    var article: JSON {
        .object([
            ("@context", .text("https://schema.org")), ("@type", .text("NewsArticle")),
            ("@id", .text("\(story.url)#story")), ("mainEntityOfPage", .text(story.url)),
            ("url", .text(story.url)), ("headline", .text(story.headline)),
            ("description", story.standfirst.map { .text($0) }),
            ("articleSection", .text(story.section)),
            ("keywords", story.tags.isEmpty ? nil : .list(story.tags.map { .text($0) })),
            ("inLanguage", .text(Language(story.language).tag)),
            ("datePublished", .text(story.published.description)),
            ("dateModified", .text(story.updated.description)),
            ("version", .number(story.version)), ("wordCount", .number(wordCount)),
            ("isAccessibleForFree", .flag(true)),
            ("author", story.byline.map { author($0) }),
            ("publisher", publisher), ("creativeWorkStatus", .text("Published")),
            ("correction", corrections.isEmpty ? nil : .list(corrections)),
        ])
    }

    /// Where the story stands on the site.
    func breadcrumb(home: String) -> JSON {
        let items = [(home, "\(face.address)/"), (story.headline, story.url)]
        return .object([
            ("@context", .text("https://schema.org")), ("@type", .text("BreadcrumbList")),
            (
                "itemListElement",
                .list(
                    items.enumerated().map { index, item in
                        .object([
                            ("@type", .text("ListItem")), ("position", .number(index + 1)),
                            ("name", .text(item.0)), ("item", .text(item.1)),
                        ])
                    }
                )
            ),
        ])
    }

    private var wordCount: Int {
        story.document.body.unicodeScalars.split { $0.properties.isWhitespace }.count
    }

    private func author(_ byline: String) -> JSON {
        .object([("@type", .text("Person")), ("name", .text(byline))])
    }

    private var publisher: JSON {
        .object([
            ("@type", .text("NewsMediaOrganization")), ("name", .text(face.name)),
            ("url", .text("\(face.address)/")),
            ("correctionsPolicy", .text("\(face.address)/corrections/")),
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
}
