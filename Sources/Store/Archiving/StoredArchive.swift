import Foundation
import GRDB
import Ledger
import Newsroom
import Synchronization

/// The archive of a newsroom in its database: what folding the first `count` entries gave.
///
/// It reads over a connection of its own, so that the newsroom can be asked while a transaction
/// writes, and keeps what was asked for lately in memory.
final class StoredArchive: Archive {
    /// What was asked for lately, and whether reading ever failed.
    private struct Memory {
        var entries = BoundedCache<Int, ArchivedEntry>(limit: 8_192)
        var places = BoundedCache<EntryID, Int>(limit: 16_384)
        var stories = BoundedCache<StoryID, ArchivedStory>(limit: 512)
        var failure: StoreError?
    }

    let count: Int
    private let database: DatabaseQueue
    private let erasures: Erasures
    private let memory = Mutex(Memory())

    /// Reads over a connection that writes nothing.
    init(of count: Int, in database: DatabaseQueue, _ erasures: Erasures) {
        self.count = count
        self.database = database
        self.erasures = erasures
    }

    /// Why what was asked for could not be read; nil while all is well.
    var failure: StoreError? { memory.withLock { $0.failure } }

    func entry(at place: Int) -> ArchivedEntry {
        if let known = memory.withLock({ $0.entries.find(place) }) { return known }
        let found = read { try ArchivedEntries.entry(at: place, erasures, in: $0) }
        guard let found else {
            fail(.damaged("an entry of the archive is missing"))
            return .lost(at: place)
        }
        memory.withLock { $0.entries.keep(found, under: place) }
        return found
    }

    func place(of entry: EntryID) -> Int? {
        if let known = memory.withLock({ $0.places.find(entry) }) { return known }
        let found = read { try ArchivedEntries.place(of: entry, in: $0) }
        guard let found, found < count else { return nil }
        memory.withLock { $0.places.keep(found, under: entry) }
        return found
    }

    func places(of logs: [LogID]) -> [Int] {
        let found = read { database in
            try logs.flatMap { try ArchivedEntries.places(of: $0, in: database) }
        }
        return (found ?? []).filter { $0 < count }.sorted()
    }

    func points(of story: StoryID) -> [Point] {
        (read { try ArchivedStories.points(of: story, in: $0) } ?? []).filter { $0.place < count }
    }

    func story(_ id: StoryID, make: () -> ArchivedStory?) -> ArchivedStory? {
        if let known = memory.withLock({ $0.stories.find(id) }) { return known }
        guard let made = make() else { return nil }
        memory.withLock { $0.stories.keep(made, under: id) }
        return made
    }

    var stories: [StoryID] { read { try ArchivedStories.all(in: $0) } ?? [] }

    func stories(named name: String) -> [StoryID] {
        read { try ArchivedStories.named(name, in: $0) } ?? []
    }

    func names(beginning: String, limit: Int) -> [String] {
        read { try ArchivedStories.names(beginning: beginning, limit: limit, in: $0) } ?? []
    }

    var sharedNames: [String] { read { try ArchivedStories.sharedNames(in: $0) } ?? [] }

    var troubledStories: [StoryID] { read { try ArchivedCards.troubled(in: $0) } ?? [] }

    func stories(beginning digits: String) -> [StoryID] {
        read { try ArchivedStories.beginning(with: digits, in: $0) } ?? []
    }

    var steps: [PublicStep] { read { try ArchivedSteps.all(in: $0) } ?? [] }

    var lastStep: PublicStep? { read { try ArchivedSteps.last(in: $0) } ?? nil }

    func stories(publishedAs slug: Slug) -> [StoryID] {
        read { try ArchivedSteps.stories(publishedAs: slug, in: $0) } ?? []
    }

    /// Reads for whoever can be told that it did not work.
    ///
    /// - Throws: `StoreError`.
    func answer<Value>(_ work: (Database) throws -> Value?) throws -> Value {
        guard let value = read(work) else {
            throw failure ?? .damaged("the archive cannot be read")
        }
        return value
    }

    /// Reads; an answer that is not to be had makes whatever follows from it worthless.
    func read<Value>(_ work: (Database) throws -> Value?) -> Value? {
        do {
            // One statement at a time needs no transaction around it.
            return try translating { try database.unsafeReentrantRead(work) }
        } catch {
            fail(error as? StoreError ?? .damaged("the archive cannot be read"))
            return nil
        }
    }

    private func fail(_ error: StoreError) {
        memory.withLock { $0.failure = $0.failure ?? error }
    }
}
