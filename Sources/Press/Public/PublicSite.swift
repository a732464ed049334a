import Ledger
package import Newsroom

/// All that rendering reads: the settings, and the stories that public history makes.
///
/// It grows receipt by receipt; lists are kept sorted as they grow.
package struct PublicSite: Sendable {
    /// The settings.
    package let settings: SiteSettings
    /// The stories, in the order of first issues.
    package private(set) var stories: [PublicStory] = []
    /// The lists that have stories.
    private(set) var lists: [ListKey: StoryList] = [:]
    /// The stories by the name of their slug now.
    private(set) var bySlug: [String: Int] = [:]
    /// The stories with an entry on the corrections page.
    private(set) var corrected: Set<Int> = []
    /// The stories that were removed.
    private(set) var removed: Set<Int> = []
    /// The receipts, in order.
    package private(set) var receipts: [ReceiptPlace] = []
    /// The tree over the receipts' texts.
    private(set) var tree = ReceiptTree()
    /// The list of keys, as far as it is needed.
    package var keys = PublicKeys()
    /// What proves a receipt; the pictures that are here.
    let sources: SiteSources
    /// What feeds say of its stories.
    private(set) var feedContents = FeedContents()
    /// The stories that had another address before.
    private(set) var moved: Set<Int> = []
    /// The stories whose bodies link to a slug.
    private(set) var linkers: [String: Set<Int>] = [:]
    /// How many live stories show a picture.
    private(set) var pictureUses: [Bytes32: Int] = [:]
    /// The primary languages of the stories, ascending, with how many stories are in each.
    private var languageUses: [String: Int] = [:]
    private(set) var languages: [String] = []
    private var byID: [StoryID: Int] = [:]
    /// Who names the stories in `tag:` addresses, for ever: the first receipt's host and year.
    private(set) var authority = ""

    /// Where a receipt stands: the story's ordinal and the place among its receipts.
    package struct ReceiptPlace: Hashable, Sendable {
        let ordinal: Int
        let place: Int
    }

    /// Starts without a story.
    package init(_ settings: SiteSettings, sources: SiteSources) {
        self.settings = settings
        self.sources = sources
    }

    /// The receipt at a place.
    func receipt(_ place: ReceiptPlace) -> Receipt { stories[place.ordinal].receipts[place.place] }

    /// The story with an id; nil where nothing of it was ever public.
    func story(_ id: StoryID) -> PublicStory? { byID[id].map { stories[$0] } }

    /// The newest receipt of all.
    var lastReceipt: Receipt? { receipts.last.map { receipt($0) } }

    /// Takes in the next receipt, with the document that it issued; returns the story before.
    @discardableResult
    package mutating func take(_ receipt: Receipt, document: CanonicalDocument?) -> PublicStory? {
        if receipts.isEmpty { authority = Self.authority(of: receipt, settings) }
        tree.append(receipt.text)
        let ordinal = byID[receipt.story] ?? stories.count
        let before = ordinal < stories.count ? stories[ordinal] : nil
        let none = CanonicalDocument(fields: [:], body: "")
        let story = PublicStory(
            receipt.story,
            ordinal: ordinal,
            receipts: (before?.receipts ?? []) + [receipt],
            document: document ?? before?.document ?? none,
            settings: settings
        )
        receipts.append(ReceiptPlace(ordinal: ordinal, place: story.receipts.count - 1))
        if let before {
            drop(before)
            stories[ordinal] = story
        } else {
            byID[story.id] = ordinal
            stories.append(story)
        }
        put(story)
        feedContents = FeedContents()
        return before
    }

    private mutating func drop(_ story: PublicStory) {
        for key in keys(of: story) {
            lists[key]?.remove(story)
            if lists[key]?.ordinals.isEmpty == true { lists[key] = nil }
        }
        bySlug[story.slug] = nil
        if story.status != .removed { count(story.language.primary, -1) }
        for slug in story.linkedSlugs { linkers[slug]?.remove(story.ordinal) }
        for picture in story.pictures {
            pictureUses[picture, default: 0] -= 1
            if pictureUses[picture] == 0 { pictureUses[picture] = nil }
        }
        corrected.remove(story.ordinal)
    }

    private mutating func put(_ story: PublicStory) {
        for key in keys(of: story) { lists[key, default: StoryList()].insert(story) }
        bySlug[story.slug] = story.ordinal
        if story.status != .removed { count(story.language.primary, 1) }
        for slug in story.linkedSlugs { linkers[slug, default: []].insert(story.ordinal) }
        for picture in story.pictures { pictureUses[picture, default: 0] += 1 }
        if story.notes.contains(where: { $0.kind.isListed }) { corrected.insert(story.ordinal) }
        if !story.oldFolders.isEmpty { moved.insert(story.ordinal) }
        if story.status == .removed { removed.insert(story.ordinal) }
    }

    private mutating func count(_ language: String, _ change: Int) {
        let uses = languageUses[language, default: 0] + change
        languageUses[language] = uses > 0 ? uses : nil
        if uses == 0 || uses == change { languages = languageUses.keys.sorted() }
    }

    /// The lists that a story is in; none once it is removed.
    func keys(of story: PublicStory) -> [ListKey] {
        guard story.status != .removed else { return [] }
        return [.latest, .section(Name.plain(story.section)), .language(story.language.tag)]
            + Set(story.tags.map { Name.plain($0) }).sorted().map { .tag($0) }
            + Set(story.authors.map { Name.plain($0) }).sorted().map { .author($0) }
    }

    /// A story's id in feeds, for ever (F1, F2).
    func identifier(of story: PublicStory) -> String { "tag:\(authority):story/\(story.id)" }

    private static func authority(of first: Receipt, _ settings: SiteSettings) -> String {
        let host = (first.fields["site"] ?? "").split(separator: "/").last.map { String($0) }
        let name = (host ?? settings.address.host).split(separator: ":").first.map { String($0) }
        return "\(name ?? settings.address.host),\(padded(first.issued.local.year, to: 4))"
    }
}
