import GRDB

extension Replica {
    /// Moves everything into the database file and gives back what is free in it.
    ///
    /// - Throws: `StoreError`; nothing is lost where that fails.
    package func compact() throws {
        try translating {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }
}
