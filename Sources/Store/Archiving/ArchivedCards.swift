import Foundation
import GRDB
import Ledger
import Newsroom

/// The table of the news list: a card for each listed draft.
enum ArchivedCards {
    /// The cards of drafts in work, and of those that were done with after a time, of all where that
    /// is nil; those alone whose section, status or name all of some words may mean.
    static func cards(
        doneAfter time: Moment?,
        meant words: [String] = [],
        in database: Database
    ) throws -> [NewsCard] {
        // Other letters than these have more than one small form; they are left to who asks.
        let plain = words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        let condition = String(
            repeating: " AND (section = ? OR status = ? OR instr(name, ?))",
            count: plain.count
        )
        let sought = StatementArguments(plain.flatMap { [$0.lowercased(), $0, $0.lowercased()] })
        // All that is asked of a draft stands in the index, so that only the chosen are looked up.
        let rows = try Data.fetchCursor(
            database,
            sql: """
                SELECT card.card FROM (
                    SELECT draft FROM card WHERE done_at IS NULL\(condition)
                    UNION ALL SELECT draft FROM card WHERE done_at > ?\(condition))
                CROSS JOIN card USING (draft)
                """,
            arguments: sought + [time?.milliseconds ?? Int64.min] + sought
        )
        var cards: [NewsCard] = []
        while let bytes = try rows.next() { cards.append(try NewsCard(bytes: Array(bytes))) }
        return cards
    }

    /// How many drafts were done with after a time.
    static func doneCount(after time: Moment, in database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM card WHERE done_at > ?",
            arguments: [time.milliseconds]
        ) ?? 0
    }

    /// How many drafts of a story were done with at a time or before.
    static func doneCount(
        at time: Moment,
        of story: StoryID,
        in database: Database
    ) throws -> Int {
        try Int.fetchOne(
            database.cachedStatement(
                sql: "SELECT count(*) FROM card WHERE story = ? AND done_at <= ?"
            ),
            arguments: [Data(story.bytes.bytes), time.milliseconds]
        ) ?? 0
    }

    /// How many drafts were done with.
    static func doneCount(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM card WHERE done_at NOT NULL") ?? 0
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
                INSERT OR REPLACE INTO
                    card(draft, story, done_at, section, status, name, items, card)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    Data(card.draft.bytes.bytes), Data(story.bytes.bytes),
                    card.doneAt?.milliseconds, card.section.lowercased(), card.status.rawValue,
                    card.name, card.items, Data(card.bytes),
                ]
            )
        }
    }
}
