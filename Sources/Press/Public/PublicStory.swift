package import Newsroom

/// A story as the public sees it: what the receipts that count make of it.
///
/// A class, for pages and lists pass stories around by the million, and a reference is one word.
package final class PublicStory: Sendable {
    /// Its id.
    package let id: StoryID
    /// Its place in the order of first issues, from 0.
    package let ordinal: Int
    /// Its receipts, in order.
    let receipts: [Receipt]
    /// The document that was issued last.
    package let document: CanonicalDocument
    /// What readers get of it.
    let status: Status
    /// The body, or what stands in its place.
    let body: HTML
    /// What readers have to know of what changed, newest first.
    let notes: [Note]
    /// The newest receipt.
    let newest: Receipt

    /// The slug that it has now.
    package let slug: String
    /// The folder of its page, with a slash at the end: `2026/01/bridge/`.
    let folder: String
    /// The slugs that its body links to, in order, each once.
    let linkedSlugs: [String]
    /// The pictures that its page shows.
    let pictures: [Bytes32]
    let headline: String
    let standfirst: String?
    let byline: String?
    let section: String
    let language: Language
    let tags: [String]
    /// A number for each tag: equal tags have equal numbers.
    let tagNumbers: [Int]
    let authors: [String]

    /// What readers get of a story.
    enum Status: String, Sendable {
        case live, withheld, withdrawn, removed

        fileprivate func title(of headline: String, _ words: Words) -> String {
            switch self {
            case .live: headline
            case .withheld: "\(words[.withheld]): \(headline)"
            case .withdrawn: "\(words[.retracted]): \(headline)"
            case .removed: words[.removed]
            }
        }
    }

    /// The headline with the status in words: `Retracted: …`, or `Removed` alone (F24, F25).
    let title: String

    /// Makes the story of at least one receipt and the document that was issued last; the settings
    /// know the words for its status.
    init(
        _ id: StoryID,
        ordinal: Int,
        receipts: [Receipt],
        document: CanonicalDocument,
        settings: SiteSettings
    ) {
        guard let newest = receipts.last else { preconditionFailure("a public story has receipts") }
        let status = Self.status(after: receipts)
        self.id = id
        self.ordinal = ordinal
        self.receipts = receipts
        self.document = document
        self.newest = newest
        self.status = status
        body = newest.body
        slug = newest.slug
        folder = "\(newest.published.month)/\(newest.slug)/"
        linkedSlugs = BodyLinks(in: document.body).slugs
        pictures = status == .live ? document.media : []
        let language = Language(document.fields[.language] ?? "en")
        self.language = language
        let headline = document.fields[.headline] ?? newest.slug
        self.headline = headline
        title = status.title(of: headline, settings.words(in: language))
        let isShown = status == .live
        standfirst = isShown ? document.fields[.standfirst] : nil
        let byline = isShown ? document.fields[.byline] : nil
        self.byline = byline
        section = document.fields[.section] ?? ""
        tags = isShown ? Self.tags(in: document.fields[.tags] ?? "") : []
        tagNumbers = tags.map { $0.utf8.reduce(0) { $0 &* 31 &+ Int($1) } }
        let words = Words.of(language)
        authors = byline.map { Byline($0, words).names } ?? []
        notes = Self.notes(of: receipts, status)
    }

    /// The address.
    package var url: String { newest.url }
    /// When it was first issued.
    var published: WrittenTime { newest.published }
    /// When it last changed for readers.
    var updated: WrittenTime { newest.updated }
    /// How often it was issued.
    var version: Int { newest.version }
    /// The time of its newest receipt.
    var modified: Moment { newest.issued.moment }
    /// Whether its text is out.
    var isLive: Bool { status == .live }
    /// How many tags it shares with another story: exact where that is two or more, which pages ask.
    func commonTags(with other: PublicStory) -> Int {
        let likely = other.tagNumbers.count { tagNumbers.contains($0) }
        return likely > 1 ? other.tags.count { tags.contains($0) } : likely
    }

    /// Whether it changed for readers after its first issue.
    var isChanged: Bool { updated > published }

    /// The folders that it had under other slugs, oldest first.
    var oldFolders: [String] {
        var found: [String] = []
        for receipt in receipts {
            let folder = "\(receipt.published.month)/\(receipt.slug)/"
            if folder != self.folder, !found.contains(folder) { found.append(folder) }
        }
        return found
    }

    private static func status(after receipts: [Receipt]) -> Status {
        receipts.reduce(.live) { status, receipt in
            switch receipt.action {
            case .issued, .restored: .live
            case .withheld: .withheld
            case .withdrawn: .withdrawn
            case .removed: .removed
            case .dropped: status
            }
        }
    }

    private static func notes(of receipts: [Receipt], _ status: Status) -> [Note] {
        if status != .live, let kind = Note.Kind(rawValue: status.rawValue) {
            let last = receipts.last { $0.action.rawValue == status.rawValue }
            guard let last, let text = last.note else { return [] }
            return [Note(number: last.number, kind: kind, time: last.issued, text: text)]
        }
        let dropped = Set(receipts.compactMap(\.drops))
        return receipts.reversed().compactMap { receipt in
            guard let kind = receipt.kind.flatMap({ Note.Kind(rawValue: $0) }),
                let text = receipt.note, !dropped.contains(receipt.number)
            else { return nil }
            return Note(number: receipt.number, kind: kind, time: receipt.issued, text: text)
        }
    }

    private static func tags(in value: String) -> [String] {
        value.unicodeScalars.split(separator: ",").map { tag in
            String(String.UnicodeScalarView(tag.drop { $0 == " " }))
        }
    }
}
