import Foundation
import GRDB
import Ledger
import Newsroom
import SyncProtocol

extension Replica {
    /// Says in this device's log that its whole past is on a hub, after each day on which it wrote
    /// (ledger.md 7.6).
    ///
    /// To be called where an exchange with the hub ended in agreement: then all that is here
    /// arrived there before the cursor.
    ///
    /// - Returns: whether an entry was written.
    /// - Throws: `StoreError`.
    package func testify(to peer: Peer) throws -> Bool {
        guard member != nil, owesTestimony(on: peer.hub), let cursor = Cursor(peer.cursor) else {
            return false
        }
        let life = fromHexadecimal(cursor.epoch)
        guard life.count == 16 else { return false }
        let mark = LogMark(hub: peer.hub, epoch: life, number: cursor.number)
        try commit { _, _ in [.markHub(mark)] }
        return true
    }

    /// Whether this log's newest entry is a day younger than what it said of a hub last, or than
    /// its beginning.
    ///
    /// By its own times alone, so that nobody's clock makes it talk.
    private func owesTestimony(on hub: [UInt8]) -> Bool {
        guard let last, let newest = newsroom.entry(last.id) else { return false }
        let yesterday = newest.claimed.milliseconds - 86_400_000
        var entry = newest
        while entry.claimed.milliseconds > yesterday {
            for case .markHub(let mark) in entry.operations where mark.hub == hub { return false }
            guard let before = entry.prev.flatMap(newsroom.entry) else { return false }
            entry = before
        }
        return true
    }

    /// What hubs were found to keep back, by hub.
    ///
    /// - Throws: `StoreError`.
    package func withholdings() throws -> [Withholding] {
        try translating {
            try database.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT url, value FROM fact
                        JOIN peer ON name = 'withheld ' || lower(hex(hub)) ORDER BY name
                        """
                )
            }
        }.compactMap { row in
            let value = Array(row["value"] as Data)
            guard value.count == 40, let id = Bytes32(Array(value[..<32])) else { return nil }
            return Withholding(
                url: row["url"],
                witness: EntryID(id),
                label: label(of: EntryID(id)),
                count: Int(number(Array(value[32...])))
            )
        }
    }

    private func label(of entry: EntryID) -> String {
        let device = newsroom.entry(entry).flatMap { newsroom.view.devices[$0.device] }
        return device?.label ?? "a device"
    }

    /// Holds what colleagues say of hubs against what these gave to us: entries that came another
    /// way, though the hub had them before our cursor there, were kept back.
    ///
    /// `peer` is from where they came: what a hub gives itself it did not keep back.
    func holdAgainstHubs(_ entries: [Entry], from peer: Peer?) throws {
        for entry in entries {
            for case .markHub(let mark) in entry.operations where mark.hub != peer?.hub {
                let hidden = try hidden(by: mark, below: entry.id)
                guard hidden > 0 else { continue }
                try Facts(database: database).set(
                    "withheld \(hexadecimal(mark.hub))",
                    entry.id.bytes.bytes + bytes(of: UInt64(hidden))
                )
            }
        }
    }

    /// How many entries of a past a hub had before our cursor and never gave us.
    private func hidden(by mark: LogMark, below entry: EntryID) throws -> Int {
        guard let cursor = Cursor(try peer(mark.hub, url: "").cursor),
            cursor.epoch == hexadecimal(mark.epoch), cursor.number >= mark.number
        else { return 0 }
        return try unmarked(on: mark.hub).count { newsroom.isSeen($0, by: entry) }
    }

    private func unmarked(on hub: [UInt8]) throws -> [EntryID] {
        let sql = "SELECT id FROM entry WHERE id NOT IN (SELECT entry FROM on_hub WHERE hub = ?)"
        return try translating {
            try database.read { try Data.fetchAll($0, sql: sql, arguments: [Data(hub)]) }
        }.compactMap { Bytes32($0).map { EntryID($0) } }
    }
}
