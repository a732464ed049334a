import Foundation
import GRDB
import Newsroom

/// The table of the public history.
enum ArchivedSteps {
    private static let columns = "number, entry, place, story, slug"

    /// Every step, in public order.
    static func all(in database: Database) throws -> [PublicStep] {
        try Row.fetchAll(
            database,
            sql: "SELECT \(columns) FROM step ORDER BY number, entry, place"
        ).compactMap { step($0) }
    }

    /// The last step; nil where nothing is public.
    static func last(in database: Database) throws -> PublicStep? {
        let statement = try database.cachedStatement(
            sql: "SELECT \(columns) FROM step ORDER BY number DESC, entry DESC, place DESC LIMIT 1"
        )
        return try Row.fetchOne(statement).flatMap { step($0) }
    }

    /// The stories that went out under a slug.
    static func stories(publishedAs slug: Slug, in database: Database) throws -> [StoryID] {
        let statement = try database.cachedStatement(
            sql: "SELECT DISTINCT story FROM step WHERE slug = ?"
        )
        return ArchivedStories.identifiers(
            try Data.fetchAll(statement, arguments: [slug.description])
        )
    }

    /// Writes a story's steps in place of what was there.
    static func write(
        _ steps: [PublicStep],
        of story: StoryID,
        into database: Database
    ) throws {
        try database.run("DELETE FROM step WHERE story = ?", [Data(story.bytes.bytes)])
        for step in steps {
            try database.run(
                "INSERT INTO step(\(columns)) VALUES (?, ?, ?, ?, ?)",
                [
                    step.number, Data(step.operation.entry.bytes.bytes), step.operation.index,
                    Data(story.bytes.bytes), step.slug?.description,
                ]
            )
        }
    }

    private static func step(_ row: Row) -> PublicStep? {
        guard let entry = Bytes32(row["entry"] as Data), let story = Bytes32(row["story"] as Data)
        else { return nil }
        return PublicStep(
            number: row["number"],
            operation: OperationID(EntryID(entry), row["place"]),
            story: StoryID(story),
            slug: (row["slug"] as String?).flatMap { Slug($0) }
        )
    }
}
