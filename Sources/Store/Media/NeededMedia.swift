import Foundation
import GRDB
import Newsroom

/// The files that stories need, their pictures, as the archive lists them and as what changed since
/// is; and the one that the whole newsroom needs, its theme.
struct NeededMedia {
    let newsroom: Newsroom
    let archive: StoredArchive?

    /// All of them.
    func all() throws -> Set<Bytes32> {
        let theme = newsroom.view.theme
        return Set(try byStory().flatMap(\.media)).union(theme.map { [$0] } ?? [])
    }

    /// Those of each story that needs any.
    func byStory() throws -> [(story: StoryID, media: [Bytes32])] {
        let changed = newsroom.storiesToArchive
        let fresh = changed.map { (story: $0, media: newsroom.view.media(of: $0)) }
        guard let archive else { return fresh.filter { !$0.media.isEmpty } }
        let listed = try archive.answer { try ArchivedPictures.all(in: $0) }
        let aside = Set(changed)
        return listed.filter { !aside.contains($0.story) } + fresh.filter { !$0.media.isEmpty }
    }

    /// Those that private drafts name.
    static func ofPrivateDrafts(in database: DatabaseQueue) throws -> Set<Bytes32> {
        let rows = try translating {
            try database.read {
                try Row.fetchAll($0, sql: "SELECT fields, body FROM private_draft")
            }
        }
        return rows.reduce(into: []) { needed, row in
            let fields = try? CanonicalDocument(parsing: Array((row["fields"] as String).utf8))
            let document = CanonicalDocument(fields: fields?.fields ?? [:], body: row["body"])
            needed.formUnion(document.media)
        }
    }
}

/// The table of the pictures that stories need.
enum ArchivedPictures {
    /// Those of each story.
    static func all(in database: Database) throws -> [(story: StoryID, media: [Bytes32])] {
        let rows = try Row.fetchAll(database, sql: "SELECT story, hash FROM picture")
        let pairs = rows.compactMap { row -> (StoryID, Bytes32)? in
            guard let story = Bytes32(row["story"] as Data), let hash = Bytes32(row["hash"] as Data)
            else { return nil }
            return (StoryID(story), hash)
        }
        return Dictionary(grouping: pairs, by: \.0).map { ($0.key, $0.value.map(\.1)) }
    }

    /// Writes a story's in place of what was there.
    static func write(_ media: [Bytes32], of story: StoryID, into database: Database) throws {
        try database.run("DELETE FROM picture WHERE story = ?", [Data(story.bytes.bytes)])
        for hash in media {
            try database.run(
                "INSERT INTO picture(story, hash) VALUES (?, ?)",
                [Data(story.bytes.bytes), Data(hash.bytes)]
            )
        }
    }
}

/// Hashes that stand one behind the other.
func hashes(in bytes: [UInt8]) -> [Bytes32] {
    stride(from: 0, to: bytes.count - bytes.count % 32, by: 32).compactMap { place in
        Bytes32(bytes[place..<(place + 32)])
    }
}
