package import Newsroom
package import Press

/// A press without a newsroom behind it: it writes receipts with empty seals, so that whole sites
/// can be made of nothing.
package struct InventedPress: Sendable {
    /// A story as this press knows it.
    package struct Story: Sendable {
        /// Its id.
        package let id: StoryID
        /// The slug now.
        package var slug: String
        /// Which version is out.
        package var version = 0
        /// The document that is out.
        package var document: CanonicalDocument
        /// What readers get.
        package var status = "live"
        fileprivate var published: WrittenTime
        fileprivate var updated: WrittenTime
        /// The receipts of corrections that stand.
        package var corrections: [Int] = []
    }

    /// The stories, in the order of first issues.
    package private(set) var stories: [Story] = []
    private var number = 0
    private let site: String
    /// The stories by their slugs.
    private var bySlug: [String: Int] = [:]

    /// Starts with nothing published on `https://example.org`, or elsewhere.
    package init(site: String = "https://example.org") { self.site = site }

    /// Publishes a new story; `body` is its body where that was rendered before.
    ///
    /// - Throws: what the press refuses in the body.
    package mutating func issue(
        _ slug: String,
        _ document: CanonicalDocument,
        body: [UInt8]? = nil,
        at time: WrittenTime
    ) throws -> Receipt {
        var id = [UInt8](repeating: 0, count: 32)
        for (place, byte) in String(stories.count).utf8.enumerated() { id[place] = byte }
        for (place, byte) in slug.utf8.prefix(24).enumerated() { id[8 + place] = byte }
        guard let bytes = Bytes32(id) else { preconditionFailure("an id has 32 bytes") }
        stories.append(
            Story(
                id: StoryID(bytes),
                slug: slug,
                document: document,
                published: time,
                updated: time
            )
        )
        return try issue(stories.count - 1, slug, document, kind: "original", body: body, at: time)
    }

    /// The body that a new story will have, for who renders several at once.
    ///
    /// - Throws: what the press refuses in the body.
    package func body(
        of document: CanonicalDocument,
        slug: String,
        at time: WrittenTime
    ) throws -> [UInt8] {
        try body(of: document, at: "\(site)/\(time.month)/\(slug)/")
    }

    /// Publishes a story again.
    ///
    /// - Throws: what the press refuses in the body.
    package mutating func issue(
        _ ordinal: Int,
        _ slug: String,
        _ document: CanonicalDocument,
        kind: String,
        body: [UInt8]? = nil,
        at time: WrittenTime
    ) throws -> Receipt {
        bySlug[stories[ordinal].slug] = nil
        bySlug[slug] = ordinal
        stories[ordinal].slug = slug
        stories[ordinal].document = document
        stories[ordinal].version += 1
        stories[ordinal].status = "live"
        if kind != "refile" { stories[ordinal].updated = time }
        if ["correction", "clarification"].contains(kind) {
            stories[ordinal].corrections.append(number)
        }
        return receipt(
            of: ordinal,
            action: "issued",
            kind: kind,
            note: document.fields[.note] ?? "-",
            body: try body ?? self.body(of: stories[ordinal]),
            at: time
        )
    }

    /// Withholds, restores, withdraws or removes a story, or drops a correction of it.
    package mutating func change(
        _ ordinal: Int,
        _ action: String,
        note: String,
        at time: WrittenTime
    ) throws -> Receipt {
        stories[ordinal].updated = time
        switch action {
        case "restored": stories[ordinal].status = "live"
        case "dropped": break
        default: stories[ordinal].status = action
        }
        let isShown = stories[ordinal].status == "live"
        let body = isShown ? try self.body(of: stories[ordinal]) : Array("<p>\(note)</p>\n".utf8)
        var receipt = receipt(
            of: ordinal,
            action: action,
            kind: nil,
            note: note,
            body: body,
            at: time
        )
        if action == "dropped" { receipt.drops = stories[ordinal].corrections.popLast() }
        return receipt
    }

    private func url(of story: Story) -> String {
        "\(site)/\(story.published.month)/\(story.slug)/"
    }

    private func body(of story: Story) throws -> [UInt8] {
        try body(of: story.document, at: url(of: story))
    }

    private func body(of document: CanonicalDocument, at url: String) throws -> [UInt8] {
        let context = BodyContext(
            site: site,
            url: url,
            address: { [self] slug in
                bySlug[slug.description].map { self.url(of: stories[$0]) } ?? "https://example.org/"
            },
            picture: { _ in nil }
        )
        return try bodyHTML(of: document.body, in: context).bytes
    }

    private mutating func receipt(
        of ordinal: Int,
        action: String,
        kind: String?,
        note: String,
        body: [UInt8],
        at time: WrittenTime
    ) -> Receipt {
        let story = stories[ordinal]
        let lines =
            [
                "stet-receipt/1", "site: \(site)", "number: \(number)",
                "press: \(String(repeating: "0", count: 64))", "story: \(story.id)",
                "version: \(story.version)", "url: \(url(of: story))", "action: \(action)",
            ] + (kind.map { ["kind: \($0)"] } ?? []) + [
                "content: none", "status: \(story.status)", "note: \(note)",
                "published: \(story.published)", "updated: \(story.updated)", "issued: \(time)",
            ]
        number += 1
        let text = Array((lines.joined(separator: "\n") + "\n\n").utf8)
        guard let seal = Seal([UInt8](repeating: 0, count: 64)),
            let receipt = Receipt(text: text, seal: seal, checkpointSeal: seal, body: body)
        else { preconditionFailure("this press writes receipts that can be read") }
        return receipt
    }
}
