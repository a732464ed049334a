import Foundation
import GRDB
import Ledger
import Newsroom

/// What the law took: for each entry the skeleton that every replica reads instead (ledger.md 4.3).
struct Erasures: Sendable {
    private struct Left {
        let order: OperationID
        let skeleton: [UInt8]
    }

    private var left: [EntryID: Left] = [:]

    /// Nothing was taken.
    init() {}

    /// Reads what was taken before.
    init(in database: Database) throws {
        for row in try Row.fetchAll(database, sql: "SELECT * FROM erased") {
            guard let entry = Bytes32(row["entry"] as Data), let order = Bytes32(row["by"] as Data)
            else { continue }
            left[EntryID(entry)] = Left(
                order: OperationID(EntryID(order), row["place"]),
                skeleton: Array(row["skeleton"] as Data)
            )
        }
    }

    /// The entry as it is to be read.
    func read(_ entry: Entry) -> Entry {
        left[entry.id].map { entry.erased(to: $0.skeleton) } ?? entry
    }

    /// Whether an order took it.
    func contains(_ entry: EntryID) -> Bool { left[entry] != nil }

    /// Takes an entry's words by an order; of two orders the lower counts.
    ///
    /// The payload stays where it does not give the skeleton: somebody should look at it.
    ///
    /// - Returns: whether anything changed.
    mutating func take(
        _ erased: ErasedEntry,
        of entry: Entry,
        by order: OperationID,
        in database: Database
    ) throws -> Bool {
        guard entry.payloadHash == erased.payload,
            left[entry.id].map({ order < $0.order }) ?? true
        else { return false }
        left[entry.id] = Left(order: order, skeleton: erased.skeleton)
        try database.run(
            """
            INSERT OR REPLACE INTO erased(entry, by, place, skeleton) VALUES (?, ?, ?, ?)
            """,
            [
                Data(entry.id.bytes.bytes), Data(order.entry.bytes.bytes), order.index,
                Data(erased.skeleton),
            ]
        )
        if entry.skeleton == erased.skeleton {
            try StoredEntries.dropPayload(of: entry.id, from: database)
        }
        return true
    }
}

extension StoredEntries {
    /// Takes a payload out of the table of entries.
    static func dropPayload(of entry: EntryID, from database: Database) throws {
        try database.run(
            "UPDATE entry SET payload = x'', unpacked = NULL WHERE id = ?",
            [Data(entry.bytes.bytes)]
        )
    }

    /// Puts a payload where it was missing.
    static func fill(_ entry: Entry, in database: Database) throws {
        let bytes = StoredBytes(entry)
        try database.run(
            "UPDATE entry SET payload = ?, unpacked = ? WHERE id = ?",
            [bytes.payload, bytes.unpacked, Data(entry.id.bytes.bytes)]
        )
    }
}
