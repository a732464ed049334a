import Foundation
import GRDB
package import Newsroom

// Which pictures are needed is read off the stories, and listed beside their drafts: what is needed
// and not here is fetched, what is here and needed is offered to hubs, and what a hub has that no
// story needs it may drop. Private drafts are nobody else's business, and so are their pictures.

extension Replica {
    /// The pictures that are here.
    package nonisolated var media: Media { Media(of: folder) }

    /// The pictures that stories need, ascending.
    ///
    /// - Throws: `StoreError`.
    package func neededMedia() throws -> [Bytes32] {
        try translating { try database.read { try Projection.neededMedia(in: $0) } }.sorted()
    }

    /// The pictures that each draft needs, with its story.
    func mediaByStory() throws -> [(story: StoryID, media: [Bytes32])] {
        try translating {
            try database.read { database in
                let sql = "SELECT story, media FROM draft WHERE media <> x''"
                return try GRDB.Row.fetchAll(database, sql: sql).compactMap { row in
                    Bytes32(row["story"] as Data).map { (StoryID($0), hashes(in: row["media"])) }
                }
            }
        }
    }

    /// The pictures that stories need and that are not here, ascending.
    ///
    /// - Throws: `StoreError`.
    package func missingMedia() throws -> [Bytes32] {
        try neededMedia().filter { !media.contains($0) }
    }

    /// The pictures that stories need, that are here, and that a hub is not known to have.
    ///
    /// - Throws: `StoreError`.
    package func mediaToOffer(to hub: [UInt8]) throws -> [Bytes32] {
        let known = try translating {
            try database.read { database in
                try Data.fetchAll(
                    database,
                    sql: "SELECT hash FROM media_on_hub WHERE hub = ?",
                    arguments: [Data(hub)]
                )
            }
        }.reduce(into: Set<Bytes32>()) { $0.formUnion(hashes(in: $1)) }
        return try neededMedia().filter { !known.contains($0) && media.contains($0) }
    }

    /// Notes that a hub has a picture.
    ///
    /// - Throws: `StoreError`.
    package func markMedia(_ hash: Bytes32, on hub: [UInt8]) throws {
        try translating {
            try database.write { database in
                try database.run(
                    "INSERT OR IGNORE INTO media_on_hub(hub, hash) VALUES (?, ?)",
                    [Data(hub), Data(hash.bytes)]
                )
            }
        }
    }

    /// Lists the pictures of a newsroom that was written before they were listed.
    static func listMedia(in database: DatabaseQueue, _ newsroom: Newsroom) throws {
        let (facts, listed) = (Facts(database: database), "media-listed")
        guard try facts.bytes(listed) == nil else { return }
        try translating {
            try database.write { database in
                try Projection.rebuild(from: newsroom.view, in: database)
                try Facts.set(listed, [], in: database)
            }
        }
    }
}

extension Projection {
    /// The pictures that stories need, as they are listed.
    static func neededMedia(in database: Database) throws -> Set<Bytes32> {
        let sql = "SELECT DISTINCT media FROM draft WHERE media <> x''"
        return try Data.fetchAll(database, sql: sql).reduce(into: []) {
            $0.formUnion(hashes(in: $1))
        }
    }

    /// The pictures that are listed and that no story needs any more, nor a private draft.
    static func mediaNeededNoMore(_ view: View, in database: Database) throws -> Set<Bytes32> {
        var needed = Set(rows(of: view).flatMap { hashes(in: $0.media) })
        for row in try GRDB.Row.fetchAll(database, sql: "SELECT * FROM private_draft") {
            let fields = try? CanonicalDocument(parsing: Array((row["fields"] as String).utf8))
            let document = CanonicalDocument(fields: fields?.fields ?? [:], body: row["body"])
            needed.formUnion(document.media)
        }
        return try neededMedia(in: database).subtracting(needed)
    }
}

/// Hashes that stand one behind the other.
private func hashes(in bytes: Data) -> [Bytes32] {
    let bytes = Array(bytes)
    return stride(from: 0, to: bytes.count - bytes.count % 32, by: 32).compactMap { place in
        Bytes32(bytes[place..<(place + 32)])
    }
}
