import Foundation
import GRDB

/// The database of a replica: its pragmas and its tables (ledger.md 12).
enum Schema {
    /// Opens the database with one connection that writes, and brings its tables up to date.
    ///
    /// - Throws: `StoreError.newer` where a newer Stet wrote it, `StoreError.damaged`, and
    ///   `StoreError.disk`, also where the disk cannot promise that what is written stays.
    static func open(_ file: URL, limitBytes: Int? = nil) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA foreign_keys = ON")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
            try database.execute(sql: "PRAGMA mmap_size = 0")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // What the law takes is to leave no trace in free pages.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            if let limitBytes {
                let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4_096
                // The pragma answers with a row; an INSERT-like call would leave it unread.
                _ = try Int.fetchOne(
                    database,
                    sql: "PRAGMA max_page_count = \(max(1, limitBytes / pageSize))"
                )
            }
        }
        return try translating {
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            guard try !queue.read(migrator.hasBeenSuperseded) else { throw StoreError.newer }
            let durability = try queue.read { try Durability(of: $0) }
            guard durability == .full else {
                throw StoreError.disk("this disk cannot keep what it was given")
            }
            try migrator.migrate(queue)
            return queue
        }
    }

    /// Opens a second connection, which writes nothing.
    static func reader(_ file: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
            try database.execute(sql: "PRAGMA mmap_size = 0")
            // In KiB: lists and searches look at a few thousand pages, often the same.
            try database.execute(sql: "PRAGMA cache_size = -16384")
        }
        return try translating {
            try DatabaseQueue(path: file.path, configuration: configuration)
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: first)
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: second)
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: third)
        }
        migrator.registerMigration("4") { database in
            try database.execute(sql: fourth)
        }
        migrator.registerMigration("media") { database in
            try database.execute(sql: media)
        }
        migrator.registerMigration("listing") { database in
            try database.execute(sql: listing)
        }
        return migrator
    }

    private static let first = """
        CREATE TABLE fact(name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT;
        CREATE TABLE entry(
            arrival INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE, log BLOB NOT NULL, seq INTEGER NOT NULL,
            header BLOB NOT NULL, payload BLOB NOT NULL, received_at INTEGER NOT NULL) STRICT;
        CREATE INDEX entry_by_log ON entry(log, seq);
        CREATE TABLE pending(id BLOB PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE refused(
            at INTEGER NOT NULL, code TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE peer(
            hub BLOB PRIMARY KEY NOT NULL, url TEXT NOT NULL, cursor TEXT NOT NULL) STRICT;
        CREATE TABLE on_hub(
            hub BLOB NOT NULL, entry BLOB NOT NULL, PRIMARY KEY(hub, entry)) STRICT, WITHOUT ROWID;
        CREATE TABLE private_draft(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            slug TEXT NOT NULL UNIQUE, fields TEXT NOT NULL, body TEXT NOT NULL) STRICT;
        CREATE TABLE draft(
            id BLOB PRIMARY KEY NOT NULL, story BLOB NOT NULL, slug TEXT NOT NULL,
            status TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
        """

    /// Smaller, with fewer pages to write for an entry: logs have numbers, a payload may be packed,
    /// and what is found by its key alone has no second tree.
    private static let second = """
        CREATE TABLE log(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;
        INSERT INTO log(id) SELECT log FROM entry GROUP BY log ORDER BY min(arrival);
        ALTER TABLE entry RENAME TO entry_1;
        CREATE TABLE entry(
            arrival INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE, log INTEGER NOT NULL REFERENCES log(number),
            seq INTEGER NOT NULL, header BLOB NOT NULL, payload BLOB NOT NULL,
            unpacked INTEGER, received_at INTEGER NOT NULL) STRICT;
        INSERT INTO entry
            SELECT arrival, entry_1.id, log.number, seq, header, payload, NULL, received_at
            FROM entry_1 JOIN log ON log.id = entry_1.log;
        DROP TABLE entry_1;
        CREATE INDEX entry_by_log ON entry(log, seq);
        ALTER TABLE draft RENAME TO draft_1;
        CREATE TABLE draft(
            id BLOB PRIMARY KEY NOT NULL, story BLOB NOT NULL, slug TEXT NOT NULL,
            status TEXT NOT NULL, hash BLOB NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO draft SELECT * FROM draft_1;
        DROP TABLE draft_1;
        CREATE TABLE seen(
            draft BLOB PRIMARY KEY NOT NULL, hash BLOB NOT NULL, document BLOB NOT NULL,
            entries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// The archive of the fold (docs/decisions/0601).
    private static let fourth = """
        DROP TABLE draft;
        CREATE TABLE fold(arrival INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT;
        CREATE TABLE story(
            id BLOB PRIMARY KEY NOT NULL, name TEXT, points BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX story_by_name ON story(name);
        CREATE TABLE step(
            number INTEGER NOT NULL, entry BLOB NOT NULL, place INTEGER NOT NULL,
            story BLOB NOT NULL, slug TEXT, PRIMARY KEY(number, entry, place))
            STRICT, WITHOUT ROWID;
        CREATE INDEX step_by_story ON step(story);
        CREATE INDEX step_by_slug ON step(slug);
        CREATE TABLE card(
            draft BLOB PRIMARY KEY NOT NULL, story BLOB NOT NULL, done_at INTEGER,
            items INTEGER NOT NULL, card BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX card_by_story ON card(story);
        CREATE INDEX card_by_end ON card(done_at);
        CREATE INDEX card_by_items ON card(items) WHERE items > 0;
        CREATE TABLE document(
            id INTEGER PRIMARY KEY, draft BLOB NOT NULL UNIQUE, story BLOB NOT NULL,
            name TEXT NOT NULL, text BLOB NOT NULL, unpacked INTEGER) STRICT;
        CREATE INDEX document_by_story ON document(story);
        CREATE VIRTUAL TABLE words USING fts5(
            text, content = '', tokenize = 'unicode61 remove_diacritics 0', detail = full);
        """

    /// The news list finds what a section, a status or a part of a name means without its cards; the
    /// archive is made anew under another version of its keeper.
    private static let listing = """
        DROP TABLE card;
        CREATE TABLE card(
            draft BLOB PRIMARY KEY NOT NULL, story BLOB NOT NULL, done_at INTEGER,
            section TEXT NOT NULL, status TEXT NOT NULL, name TEXT NOT NULL,
            items INTEGER NOT NULL, card BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX card_by_story ON card(story, done_at);
        CREATE INDEX card_by_end ON card(done_at, section, status, name);
        CREATE INDEX card_by_items ON card(items) WHERE items > 0;
        """

    /// What the law took, by the lowest order that took it.
    private static let third = """
        CREATE TABLE erased(
            entry BLOB PRIMARY KEY NOT NULL, by BLOB NOT NULL, place INTEGER NOT NULL,
            skeleton BLOB NOT NULL) STRICT;
        """

    /// Which pictures a story needs, and which pictures a hub has.
    private static let media = """
        CREATE TABLE picture(
            story BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(story, hash))
            STRICT, WITHOUT ROWID;
        CREATE TABLE media_on_hub(
            hub BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(hub, hash)) STRICT, WITHOUT ROWID;
        """
}

/// What the connection promises about a committed transaction.
package struct Durability: Sendable, Hashable {
    /// How changes reach the file.
    package let journal: String
    /// What is forced to disk at a commit; 2 is everything.
    package let synchronous: Int

    /// A write-ahead log, forced to disk at every commit.
    package static let full = Durability(journal: "wal", synchronous: 2)

    private init(journal: String, synchronous: Int) {
        self.journal = journal
        self.synchronous = synchronous
    }

    /// Reads back what the connection does, whatever it was asked for.
    init(of database: Database) throws {
        journal = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
        synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
    }
}

/// Runs database work and turns SQLite's failures into sentences of ours, without story text.
func translating<Value>(_ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as DatabaseError {
        switch error.resultCode {
        case .SQLITE_FULL: throw StoreError.disk("the disk is full")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            throw StoreError.disk("the folder is read-only")
        case .SQLITE_IOERR: throw StoreError.failing
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw StoreError.damaged("not a sound database")
        default: throw StoreError.disk("database error \(error.resultCode.rawValue)")
        }
    }
}
