import Foundation
import GRDB
import Ledger
import Newsroom

/// The table of what folding each entry found; an entry's place is one below its arrival.
enum ArchivedEntries {
    /// What folding the entry at a place found, with the entry; nil where it is not there.
    static func entry(
        at place: Int,
        _ erasures: Erasures,
        in database: Database
    ) throws -> ArchivedEntry? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(StoredBytes.columns), record FROM entry
                JOIN fold ON fold.arrival = entry.arrival WHERE entry.arrival = ?
                """
        )
        guard let row = try Row.fetchOne(statement, arguments: [place + 1]) else { return nil }
        let entry = erasures.read(try Entry(stored: StoredBytes(row).whole))
        let record = try ArchivedRecord(bytes: unsealed(Array(row["record"] as Data)))
        guard record.verdicts.count == entry.operations.count else { return nil }
        return ArchivedEntry(entry.factsOfArchive, at: place, record)
    }

    /// The place of an entry; nil where it is not there.
    static func place(of entry: EntryID, in database: Database) throws -> Int? {
        let statement = try database.cachedStatement(sql: "SELECT arrival FROM entry WHERE id = ?")
        return try Int.fetchOne(statement, arguments: [Data(entry.bytes.bytes)]).map { $0 - 1 }
    }

    /// The places of all entries of a log, ascending.
    static func places(of log: LogID, in database: Database) throws -> [Int] {
        try Int.fetchAll(
            database,
            sql: """
                SELECT arrival - 1 FROM entry
                WHERE log = (SELECT number FROM log WHERE id = ?) ORDER BY arrival
                """,
            arguments: [Data(log.bytes.bytes)]
        )
    }

    /// Writes what folding the entry at a place found.
    static func write(_ record: ArchivedRecord, at place: Int, into database: Database) throws {
        try database.run(
            "INSERT OR REPLACE INTO fold(arrival, record) VALUES (?, ?)",
            [place + 1, Data(sealed(record.bytes))]
        )
    }
}
