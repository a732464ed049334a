import Foundation
import GRDB
package import Newsroom

// Which pictures are needed is read off the stories, and listed in the archive: what is needed
// and not here is fetched, what is here and needed is offered to hubs, and what a hub has that no
// story needs it may drop. Private drafts are nobody else's business, and so are their pictures.
// The theme of the site goes the same way as pictures.

extension Replica {
    /// The pictures that are here.
    package nonisolated var media: Media { Media(of: folder) }

    /// The pictures that stories need, and the site's theme, ascending.
    ///
    /// It is read once for as long as no entry comes and nothing is read anew.
    ///
    /// - Throws: `StoreError`.
    package func neededMedia() throws -> [Bytes32] {
        if let known = neededWhen, known.count == newsroom.count { return known.media }
        let media = try NeededMedia(newsroom: newsroom, archive: archive).all().sorted()
        neededWhen = (newsroom.count, media)
        return media
    }

    /// The pictures that each story needs.
    func mediaByStory() throws -> [(story: StoryID, media: [Bytes32])] {
        try NeededMedia(newsroom: newsroom, archive: archive).byStory()
    }

    /// Of what stories and the site need, what is not here, ascending.
    ///
    /// - Throws: `StoreError`.
    package func missingMedia() throws -> [Bytes32] {
        try neededMedia().filter { !media.contains($0) }
    }

    /// Of what stories and the site need, what is here and a hub is not known to have.
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
        }.reduce(into: Set<Bytes32>()) { $0.formUnion(hashes(in: Array($1))) }
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
}
