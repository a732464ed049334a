import GRDB

// How much only this device has. A prompt asks that after each line, so nearly nothing is read for
// it: up to which arrival all is on a hub is remembered, and from session to session in steps.

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
                let last = try Int.fetchOne(database, sql: "SELECT max(arrival) FROM entry") ?? 0
                let isNowhere =
                    try Int.fetchOne(database, sql: "SELECT 1 FROM on_hub LIMIT 1") == nil
                guard !isNowhere else { return last }
                let known = try acknowledged ?? Facts.number(Self.fact, in: database)
                let first = try Int.fetchOne(
                    database,
                    sql: """
                        SELECT arrival FROM entry WHERE arrival > ?
                        AND id NOT IN (SELECT entry FROM on_hub) ORDER BY arrival LIMIT 1
                        """,
                    arguments: [min(known, last)]
                )
                acknowledged = first.map { $0 - 1 } ?? last
                return try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM entry
                        WHERE arrival > ? AND id NOT IN (SELECT entry FROM on_hub)
                        """,
                    arguments: [acknowledged]
                ) ?? 0
            }
        }
    }

    /// Remembers for the next session up to where all is on a hub.
    func noteAcknowledged(in database: Database) throws {
        guard let acknowledged else { return }
        let known = try Facts.number(Self.fact, in: database)
        guard acknowledged >= known + Self.step else { return }
        try Facts.set(Self.fact, bytes(of: UInt64(acknowledged)), in: database)
    }

    /// Forgets that, for marks are about to be taken away.
    func forgetAcknowledged(in database: Database) throws {
        acknowledged = 0
        try Facts.remove(Self.fact, in: database)
    }

    private static let fact = "acknowledged"
}

extension Facts {
    /// A number inside a transaction; 0 where none is there.
    fileprivate static func number(_ name: String, in database: Database) throws -> Int {
        try bytes(name, in: database).map { Int(truncatingIfNeeded: Store.number($0)) } ?? 0
    }
}
