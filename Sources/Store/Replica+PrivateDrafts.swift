import Foundation
import GRDB
package import Newsroom

/// A draft that nobody else can see: in no log, on this machine alone.
package struct PrivateDraft: Sendable, Hashable {
    /// The short name of the story to be.
    package let slug: Slug
    /// The fields set so far.
    package var fields: [DocumentField: String]
    /// The text.
    package var body: String

    /// Takes name, fields and text.
    package init(slug: Slug, fields: [DocumentField: String] = [:], body: String = "") {
        self.slug = slug
        self.fields = fields
        self.body = body
    }
}

extension Replica {
    /// All private drafts, by slug.
    package func privateDrafts() throws -> [PrivateDraft] {
        try translating {
            try database.read { database in
                try Row.fetchAll(database, sql: "SELECT * FROM private_draft ORDER BY slug")
            }
        }.compactMap { row in
            guard let slug = Slug(row["slug"] as String) else { return nil }
            let document = try CanonicalDocument(parsing: Array((row["fields"] as String).utf8))
            return PrivateDraft(slug: slug, fields: document.fields, body: row["body"])
        }
    }

    /// Keeps a private draft; it is on disk when this returns.
    package func keep(_ draft: PrivateDraft) throws {
        let fields = CanonicalDocument(fields: draft.fields, body: "").bytes
        try translating {
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO private_draft(slug, fields, body) VALUES (?, ?, ?)
                        ON CONFLICT(slug) DO UPDATE SET fields = excluded.fields, body = excluded.body
                        """,
                    arguments: [
                        draft.slug.description, String(decoding: fields, as: UTF8.self), draft.body,
                    ]
                )
            }
        }
    }

    /// Drops a private draft, after it was shared.
    package func drop(_ slug: Slug) throws {
        try translating {
            try database.write { database in
                try database.execute(
                    sql: "DELETE FROM private_draft WHERE slug = ?",
                    arguments: [slug.description]
                )
            }
        }
    }
}
