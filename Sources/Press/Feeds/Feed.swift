/// A feed before it has a format: which stories, under which name.
struct Feed {
    /// Its path without extension: `feeds/all`.
    let stem: String
    /// What it is called.
    let title: String
    let site: PublicSite
    let language: Language
    /// Its entries, newest change first.
    let stories: [PublicStory]

    /// The newest change of any entry (F6).
    let updated: WrittenTime

    /// Its id, for ever.
    var id: String { "tag:\(site.authority):feed/\(stem.dropFirst(6))" }

    /// Its address in a format.
    func address(_ format: FeedFormat) -> String {
        "\(site.address.text)/\(stem).\(format.rawValue)"
    }

    func bytes(_ format: FeedFormat) -> [UInt8] {
        switch format {
        case .atom: atom
        case .rss: rss
        case .json: json
        }
    }
}

/// What the feeds say of one story.
struct FeedEntry {
    let story: PublicStory
    let site: PublicSite

    var id: String { site.identifier(of: story) }
    var title: String { story.headline }
    var language: Language { Language(story.language) }

    /// Notes, then the body, as the page has them.
    var content: String {
        StoryContent(story: story, words: Words.of(story.language)).feedContent
    }

    /// `corrected`, `clarified`; nil where there is nothing to say.
    var status: String? {
        if story.notes.contains(where: { $0.kind == .correction }) { return "corrected" }
        if story.notes.contains(where: { $0.kind == .clarification }) { return "clarified" }
        return nil
    }

    /// Who wrote it, or else the newsroom.
    var author: String { story.byline ?? site.name }

    var proof: String { "\(story.url)proof/\(story.newest.number).tar" }
}

/// Which stories a feed holds (publishing.md 3.2): the 40 newest by first issue, and every one that
/// changed after its first issue in the 30 days before the newest change; newest change first.
enum FeedWindow {
    static func stories(of all: [PublicStory]) -> [PublicStory] {
        guard let newest = all.map(\.updated).max() else { return [] }
        let since = newest.seconds - 30 * 86_400
        let fresh = Set(all.suffix(40).map(\.ordinal))
        return
            all.filter { story in
                fresh.contains(story.ordinal)
                    || (story.updated > story.published && story.updated.seconds >= since)
            }
            .sorted { left, right in
                left.updated.seconds == right.updated.seconds
                    ? left.id < right.id : left.updated > right.updated
            }
    }
}
