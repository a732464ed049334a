import Foundation
import GRDB
import Newsroom

/// The few named values of a replica.
struct Facts {
    let database: DatabaseQueue

    func bytes(_ name: String) throws -> [UInt8]? {
        try translating {
            try database.read { try Self.bytes(name, in: $0) }
        }
    }

    func identifier<ID: Identifier>(_ name: String, _: ID.Type) throws -> ID? {
        try bytes(name).flatMap { Bytes32($0) }.map { ID($0) }
    }

    func number(_ name: String) throws -> UInt64? {
        try bytes(name).map { Store.number($0) }
    }

    func text(_ name: String) throws -> String? {
        try bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    func set(_ name: String, _ value: [UInt8]) throws { try set([name: value]) }

    /// A value inside a transaction.
    static func bytes(_ name: String, in database: Database) throws -> [UInt8]? {
        try Data.fetchOne(
            database,
            sql: "SELECT value FROM fact WHERE name = ?",
            arguments: [name]
        ).map { Array($0) }
    }

    /// Sets a value inside a transaction.
    static func set(_ name: String, _ value: [UInt8], in database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO fact(name, value) VALUES (?, ?)",
            arguments: [name, Data(value)]
        )
    }

    /// The values whose names begin so, in the order of the names.
    func values(named beginning: String) throws -> [[UInt8]] {
        try translating {
            try database.read { database in
                try Data.fetchAll(
                    database,
                    sql: "SELECT value FROM fact WHERE substr(name, 1, ?) = ? ORDER BY name",
                    arguments: [beginning.count, beginning]
                ).map { Array($0) }
            }
        }
    }

    func remove(_ name: String) throws {
        try translating { try database.write { try Self.remove(name, in: $0) } }
    }

    /// Removes a value inside a transaction.
    static func remove(_ name: String, in database: Database) throws {
        try database.execute(sql: "DELETE FROM fact WHERE name = ?", arguments: [name])
    }

    /// Sets several values in one transaction.
    func set(_ values: [String: [UInt8]]) throws {
        try translating {
            try database.write { database in
                for (name, value) in values { try Self.set(name, value, in: database) }
            }
        }
    }
}
