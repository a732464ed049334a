import Foundation
import GRDB
import Ledger
import Newsroom

/// The table of the news list: a card for each listed draft.
enum ArchivedCards {
    /// The cards of drafts in work, and of those that were done with after a time; of all where
    /// that is nil.
    static func cards(doneAfter time: Moment?, in database: Database) throws -> [NewsCard] {
        let rows = try Data.fetchCursor(
            database,
            sql: "SELECT card FROM card WHERE done_at IS NULL OR done_at > ?",
            arguments: [time?.milliseconds ?? Int64.min]
        )
        var cards: [NewsCard] = []
        while let bytes = try rows.next() { cards.append(try NewsCard(bytes: Array(bytes))) }
        return cards
    }

    /// How many drafts were done with at a time or before.
    static func doneCount(at time: Moment, in database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM card WHERE done_at <= ?",
            arguments: [time.milliseconds]
        ) ?? 0
    }

    /// The stories with a draft in work.
    static func storiesInWork(in database: Database) throws -> [StoryID] {
        ArchivedStories.identifiers(
            try Data.fetchAll(
                database,
                sql: "SELECT DISTINCT story FROM card WHERE done_at IS NULL"
            )
        )
    }

    /// The stories in which something needs a person.
    static func troubled(in database: Database) throws -> [StoryID] {
        ArchivedStories.identifiers(
            try Data.fetchAll(database, sql: "SELECT DISTINCT story FROM card WHERE items > 0")
        )
    }

    /// Writes a story's cards in place of what was there.
    static func write(_ cards: [NewsCard], of story: StoryID, into database: Database) throws {
        try database.run("DELETE FROM card WHERE story = ?", [Data(story.bytes.bytes)])
        for card in cards {
            try database.run(
                """
                INSERT OR REPLACE INTO card(draft, story, done_at, items, card)
                VALUES (?, ?, ?, ?, ?)
                """,
                [
                    Data(card.draft.bytes.bytes), Data(story.bytes.bytes),
                    card.doneAt?.milliseconds, card.items, Data(card.bytes),
                ]
            )
        }
    }
}
