import Foundation
import GRDB
import Ledger
package import Newsroom

/// Bytes that a check refused, kept as they came.
package struct RefusedEntry: Sendable, Hashable {
    /// When they came.
    package let at: Moment
    /// The check that failed.
    package let code: String
    /// How many there were.
    package let byteCount: Int
    /// SHA-256 of them, to compare with what another machine kept.
    package let digest: Bytes32
}

/// The table of what was refused: for diagnosis, never relayed, kept 30 days and 64 MiB.
enum RefusedEntries {
    static let limitBytes = 64 << 20
    static let limitMilliseconds: Int64 = 30 * 86_400_000

    static func insert(
        _ refused: [(code: String, bytes: [UInt8])],
        at now: Moment,
        into database: Database
    ) throws {
        guard !refused.isEmpty else { return }
        for (code, bytes) in refused {
            try database.execute(
                sql: "INSERT INTO refused(at, code, bytes) VALUES (?, ?, ?)",
                arguments: [now.milliseconds, code, Data(bytes)]
            )
        }
        try expire(at: now, in: database)
    }

    private static func expire(at now: Moment, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM refused WHERE at < ?",
            arguments: [now.milliseconds - limitMilliseconds]
        )
        try database.execute(
            sql: """
                DELETE FROM refused WHERE rowid IN (
                    SELECT rowid FROM (
                        SELECT rowid, sum(length(bytes)) OVER (ORDER BY rowid DESC) AS total
                        FROM refused)
                    WHERE total > ?)
                """,
            arguments: [limitBytes]
        )
    }
}

extension Replica {
    /// What was refused and is still kept, the newest last.
    ///
    /// - Throws: `StoreError`.
    package func refusedEntries() throws -> [RefusedEntry] {
        try translating {
            try database.read { database in
                try Row.fetchAll(
                    database,
                    sql: "SELECT at, code, bytes FROM refused ORDER BY rowid"
                )
            }
        }.map { row in
            let bytes = Array(row["bytes"] as Data)
            return RefusedEntry(
                at: Moment(milliseconds: row["at"]),
                code: row["code"],
                byteCount: bytes.count,
                digest: Ledger.digest(bytes)
            )
        }
    }

    /// What the connection promises about a committed transaction.
    package func durability() throws -> Durability {
        try translating { try database.read { try Durability(of: $0) } }
    }
}
