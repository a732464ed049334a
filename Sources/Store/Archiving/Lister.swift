import Foundation
import GRDB
import Ledger
import Newsroom
import Signing

/// Brings the news list and the index of words up to date with a newsroom.
struct Lister {
    private static let rules = "archive rules"
    private static let done = "archive done"

    let newsroom: Newsroom
    let database: Database

    /// Writes what changed; where the rules did, also the cards of everything in work.
    func write() throws {
        for story in newsroom.storiesToArchive { try write(story) }
        try writeInWork()
        let count = try ArchivedCards.doneCount(in: database)
        try Facts.set(Self.done, Store.bytes(of: UInt64(count)), in: database)
    }

    /// Writes the cards of everything in work again where they were made under other rules.
    private func writeInWork() throws {
        let rules = newsroom.view.rulesDigest.bytes
        guard try Facts.bytes(Self.rules, in: database) != rules else { return }
        for story in try ArchivedCards.storiesInWork(in: database) {
            try ArchivedCards.write(newsroom.cards(of: story), of: story, into: database)
        }
        try Facts.set(Self.rules, rules, in: database)
    }

    /// How many drafts of the archive were done with at a time or before, but for some stories.
    static func doneCount(
        at time: Moment,
        besides stories: some Collection<StoryID>,
        in database: Database
    ) throws -> Int {
        let all = try Facts.bytes(done, in: database).map { Int(clamping: number($0)) } ?? 0
        let after = try ArchivedCards.doneCount(after: time, in: database)
        return try stories.reduce(all - after) { count, story in
            count - (try ArchivedCards.doneCount(at: time, of: story, in: database))
        }
    }

    /// Whether the cards in the archive were made under the rules of a view.
    static func areCurrent(under view: View, in database: Database) throws -> Bool {
        try Facts.bytes(rules, in: database) == view.rulesDigest.bytes
    }

    private func write(_ story: StoryID) throws {
        let cards = newsroom.cards(of: story)
        try ArchivedCards.write(cards, of: story, into: database)
        try ArchivedDocuments.write(
            cards.map { ($0.draft, $0.name, newsroom.view.document(of: $0.draft)) },
            of: story,
            into: database
        )
    }
}
