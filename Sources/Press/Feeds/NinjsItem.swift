import Newsroom

/// A story as ninjs 3.1 (IPTC), for partners and their systems; no other property is allowed.
struct NinjsItem {
    let story: PublicStory
    let site: PublicSite

    var bytes: [UInt8] {
        JSON.object([
            ("uri", .text(site.identifier(of: story))),
            (
                "standard",
                .object([
                    ("name", .text("ninjs")), ("version", .text("3.1")),
                    ("schema", .text("https://iptc.org/std/ninjs/ninjs-schema_3.1.json")),
                ])
            ),
            ("type", .text("text")), ("representationType", .text("complete")),
            ("version", .text(String(story.receipts.count))),
            ("firstCreated", .text(story.published.description)),
            ("versionCreated", .text(story.newest.issued.description)),
            ("pubStatus", .text(status)), ("urgency", urgency),
            ("language", .text(story.language.tag)), ("edNote", note),
            ("headlines", .list([.object([("value", .text(story.title))])])),
            ("descriptions", descriptions.isEmpty ? nil : .list(descriptions)),
            ("by", story.byline.map { .text($0) }),
            ("located", story.isLive ? story.document.fields[.dateline].map { .text($0) } : nil),
            ("slugline", .text(story.slug)), ("bodies", bodies), ("subjects", subjects),
            ("altIds", altIDs), ("trustIndicators", trust), ("renditions", renditions),
            ("associations", associations),
        ]).document
    }

    private var status: String {
        switch story.status {
        case .live: "usable"
        case .withheld: "withheld"
        case .withdrawn, .removed: "canceled"
        }
    }

    private var urgency: JSON? {
        story.isLive ? story.document.fields[.urgency].flatMap { Int($0) }.map { .number($0) } : nil
    }

    /// What editors elsewhere have to do: `CORRECTION: …`, `KILL: …`.
    private var note: JSON? {
        let text = story.notes.first?.text ?? ""
        switch story.newest.action {
        case .withdrawn, .removed: return .text("KILL: \(text)")
        case .withheld: return .text("WITHHELD: \(text)")
        case .restored, .dropped: return nil
        case .issued:
            let kind = story.newest.kind ?? ""
            guard ["update", "correction", "clarification"].contains(kind) else { return nil }
            return .text("\(kind.uppercased()): \(story.newest.note ?? "")")
        }
    }

    private var descriptions: [JSON] {
        let summary = story.standfirst.map { [("summary", $0)] } ?? []
        let corrections = story.notes.filter(\.kind.isListed).map { ("correction", $0.text) }
        return (summary + corrections).map { role, text in
            .object([("role", .text(role)), ("value", .text(text))])
        }
    }

    private var bodies: JSON? {
        guard story.isLive else { return nil }
        return .list([
            .object([
                ("role", .text("main")), ("contentType", .text("text/html")),
                ("wordCount", .number(story.wordCount)),
                ("value", .text(String(decoding: story.body.bytes, as: UTF8.self))),
            ])
        ])
    }

    private var subjects: JSON? {
        guard !story.tags.isEmpty else { return nil }
        return .list(story.tags.map { .object([("name", .text($0))]) })
    }

    private var altIDs: JSON? {
        guard story.isLive, let content = story.newest.fields["content"] else { return nil }
        return .list([
            .object([("role", .text("content-sha256")), ("value", .text(content))])
        ])
    }

    private var trust: JSON {
        .list([
            .object([
                ("role", .text("correctionsPolicy")),
                ("href", .text(site.settings.url("corrections/"))),
            ])
        ])
    }

    private var renditions: JSON {
        let proof = "\(story.url)proof/\(story.newest.number).tar"
        return .list([
            .object([
                ("name", .text("web")), ("href", .text(story.url)),
                ("contentType", .text("text/html")),
            ]),
            .object([
                ("name", .text("proof")), ("href", .text(proof)),
                ("contentType", .text("application/x-tar")),
            ]),
        ])
    }

    private var associations: JSON? {
        site.leadPicture(of: story).map { picture in
            .list([
                .object([
                    ("name", .text("lead")), ("type", .text("picture")),
                    ("renditions", .list([rendition(of: picture)])),
                ])
            ])
        }
    }

    private func rendition(of picture: Picture) -> JSON {
        .object([
            ("name", .text("original")), ("href", .text(site.settings.url(picture.path))),
            ("contentType", .text(picture.kind.type)), ("width", .number(picture.width)),
            ("height", .number(picture.height)), ("sizeInBytes", .number(picture.length)),
        ])
    }
}
