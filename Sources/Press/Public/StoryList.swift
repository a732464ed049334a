/// One of the lists of stories: everything, a section, a tag, an author, a language.
enum ListKey: Hashable, Comparable, Sendable {
    case latest
    case section(String)
    case tag(String)
    case author(String)
    case language(String)

    /// The folder of its pages, without a slash at the end.
    var path: String {
        switch self {
        case .latest: "latest"
        case .section(let name): "sections/\(name)"
        case .tag(let name): "tags/\(name)"
        case .author(let name): "authors/\(name)"
        case .language(let name): "languages/\(name)"
        }
    }

    /// Compares paths as UTF-8 bytes.
    static func < (left: ListKey, right: ListKey) -> Bool {
        left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
}

extension Sequence<ListKey> {
    /// The lists in the order of their paths, each of which is made once.
    func inOrder() -> [ListKey] {
        map { (path: $0.path, key: $0) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map(\.key)
    }
}

/// The stories of one list, kept sorted as they come.
struct StoryList: Sendable {
    /// The ordinals, ascending.
    private(set) var ordinals: [Int] = []
    /// The ordinals by month of first issue: `2026/01`.
    private(set) var months: [String: [Int]] = [:]
    /// The ordinals of stories that changed for readers after their first issue.
    private(set) var changed: Set<Int> = []

    mutating func insert(_ story: PublicStory) {
        ordinals.insertInOrder(story.ordinal)
        months[story.published.month, default: []].insertInOrder(story.ordinal)
        if story.isChanged { changed.insert(story.ordinal) }
    }

    mutating func remove(_ story: PublicStory) {
        ordinals.removeInOrder(story.ordinal)
        months[story.published.month]?.removeInOrder(story.ordinal)
        if months[story.published.month]?.isEmpty == true { months[story.published.month] = nil }
        changed.remove(story.ordinal)
    }
}

extension [Int] {
    /// The first place whose number is not below `value`, in O(log n); the array is ascending.
    private func place(of value: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    fileprivate mutating func insertInOrder(_ value: Int) {
        let place = place(of: value)
        guard place == count || self[place] != value else { return }
        insert(value, at: place)
    }

    fileprivate mutating func removeInOrder(_ value: Int) {
        let place = place(of: value)
        guard place < count, self[place] == value else { return }
        remove(at: place)
    }
}
