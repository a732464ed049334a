import Newsroom

// What a page shows of other stories. Each answer looks at a bounded number of them, so that one
// receipt changes a bounded number of pages however large the archive is.

/// How far a story's rail looks ahead.
let railReach = 40

/// How far back related stories are looked for.
let relatedReach = 200

extension PublicSite {
    /// The eight newest by ordinal among those up to its own + 40: live, in its language, not
    /// itself.
    func rail(of story: PublicStory) -> [PublicStory] {
        guard let ordinals = lists[.language(story.language.tag)]?.ordinals else { return [] }
        var found: [PublicStory] = []
        var place = ordinals.firstPlace(above: story.ordinal + railReach)
        while place > 0, found.count < 8 {
            place -= 1
            let other = stories[ordinals[place]]
            if other.isLive, other.ordinal != story.ordinal { found.append(other) }
        }
        return found
    }

    /// Whether no story to come can change a story's rail.
    func isRailResting(of story: PublicStory) -> Bool {
        story.ordinal + railReach < stories.count - 1
    }

    /// Up to four: what its body links to, in order, then what was issued before it with most tags
    /// in common, two at least, the newest first.
    func related(to story: PublicStory) -> [PublicStory] {
        var found = linked(from: story).filter { $0.ordinal < story.ordinal && $0.isLive }
        var similar: [(common: Int, ordinal: Int)] = []
        for ordinal in max(0, story.ordinal - relatedReach)..<story.ordinal {
            let other = stories[ordinal]
            guard story.tags.count > 1, other.isLive else { continue }
            let common = story.commonTags(with: other)
            if common > 1 { similar.append((common, ordinal)) }
        }
        similar.sort { $0.common == $1.common ? $0.ordinal > $1.ordinal : $0.common > $1.common }
        for candidate in similar where found.count < 4 {
            guard !found.contains(where: { $0.ordinal == candidate.ordinal }) else { continue }
            found.append(stories[candidate.ordinal])
        }
        return Array(found.prefix(4))
    }

    /// The stories that a body links to by their slugs, in order, each once.
    func linked(from story: PublicStory) -> [PublicStory] {
        story.linkedSlugs.compactMap { bySlug[$0] }.map { stories[$0] }
    }

    /// The live members of a story's family, its original first, itself among them; empty where
    /// there is none (publishing.md 2.2).
    func translations(of story: PublicStory) -> [PublicStory] {
        let base = original(of: story)
        var family = [base].compactMap { bySlug[$0] }.map { stories[$0] }
        family += languages.compactMap { bySlug["\(base)-\($0)"] }.map { stories[$0] }
            .filter { original(of: $0) == base && $0.slug != base }
        let live = family.filter(\.isLive)
        return live.count > 1 && live.contains { $0.ordinal == story.ordinal } ? live : []
    }

    /// The slug before a translation's: `storm` of `storm-ar` where that is in Arabic.
    func original(of story: PublicStory) -> String {
        let (slug, end) = (story.slug.utf8, story.language.primary.utf8)
        guard slug.count > end.count + 1, slug.suffix(end.count).elementsEqual(end),
            slug.dropLast(end.count).last == UInt8(ascii: "-")
        else { return story.slug }
        let base = String(Substring(slug.dropLast(end.count + 1)))
        return bySlug[base] == nil ? story.slug : base
    }

    /// The story that `storm-2` … `storm-99` follows, in the same language; nil for none.
    func followed(by story: PublicStory) -> PublicStory? {
        let base = original(of: story)
        guard let dash = base.lastIndex(of: "-"),
            let number = Int(base[base.index(after: dash)...]),
            (2...99).contains(number), !base[base.index(after: dash)...].hasPrefix("0")
        else { return nil }
        let stem = String(base[..<dash])
        let before = number == 2 ? stem : "\(stem)-\(number - 1)"
        let tail = base == story.slug ? "" : "-\(story.language.primary)"
        let ordinal = bySlug[before + tail] ?? bySlug[before]
        guard let ordinal, ordinal != story.ordinal, stories[ordinal].isLive else { return nil }
        return stories[ordinal]
    }

    /// The lead picture that a story shows.
    func leadPicture(of story: PublicStory) -> Picture? {
        guard story.isLive else { return nil }
        return story.document.fields[.leadImage].flatMap { Bytes32(hex: $0) }
            .flatMap { sources.picture($0) }
    }
}

/// What a story's page shows of others, found once.
struct Neighbours {
    let translations: [PublicStory]
    let followed: PublicStory?
    let related: [PublicStory]
    let rail: [PublicStory]

    /// Those of a story; none where its text is not out, but its translations.
    init(of story: PublicStory, on site: PublicSite) {
        translations = site.translations(of: story)
        followed = story.isLive ? site.followed(by: story) : nil
        related = story.isLive ? site.related(to: story) : []
        rail = story.isLive ? site.rail(of: story) : []
    }

    /// All of them.
    var all: [PublicStory] { translations + (followed.map { [$0] } ?? []) + related + rail }
}

extension [Int] {
    /// The first place whose number is above `value`, in O(log n); the array is ascending.
    func firstPlace(above value: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
