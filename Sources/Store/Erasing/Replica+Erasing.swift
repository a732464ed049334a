import GRDB
import Ledger
package import Newsroom
package import SyncProtocol

// A replica carries an order out in the transaction that brings it; then it reads everything anew,
// for whoever never saw the words has to come to the same state, and writes the database file anew,
// so that no page of it holds them.

extension Replica {
    private static let unfinished = "erasing"

    /// Entries whose payload was left out without an order that is known here.
    package func missingContent() -> [EntryID] { withoutContent.sorted() }

    /// What to ask a hub for, to fill them in.
    ///
    /// - Throws: `StoreError`.
    package func wantsOfMissingContent() throws -> [Want] {
        try missingContent().prefix(ExchangeQuestion.maximumWants).compactMap { id in
            try entry(id).map { entry in
                let before = entry.seq == 0 ? nil : entry.seq - 1
                return Want(log: entry.log, head: id, after: before)
            }
        }
    }

    /// How many entries the law took, and in how many of them the words are still here, because
    /// they do not give what the order says that they give.
    ///
    /// - Throws: `StoreError`.
    package func erasedCount() throws -> (all: Int, kept: Int) {
        try translating {
            try database.read { database in
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) AS "all", total(length(payload) > 0) AS kept
                        FROM erased JOIN entry ON entry.id = erased.entry
                        """
                )
                return (row?["all"] ?? 0, row?["kept"] ?? 0)
            }
        }
    }

    /// What stays of entries when the law takes their words, for an order.
    ///
    /// - Throws: `StoreError`. Entries whose words are not here are left out.
    package func skeletons(of entries: [EntryID]) throws -> [ErasedEntry] {
        let stored = StoredEntries(database: database)
        return try entries.compactMap { id in
            guard let entry = try stored.entry(id), let skeleton = entry.skeleton else {
                return nil
            }
            return ErasedEntry(entry: id, payload: entry.payloadHash, skeleton: skeleton)
        }
    }

    /// Carries out the orders in force among entries that were just folded.
    ///
    /// - Returns: whether there were any; then `finishErasing` has to follow.
    func carryOutOrders(of batch: [Entry], in database: Database) throws -> Bool {
        var isErasing = false
        for entry in batch {
            for (index, operation) in entry.operations.enumerated() {
                let name = OperationID(entry.id, index)
                guard case .orderErasure(let order) = operation,
                    newsroom.status(of: name) == .inForce
                else { continue }
                for erased in order.skeletons {
                    guard let taken = try StoredEntries.entry(erased.entry, in: database),
                        try erasures.take(erased, of: taken, by: name, in: database)
                    else { continue }
                    withoutContent.remove(erased.entry)
                    isErasing = true
                }
            }
        }
        if isErasing {
            // What others saved holds the words too, and so does what was folded of it.
            let needed = try NeededMedia(newsroom: newsroom, archive: archive).all().sorted()
            let earlier = try Facts.bytes(Self.unfinished, in: database) ?? []
            try ArchiveKeeper.forget(in: database)
            try Facts.set(Self.unfinished, earlier + needed.flatMap(\.bytes), in: database)
        }
        return isErasing
    }

    /// Reads everything anew, and leaves no trace of what was taken in the database's file.
    func finishErasing() throws {
        reload()
        if let failure { throw failure }
        try Self.finishErasing(in: database, of: newsroom, archive, media)
    }

    /// The same for a newsroom that was read; also after a crash in the middle of it.
    static func finishErasing(
        in database: DatabaseQueue,
        of newsroom: Newsroom,
        _ archive: StoredArchive?,
        _ media: Media
    ) throws {
        let facts = Facts(database: database)
        guard let before = try facts.bytes(unfinished) else { return }
        let needed = try NeededMedia(newsroom: newsroom, archive: archive).all()
            .union(NeededMedia.ofPrivateDrafts(in: database))
        for hash in Set(hashes(in: before)).subtracting(needed) { try media.remove(hash) }
        try translating {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
        try facts.remove(unfinished)
    }

    /// Fills in payloads that were missing, where they arrived.
    func fill(_ entries: [Entry]) throws {
        guard !entries.isEmpty else { return }
        try translating {
            try database.write { database in
                for entry in entries { try StoredEntries.fill(entry, in: database) }
                try ArchiveKeeper.forget(in: database)
            }
        }
        reload()
        if let failure { throw failure }
    }
}
