extension Feed {
    /// The feed as JSON Feed 1.1.
    var json: [UInt8] {
        JSON.object([
            ("version", .text("https://jsonfeed.org/version/1.1")), ("title", .text(title)),
            ("home_page_url", .text("\(site.address.text)/")),
            ("feed_url", .text(address(.json))), ("language", .text(language.tag)),
            ("authors", .list([.object([("name", .text(site.name))])])),
            ("items", .list(stories.map { FeedEntry(story: $0, site: site).json })),
        ]).document
    }
}

extension FeedEntry {
    fileprivate var json: JSON {
        .object([
            ("id", .text(id)), ("url", .text(story.url)), ("title", .text(title)),
            ("content_html", .text(content)), ("summary", story.standfirst.map { .text($0) }),
            ("date_published", .text(story.published.description)),
            ("date_modified", .text(story.updated.description)),
            ("authors", .list([.object([("name", .text(author))])])),
            ("tags", story.tags.isEmpty ? nil : .list(story.tags.map { .text($0) })),
            ("language", .text(language.tag)), ("_stet", extras),
        ])
    }

    private var extras: JSON {
        .object([
            ("status", .text(status ?? "live")), ("version", .number(story.version)),
            ("receipt", .number(story.newest.number)), ("proof", .text(proof)),
            (
                "corrections",
                .list(
                    story.notes.filter { $0.kind != .update }.map { note in
                        .object([
                            ("kind", .text(note.kind.rawValue)),
                            ("date", .text(note.time.description)), ("text", .text(note.text)),
                        ])
                    }
                )
            ),
        ])
    }
}
