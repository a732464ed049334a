import Foundation
import GRDB
package import Ledger
package import Newsroom

extension Replica {
    /// An entry as it is stored; nil where it is not here.
    package func entry(_ id: EntryID) throws -> Entry? {
        try StoredEntries(database: database).entry(id)
    }

    /// The chain of a head above a place, causes first; empty where the head is not here.
    package func chain(to head: EntryID, after place: UInt64?) -> [EntryID] {
        var chain: [EntryID] = []
        var next: EntryID? = head
        while let id = next, let entry = newsroom.entry(id), place.map({ entry.seq > $0 }) ?? true {
            chain.append(id)
            next = entry.prev
        }
        return chain.reversed()
    }

    /// Sets the marks by what a hub says of the buckets in which it differs, and tells which of its
    /// heads are not here.
    ///
    /// What lies at or below one of its heads is on it, and so is everything in the other buckets.
    /// In a log of which it has a head that is not here, the marks stay until that is fetched.
    ///
    /// - Throws: `StoreError`.
    package func reconcile(
        buckets: [Int],
        heads: [LogHeads.Item],
        on peer: Peer
    ) throws -> [LogHeads.Item] {
        let differing = Set(buckets)
        let theirs = Dictionary(grouping: heads, by: \.log)
        let logs = Set(frontier.items.map(\.log))
        try translating {
            try database.write { database in
                try forgetAcknowledged(in: database)
                for log in logs {
                    let isSame = !differing.contains(Int(log.bytes.bytes[0]))
                    let known = isSame ? frontier.heads(of: log) : theirs[log]?.map(\.head) ?? []
                    guard known.allSatisfy({ newsroom.contains($0) }) else { continue }
                    try Self.clearMarks(of: log, on: peer, in: database)
                    let below = known.flatMap { chain(to: $0, after: nil) }
                    try peer.mark(below, in: database)
                }
                try peer.mark([], in: database)
            }
        }
        return heads.filter { !newsroom.contains($0.head) }
    }

    private static func clearMarks(of log: LogID, on peer: Peer, in database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM on_hub WHERE hub = ?
                AND entry IN (
                    SELECT entry.id FROM entry JOIN log ON log.number = entry.log
                    WHERE log.id = ?)
                """,
            arguments: [Data(peer.hub), Data(log.bytes.bytes)]
        )
    }
}
