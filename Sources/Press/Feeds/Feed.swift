/// A feed before it has a format: which stories, under which name.
struct Feed {
    let key: FeedKey
    let site: PublicSite
    /// Its entries, newest change first.
    let stories: [PublicStory]
    /// Stories that were removed in the window (F25).
    let tombstones: [PublicStory]

    init(_ key: FeedKey, of site: PublicSite) {
        self.key = key
        self.site = site
        let window = FeedWindow(key, of: site)
        stories = window.stories
        tombstones = key == .all ? window.removed : []
    }

    var title: String { site.title(of: key) }

    var language: Language {
        if case .language(let tag) = key { Language(tag) } else { site.settings.language }
    }

    /// The newest change of any entry, never now (F6).
    var updated: WrittenTime {
        let newest = (stories + tombstones).map(\.updated).max()
        return newest ?? site.stories.first?.published ?? WrittenTime(.ever, offset: 0)
    }

    /// Its id, for ever.
    var id: String { "tag:\(site.authority):feed/\(key.stem.dropFirst(6).pathEscaped)" }

    /// Its address in a format.
    func address(_ format: FeedFormat) -> String {
        site.settings.url("\(key.stem).\(format.rawValue)")
    }

    func bytes(_ format: FeedFormat) -> [UInt8] {
        switch format {
        case .atom: atom
        case .rss: rss
        case .json: json
        }
    }

    var entries: [FeedEntry] { stories.map { FeedEntry(story: $0, site: site) } }
}

extension Substring {
    fileprivate var pathEscaped: String { String(self).pathEscaped }
}

/// What the feeds say of one story.
struct FeedEntry {
    let story: PublicStory
    let site: PublicSite

    var id: String { site.identifier(of: story) }
    var title: String { story.title }
    var language: Language { story.language }

    /// Notes, lead picture and body, as the page has them, escaped.
    var content: FeedContents.Content {
        site.feedContents.content(of: story.ordinal) { text }
    }

    private var text: String {
        let content = StoryContent(story: story, site: site).feedContent
        guard content.isEmpty else { return content }
        var markup = Markup()
        markup.raw("<p><strong>")
        markup.text(story.title)
        markup.raw("</strong></p>\n")
        return String(decoding: markup.bytes, as: UTF8.self)
    }

    /// `corrected`, `clarified`, `withheld`, `withdrawn`, `removed`; nil where all is plain.
    var status: String? {
        guard story.isLive else { return story.status.rawValue }
        if story.notes.contains(where: { $0.kind == .correction }) { return "corrected" }
        if story.notes.contains(where: { $0.kind == .clarification }) { return "clarified" }
        return nil
    }

    /// Who wrote it, or else the newsroom.
    var authors: [String] { story.authors.isEmpty ? [site.settings.name] : story.authors }

    var proof: String { "\(story.url)proof/\(story.newest.number).tar" }

    /// The lead picture (F22).
    var picture: Picture? { site.leadPicture(of: story) }

    /// The name of a scheme of ours.
    func scheme(_ name: String) -> String { site.settings.url("ns/\(name)") }
}
