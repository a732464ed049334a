import Foundation
import GRDB
import Ledger
import Newsroom

/// The table of accepted entries: bytes as received, in the order of arrival.
struct StoredEntries {
    let database: DatabaseQueue

    /// Entries that arrived after number `arrival`, as many as fit.
    func after(_ arrival: Int, limitBytes: Int) throws -> [(arrival: Int, bytes: [UInt8])] {
        try translating {
            try database.read { database in
                let rows = try Row.fetchCursor(
                    database,
                    sql:
                        "SELECT arrival, \(StoredBytes.columns) FROM entry WHERE arrival > ? ORDER BY arrival",
                    arguments: [arrival]
                )
                var found: [(arrival: Int, bytes: [UInt8])] = []
                var total = 0
                while let row = try rows.next() {
                    let bytes = try StoredBytes(row).whole
                    total += bytes.count
                    if !found.isEmpty, total > limitBytes { break }
                    found.append((row["arrival"], bytes))
                }
                return found
            }
        }
    }

    /// The number of the newest arrival.
    func lastArrival() throws -> Int {
        try translating {
            try database.read { try Int.fetchOne($0, sql: "SELECT max(arrival) FROM entry") ?? 0 }
        }
    }

    /// One entry; nil where it is not here.
    func entry(_ id: EntryID) throws -> Entry? {
        try translating { try database.read { try Self.entry(id, in: $0) } }
    }

    /// The same inside a transaction.
    static func entry(_ id: EntryID, in database: Database) throws -> Entry? {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT \(StoredBytes.columns) FROM entry WHERE id = ?",
            arguments: [Data(id.bytes.bytes)]
        )
        return try row.map { try Entry(stored: StoredBytes($0).whole) }
    }

    /// The last entry of a log; nil where nothing of it is here.
    func newest(of log: LogID) throws -> (id: EntryID, seq: UInt64)? {
        let row = try translating {
            try database.read { database in
                try Row.fetchOne(
                    database,
                    sql: """
                        SELECT id, seq FROM entry WHERE log = (SELECT number FROM log WHERE id = ?)
                        ORDER BY seq DESC, arrival DESC LIMIT 1
                        """,
                    arguments: [Data(log.bytes.bytes)]
                )
            }
        }
        guard let row, let id = Bytes32(row["id"] as Data) else { return nil }
        return (EntryID(id), UInt64(row["seq"] as Int))
    }

    /// The newest place of a log; nil where nothing of it is here.
    func last(of log: LogID) throws -> Int? {
        try translating {
            try database.read { database in
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT max(seq) FROM entry
                        WHERE log = (SELECT number FROM log WHERE id = ?)
                        """,
                    arguments: [Data(log.bytes.bytes)]
                )
            }
        }
    }

    /// Adds an accepted entry inside a transaction.
    static func insert(_ entry: Entry, at now: Moment, into database: Database) throws {
        let log = Data(entry.log.bytes.bytes)
        if entry.seq == 0 { try database.run("INSERT OR IGNORE INTO log(id) VALUES (?)", [log]) }
        let bytes = StoredBytes(entry)
        try database.run(
            """
            INSERT INTO entry(id, log, seq, header, payload, unpacked, received_at)
            VALUES (?, (SELECT number FROM log WHERE id = ?), ?, ?, ?, ?, ?)
            """,
            [
                Data(entry.id.bytes.bytes), log, Int64(entry.seq), bytes.header, bytes.payload,
                bytes.unpacked, now.milliseconds,
            ]
        )
    }

    /// Reads back what was just added, and compares (ledger.md 12).
    ///
    /// - Throws: `StoreError.failing` where it is not what was written.
    static func readBack(_ entry: Entry, from database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT \(StoredBytes.columns) FROM entry WHERE arrival = ?"
        )
        let row = try Row.fetchOne(statement, arguments: [database.lastInsertedRowID])
        guard let row, try StoredBytes(row).whole == entry.bytes else { throw StoreError.failing }
    }
}

extension Database {
    /// Executes a statement that is prepared once and kept.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Entry {
    /// What later entries need to know of this one.
    var cause: EntryCause {
        EntryCause(author: author, incarnation: incarnation, seq: seq, lamport: lamport)
    }
}
