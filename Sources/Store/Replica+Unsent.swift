import Foundation
import GRDB

// What a hub lacks, and how much only this device has. An exchange asks the one and a prompt the other
// after each line, so nearly nothing is read for it: up to which arrival all is on a hub, or on any, is
// remembered, and from session to session in steps.

extension Replica {
    private static let step = 1_024

    /// How many entries no hub has acknowledged.
    ///
    /// O(entries after the first of them).
    ///
    /// - Throws: `StoreError`.
    package func unsentCount() throws -> Int {
        try translating {
            try database.read { database in
                let isNowhere =
                    try Int.fetchOne(database, sql: "SELECT 1 FROM on_hub LIMIT 1") == nil
                guard !isNowhere else { return try Self.lastArrival(in: database) }
                return try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM entry
                        WHERE arrival > ? AND id NOT IN (SELECT entry FROM on_hub)
                        """,
                    arguments: [try acknowledged(by: nil, in: database)]
                ) ?? 0
            }
        }
    }

    /// Up to which arrival a hub has everything, or some hub where none is named.
    func acknowledged(by hub: [UInt8]?, in database: Database) throws -> Int {
        let last = try Self.lastArrival(in: database)
        let known = try acknowledged[hub ?? []] ?? Facts.number(Self.fact(hub), in: database)
        let first = try Int.fetchOne(
            database,
            sql: """
                SELECT arrival FROM entry WHERE arrival > ? AND id NOT IN
                (SELECT entry FROM on_hub\(hub == nil ? "" : " WHERE hub = ?"))
                ORDER BY arrival LIMIT 1
                """,
            arguments: StatementArguments([min(known, last)])
                + (hub.map { [Data($0)] } ?? [])
        )
        let arrival = first.map { $0 - 1 } ?? last
        acknowledged[hub ?? []] = arrival
        return arrival
    }

    /// Remembers for the next session up to where all is on a hub.
    func noteAcknowledged(in database: Database) throws {
        for (hub, arrival) in acknowledged {
            let name = Self.fact(hub.isEmpty ? nil : hub)
            guard try arrival >= Facts.number(name, in: database) + Self.step else { continue }
            try Facts.set(name, bytes(of: UInt64(arrival)), in: database)
        }
    }

    /// Forgets that, for marks are about to be taken away.
    func forgetAcknowledged(in database: Database) throws {
        acknowledged = [:]
        try database.execute(
            sql: "DELETE FROM fact WHERE substr(name, 1, length(?)) = ?",
            arguments: [Self.fact(nil), Self.fact(nil)]
        )
    }

    private static func lastArrival(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT max(arrival) FROM entry") ?? 0
    }

    private static func fact(_ hub: [UInt8]?) -> String {
        "acknowledged" + (hub.map { " \(hexadecimal($0))" } ?? "")
    }
}

extension Facts {
    /// A number inside a transaction; 0 where none is there.
    fileprivate static func number(_ name: String, in database: Database) throws -> Int {
        try bytes(name, in: database).map { Int(truncatingIfNeeded: Store.number($0)) } ?? 0
    }
}
