import Foundation
import GRDB
package import Newsroom

extension Replica {
    /// The text of each draft that this desk last showed in full; known on this replica alone.
    ///
    /// - Throws: `StoreError`.
    package func seen() throws -> [DraftID: ContentHash] {
        let rows = try translating {
            try database.read { try Row.fetchAll($0, sql: "SELECT draft, hash FROM seen") }
        }
        return rows.reduce(into: [:]) { seen, row in
            guard let draft = Bytes32(row["draft"] as Data), let hash = Bytes32(row["hash"] as Data)
            else { return }
            seen[DraftID(draft)] = ContentHash(hash)
        }
    }

    /// The text of a draft that this desk last showed in full, and how many entries were here then.
    ///
    /// - Throws: `StoreError`.
    package func seen(_ draft: DraftID) throws -> (document: CanonicalDocument, count: Int)? {
        let row = try translating {
            try database.read { database in
                try Row.fetchOne(
                    database,
                    sql: "SELECT document, entries FROM seen WHERE draft = ?",
                    arguments: [Data(draft.bytes.bytes)]
                )
            }
        }
        guard let row,
            let document = try? CanonicalDocument(parsing: Array(row["document"] as Data))
        else {
            return nil
        }
        return (document, row["entries"])
    }

    /// Remembers that a draft was shown in full as it stands.
    ///
    /// - Throws: `StoreError`.
    package func markSeen(_ draft: DraftID) throws {
        let document = newsroom.view.document(of: draft)
        try translating {
            try database.write { database in
                try database.run(
                    "INSERT OR REPLACE INTO seen(draft, hash, document, entries) VALUES (?, ?, ?, ?)",
                    [
                        Data(draft.bytes.bytes),
                        Data(newsroom.view.hash(of: document).bytes.bytes),
                        Data(document.bytes), newsroom.count,
                    ]
                )
            }
        }
    }
}
