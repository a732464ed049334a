import Foundation
import GRDB
import Ledger
import Newsroom

/// The table of stories: under which name each is shown, and which operations are about it.
enum ArchivedStories {
    /// The operations on a story, in the order in which they were folded.
    static func points(of story: StoryID, in database: Database) throws -> [Point] {
        let statement = try database.cachedStatement(sql: "SELECT points FROM story WHERE id = ?")
        let bytes = try Data.fetchOne(statement, arguments: [Data(story.bytes.bytes)])
        return try bytes.map { try Ledger.points(from: unsealed(Array($0))) } ?? []
    }

    /// All stories.
    static func all(in database: Database) throws -> [StoryID] {
        try identifiers(Data.fetchAll(database, sql: "SELECT id FROM story WHERE name IS NOT NULL"))
    }

    /// The stories that are shown under a name.
    static func named(_ name: String, in database: Database) throws -> [StoryID] {
        let statement = try database.cachedStatement(sql: "SELECT id FROM story WHERE name = ?")
        return try identifiers(Data.fetchAll(statement, arguments: [name]))
    }

    /// The names that begin so, ascending.
    static func names(beginning: String, limit: Int, in database: Database) throws -> [String] {
        let statement = try database.cachedStatement(
            sql:
                "SELECT DISTINCT name FROM story WHERE name >= ? AND name < ? ORDER BY name LIMIT ?"
        )
        return try String.fetchAll(
            statement,
            arguments: [beginning, beginning + "\u{10FFFF}", limit]
        )
    }

    /// The names under which several stories are shown.
    static func sharedNames(in database: Database) throws -> [String] {
        try String.fetchAll(
            database,
            sql: "SELECT name FROM story WHERE name NOT NULL GROUP BY name HAVING count(*) > 1"
        )
    }

    /// The stories whose id, or the id of one of whose drafts, begins with hexadecimal digits.
    static func beginning(with digits: String, in database: Database) throws -> [StoryID] {
        guard (4...64).contains(digits.count), digits.allSatisfy(\.isHexDigit),
            let low = Bytes32(hex: digits.padded(with: "0")),
            let high = Bytes32(hex: digits.padded(with: "f"))
        else { return [] }
        let range: StatementArguments = [Data(low.bytes), Data(high.bytes)]
        let stories = try database.cachedStatement(
            sql: "SELECT id FROM story WHERE id BETWEEN ? AND ? AND name IS NOT NULL"
        )
        let drafts = try database.cachedStatement(
            sql: "SELECT story FROM card WHERE draft BETWEEN ? AND ?"
        )
        return identifiers(
            try Data.fetchAll(stories, arguments: range) + Data.fetchAll(drafts, arguments: range)
        )
    }

    /// Writes what there is of a story; without a name it was never made here.
    static func write(
        _ points: [Point],
        of story: StoryID,
        named name: String?,
        into database: Database
    ) throws {
        try database.run(
            "INSERT OR REPLACE INTO story(id, name, points) VALUES (?, ?, ?)",
            [Data(story.bytes.bytes), name, Data(sealed(bytes(of: points)))]
        )
    }

    static func identifiers<ID: Identifier>(_ found: [Data]) -> [ID] {
        found.compactMap { Bytes32($0) }.map { ID($0) }
    }
}

extension String {
    fileprivate func padded(with digit: Character) -> String {
        self + String(repeating: digit, count: 64 - count)
    }
}
