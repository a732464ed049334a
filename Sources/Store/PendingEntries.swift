import Foundation
import GRDB
package import Ledger
import Newsroom

extension Replica {
    /// Entries that wait for their past.
    package func pendingEntries() throws -> [Entry] {
        try translating {
            try database.read { database in
                try Data.fetchAll(database, sql: "SELECT bytes FROM pending ORDER BY id")
            }
        }.map { try Entry(stored: Array($0)) }
    }

    /// How many entries wait for their past.
    package func pendingCount() throws -> Int {
        let sql = "SELECT count(*) FROM pending"
        return try translating { try database.read { try Int.fetchOne($0, sql: sql) ?? 0 } }
    }
}

/// The table of entries whose past has not arrived; beyond its limits the newest are dropped, and
/// asked for again when their past is here.
enum PendingEntries {
    private static let limitCount = 100_000
    private static let limitBytes = 256 << 20

    /// Whether there is room for more.
    static func hasRoom(in database: Database) throws -> Bool {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT count(*) AS count, sum(length(bytes)) AS size FROM pending"
        )
        guard let row else { return true }
        return row["count"] < limitCount && (row["size"] as Int? ?? 0) < limitBytes
    }

    static func insert(_ entry: Entry, into database: Database) throws {
        try database.run(
            "INSERT OR IGNORE INTO pending(id, bytes) VALUES (?, ?)",
            [Data(entry.id.bytes.bytes), Data(entry.bytes)]
        )
    }

    static func remove(_ id: EntryID, from database: Database) throws {
        try database.run(
            "DELETE FROM pending WHERE id = ?",
            [Data(id.bytes.bytes)]
        )
    }
}
