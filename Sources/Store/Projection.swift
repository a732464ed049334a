import Foundation
import GRDB
import Newsroom

/// The table that lists drafts: a cache of the fold, which `stet check` makes anew and compares.
enum Projection {
    /// One row of it.
    struct Row: Hashable {
        let id: Data
        let story: Data
        let slug: String
        let status: String
        let hash: Data
        /// The pictures that the draft needs, 32 bytes each.
        let media: Data
    }

    /// The rows that a view makes, in the order of their ids; of some stories, or of all.
    static func rows(of view: View, in stories: Set<StoryID>? = nil) -> [Row] {
        let drafts =
            stories.map { stories in
                stories.flatMap { view.stories[$0]?.drafts ?? [] }.compactMap { view.drafts[$0] }
            } ?? Array(view.drafts.values)
        return drafts.sorted { $0.id < $1.id }.map { draft in
            let document = view.document(of: draft.id)
            return Row(
                id: Data(draft.id.bytes.bytes),
                story: Data(draft.story.bytes.bytes),
                slug: view.stories[draft.story]?.name ?? "",
                status: view.status(of: draft).rawValue,
                hash: Data(view.hash(of: document).bytes.bytes),
                media: Data(view.media(of: draft, as: document).flatMap(\.bytes))
            )
        }
    }

    /// The rows that are stored.
    static func stored(in database: Database) throws -> [Row] {
        try GRDB.Row.fetchAll(database, sql: "SELECT * FROM draft ORDER BY id").map { row in
            Row(
                id: row["id"],
                story: row["story"],
                slug: row["slug"],
                status: row["status"],
                hash: row["hash"],
                media: row["media"]
            )
        }
    }

    /// Writes the rows that changed, looking at some stories or at all.
    static func write(
        _ view: View,
        of stories: Set<StoryID>? = nil,
        into database: Database
    ) throws {
        let stored = stories == nil ? Set(try stored(in: database)) : []
        for row in rows(of: view, in: stories) where !stored.contains(row) {
            try database.run(
                """
                INSERT OR REPLACE INTO draft(id, story, slug, status, hash, media)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [row.id, row.story, row.slug, row.status, row.hash, row.media]
            )
        }
    }

    /// Makes the table anew.
    static func rebuild(from view: View, in database: Database) throws {
        try database.execute(sql: "DELETE FROM draft")
        try write(view, into: database)
    }
}
