// Which stories a feed holds (publishing.md 3.2): the 40 newest by first issue, and every one that
// changed after its first issue in the 30 days before the newest change; newest change first. What
// vanished from a feed is kept by readers, so a story that changes comes back (F9).

/// The stories of a feed.
struct FeedWindow {
    let stories: [PublicStory]
    /// Those that were removed in the window.
    let removed: [PublicStory]

    init(_ key: FeedKey, of site: PublicSite) {
        guard let list = key.list else {
            stories = Self.corrections(of: site)
            removed = []
            return
        }
        let found = site.lists[list] ?? StoryList()
        let fresh = found.ordinals.suffix(40).map { site.stories[$0] }
        let changed = found.changed.map { site.stories[$0] }
        let gone = list == .latest ? site.removed.map { site.stories[$0] } : []
        let newest = (fresh + changed + gone).map(\.updated.seconds).max() ?? 0
        let since = newest - 30 * 86_400
        let recent = (changed + gone.filter { !$0.notes.isEmpty }).filter {
            $0.updated.seconds >= since
        }
        stories = Self.ordered(fresh + recent)
        removed = Self.ordered(gone.filter { $0.updated.seconds >= since })
    }

    /// Every story with a correction, clarification or withdrawal, 500 at most.
    private static func corrections(of site: PublicSite) -> [PublicStory] {
        Array(ordered(site.corrected.map { site.stories[$0] }).prefix(500))
    }

    /// Newest change first, then by id; each once (F3).
    private static func ordered(_ stories: [PublicStory]) -> [PublicStory] {
        var seen: Set<Int> = []
        return stories.filter { seen.insert($0.ordinal).inserted }.sorted { left, right in
            left.updated.seconds == right.updated.seconds
                ? left.id < right.id : left.updated > right.updated
        }
    }
}
