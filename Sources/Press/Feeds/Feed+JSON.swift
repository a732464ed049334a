extension Feed {
    /// The feed as JSON Feed 1.1.
    var json: [UInt8] {
        let hubs = site.settings.theme.hub.map { hub in
            JSON.list([.object([("type", .text("WebSub")), ("url", .text(hub))])])
        }
        return JSON.object([
            ("version", .text("https://jsonfeed.org/version/1.1")), ("title", .text(title)),
            ("home_page_url", .text(site.settings.url(""))),
            ("feed_url", .text(address(.json))), ("language", .text(language.tag)),
            ("authors", .list([.object([("name", .text(site.settings.name))])])),
            ("hubs", hubs), ("items", .list(entries.map(\.json))),
        ]).document
    }
}

extension FeedEntry {
    fileprivate var json: JSON {
        let image = picture.map { site.settings.url($0.path) }
        return .object([
            ("id", .text(id)), ("url", .text(story.url)), ("title", .text(title)),
            ("content_html", .written(content.json)),
            ("summary", story.standfirst.map { .text($0) }),
            ("image", image.map { .text($0) }),
            ("date_published", .text(story.published.description)),
            ("date_modified", .text(story.updated.description)),
            ("authors", .list(authors.map { .object([("name", .text($0))]) })),
            ("tags", story.tags.isEmpty ? nil : .list(story.tags.map { .text($0) })),
            ("language", .text(language.tag)), ("attachments", attachments), ("_stet", extras),
        ])
    }

    private var attachments: JSON? {
        picture.map { picture in
            .list([
                .object([
                    ("url", .text(site.settings.url(picture.path))),
                    ("mime_type", .text(picture.kind.type)),
                    ("size_in_bytes", .number(picture.length)),
                ])
            ])
        }
    }

    private var extras: JSON {
        let corrections = story.notes.filter { $0.kind != .update }.map { note in
            JSON.object([
                ("kind", .text(note.kind.rawValue)), ("date", .text(note.time.description)),
                ("text", .text(note.text)),
            ])
        }
        return .object([
            ("status", .text(status ?? "live")), ("version", .number(story.version)),
            ("receipt", .number(story.newest.number)), ("proof", .text(proof)),
            ("corrections", .list(corrections)),
        ])
    }
}
