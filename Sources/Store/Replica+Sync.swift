import Foundation
import GRDB
package import Ledger
package import Newsroom

/// A hub as this replica knows it, with where to go on reading it.
package struct Peer: Sendable, Hashable {
    /// The hub's id: 16 bytes.
    package let hub: [UInt8]
    /// The address it was reached at.
    package let url: String
    /// What was read so far: `EPOCH.NUMBER`, empty at the beginning.
    package var cursor: String

    /// Takes id, address and cursor.
    package init(hub: [UInt8], url: String, cursor: String) {
        self.hub = hub
        self.url = url
        self.cursor = cursor
    }

    /// Notes what the hub has, and the cursor, inside the transaction of the entries.
    func mark(_ entries: [EntryID], in database: Database) throws {
        for entry in entries {
            try database.run(
                "INSERT OR IGNORE INTO on_hub(hub, entry) VALUES (?, ?)",
                [Data(hub), Data(entry.bytes.bytes)]
            )
        }
        try database.run(
            "INSERT OR REPLACE INTO peer(hub, url, cursor) VALUES (?, ?, ?)",
            [Data(hub), url, cursor]
        )
    }
}

extension Replica {
    /// The id of this database's life as a hub: 32 hexadecimal digits.
    package func epoch() throws -> String {
        hexadecimal(try Facts(database: database).bytes("epoch") ?? [])
    }

    /// Entries that arrived here after a number, causes first, as many as fit.
    package func entries(
        after arrival: Int,
        limitBytes: Int
    ) throws -> [(arrival: Int, bytes: [UInt8])] {
        try StoredEntries(database: database).after(arrival, limitBytes: limitBytes)
    }

    /// The number of the newest arrival.
    package func lastArrival() throws -> Int { try StoredEntries(database: database).lastArrival() }

    /// What is known of a hub; a new one is read from the beginning.
    package func peer(_ hub: [UInt8], url: String) throws -> Peer {
        let cursor = try translating {
            try database.read { database in
                try String.fetchOne(
                    database,
                    sql: "SELECT cursor FROM peer WHERE hub = ?",
                    arguments: [Data(hub)]
                )
            }
        }
        return Peer(hub: hub, url: url, cursor: cursor ?? "")
    }

    /// The id of the hub that was last at an address; nil where none was.
    package func hubID(at url: String) throws -> [UInt8]? {
        let sql = "SELECT hub FROM peer WHERE url = ? ORDER BY rowid DESC LIMIT 1"
        return try translating {
            try database.read {
                try Data.fetchOne($0, sql: sql, arguments: [url]).map { Array($0) }
            }
        }
    }

    /// Forgets what a hub is said to have, and what it hid: its database was made anew.
    package func forget(_ hub: [UInt8]) throws {
        try translating {
            try database.write { database in
                try forgetAcknowledged(in: database)
                try database.execute(
                    sql: "DELETE FROM on_hub WHERE hub = ?",
                    arguments: [Data(hub)]
                )
                try database.execute(sql: "DELETE FROM peer WHERE hub = ?", arguments: [Data(hub)])
                try database.execute(
                    sql: "DELETE FROM media_on_hub WHERE hub = ?",
                    arguments: [Data(hub)]
                )
                try Facts.remove("withheld \(hexadecimal(hub))", in: database)
            }
        }
    }

    /// Notes entries that a hub acknowledged.
    package func mark(_ entries: [EntryID], on peer: Peer) throws {
        try translating { try database.write { try peer.mark(entries, in: $0) } }
    }

    /// Takes back what a hub was said to have: it asked for it.
    package func unmark(_ entries: [EntryID], on hub: [UInt8]) throws {
        guard !entries.isEmpty else { return }
        try translating {
            try database.write { database in
                try forgetAcknowledged(in: database)
                for entry in entries {
                    try database.execute(
                        sql: "DELETE FROM on_hub WHERE hub = ? AND entry = ?",
                        arguments: [Data(hub), Data(entry.bytes.bytes)]
                    )
                }
            }
        }
    }

    /// Entries that a hub has not acknowledged, causes first, as many as fit; and how many in all.
    ///
    /// Those that it refused in this conversation are left out. O(entries after the first of them).
    package func outbox(
        for hub: [UInt8],
        limitBytes: Int,
        except refused: Set<EntryID> = []
    ) throws -> (entries: [Entry], count: Int) {
        try translating {
            try database.read { database in
                let rows = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT id, \(StoredBytes.columns) FROM entry WHERE arrival > ?
                        AND id NOT IN (SELECT entry FROM on_hub WHERE hub = ?) ORDER BY arrival
                        """,
                    arguments: [try acknowledged(by: hub, in: database), Data(hub)]
                )
                var (entries, total, count) = ([Entry](), 0, 0)
                while let row = try rows.next() {
                    let id = Bytes32(row["id"] as Data).map { EntryID($0) }
                    guard let id, !refused.contains(id) else { continue }
                    count += 1
                    guard total <= limitBytes, entries.count < 4_096 else { continue }
                    let bytes = try StoredBytes(row).whole
                    total += bytes.count
                    guard entries.isEmpty || total <= limitBytes else { continue }
                    entries.append(try Entry(stored: bytes))
                }
                return (entries, count)
            }
        }
    }
}
