import Ledger
import Newsroom

/// An archive in memory; what it gives back went through the bytes in which archives are stored.
final class MemoryArchive: Archive {
    let count: Int
    private let entries: [ArchivedEntry]
    private let places: [EntryID: Int]
    private let placesOfLog: [LogID: [Int]]
    private let pointsOfStory: [StoryID: [Point]]
    private let names: [StoryID: String]
    private let troubled: [StoryID]
    let steps: [PublicStep]

    /// Takes in all of a newsroom, of which `old` has a part already.
    init(of newsroom: Newsroom, after old: MemoryArchive?) throws {
        let history = newsroom.history
        count = history.count
        entries = try history.enumerated().map { place, facts in
            let record = newsroom.archivedRecord(at: place)
            return ArchivedEntry(facts, at: place, try ArchivedRecord(bytes: record.bytes))
        }
        places = Dictionary(uniqueKeysWithValues: history.enumerated().map { ($1.id, $0) })
        placesOfLog = Dictionary(grouping: history.indices) { history[$0].log }
        let stories = Set(newsroom.storiesToArchive).union(old?.pointsOfStory.keys.map { $0 } ?? [])
        pointsOfStory = try stories.reduce(into: [:]) { all, story in
            let stored = Ledger.bytes(of: newsroom.points(of: story))
            all[story] = try Ledger.points(from: stored)
        }
        names = newsroom.storyIDs.reduce(into: [:]) {
            $0[$1] = newsroom.view.stories[$1]?.name
        }
        troubled = newsroom.storyIDs.filter { !newsroom.items(of: $0).isEmpty }
        steps = newsroom.storyIDs.flatMap { newsroom.publicSteps(of: $0) }.sorted()
    }

    func entry(at place: Int) -> ArchivedEntry { entries[place] }

    func place(of entry: EntryID) -> Int? { places[entry] }

    func places(of logs: [LogID]) -> [Int] { logs.flatMap { placesOfLog[$0] ?? [] }.sorted() }

    func points(of story: StoryID) -> [Point] { pointsOfStory[story] ?? [] }

    func story(_ id: StoryID, make: () -> ArchivedStory?) -> ArchivedStory? { make() }

    var stories: [StoryID] { names.keys.sorted() }

    func stories(named name: String) -> [StoryID] {
        names.filter { $0.value == name }.keys.sorted()
    }

    func names(beginning: String, limit: Int) -> [String] {
        Array(Set(names.values.filter { $0.hasPrefix(beginning) }).sorted().prefix(limit))
    }

    var sharedNames: [String] {
        Dictionary(grouping: names.values) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }

    var troubledStories: [StoryID] { troubled }

    func stories(beginning digits: String) -> [StoryID] {
        names.keys.filter { $0.description.hasPrefix(digits) }
    }

    var lastStep: PublicStep? { steps.last }

    func stories(publishedAs slug: Slug) -> [StoryID] {
        steps.filter { $0.slug == slug }.map(\.story)
    }
}

extension World {
    /// A fold of entries in this order, which is put into an archive after every so many.
    func archived(
        _ order: [EntryFacts],
        upon known: Newsroom = Newsroom(digest: digest),
        every stretch: Int
    ) throws -> Newsroom {
        var newsroom = known
        var archive: MemoryArchive?
        for (number, entry) in order.enumerated() {
            newsroom.fold(entry)
            guard number % stretch == stretch - 1 else { continue }
            let made = try MemoryArchive(of: newsroom, after: archive)
            let frame = try ArchivedFrame(bytes: newsroom.archivedFrame.bytes)
            (newsroom, archive) = (Newsroom(frame, in: made, digest: digest), made)
        }
        return newsroom
    }
}
