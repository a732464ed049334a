import Foundation
import GRDB
import Ledger
import Newsroom
import Signing

/// Opens the archive of a newsroom, and brings it up to date (docs/decisions/0601).
///
/// The archive is a cache of the fold: what is missing in it is folded again, and one of another
/// version, or one that cannot be read, is forgotten and made anew.
struct ArchiveKeeper {
    /// Rises with whatever changes what an archive holds or what the fold makes of an entry.
    static let version: UInt8 = 2

    let database: DatabaseQueue
    let reader: DatabaseQueue
    /// Whether news lists and searches are asked for here.
    let isListing: Bool
    /// So many entries may lie in memory before they are archived.
    let stretch: Int
    /// So many that were stored since make an archive worth writing at a start, where somebody waits.
    var tailAtStart: Int { min(64, stretch) }
    /// The same while nobody waits: each story in the tail costs the next start a millisecond.
    var tailAtRest: Int { min(16, stretch) }

    /// The newsroom of the archive; of no entries where there is none that can be read.
    func open(
        _ erasures: Erasures
    ) throws -> (newsroom: Newsroom, archive: StoredArchive?, withoutContent: Set<EntryID>) {
        // Without a head there is nothing to forget, and a start writes nothing.
        guard let bytes = try Facts(database: database).bytes(ArchiveHead.name) else {
            return (Newsroom(digest: digest), nil, [])
        }
        let stored = try StoredEntries(database: database).lastArrival()
        if let head = ArchiveHead(bytes: bytes), head.count <= stored {
            let archive = StoredArchive(of: head.count, in: reader, erasures)
            let newsroom = Newsroom(head.frame, in: archive, digest: digest)
            if archive.failure == nil { return (newsroom, archive, head.withoutContent) }
        }
        try forget()
        return (Newsroom(digest: digest), nil, [])
    }

    /// The same newsroom with all its entries in an archive; nil where that could not be written,
    /// for then it stays as it is.
    func archive(
        _ newsroom: Newsroom,
        after old: StoredArchive?,
        _ withoutContent: Set<EntryID>,
        _ erasures: Erasures
    ) -> (Newsroom, StoredArchive)? {
        let frame = newsroom.archivedFrame
        let head = ArchiveHead(count: newsroom.count, frame: frame, withoutContent: withoutContent)
        do {
            try translating {
                try database.write { database in
                    try write(newsroom, after: old?.count ?? 0, into: database)
                    if isListing { try Lister(newsroom: newsroom, database: database).write() }
                    try Facts.set(ArchiveHead.name, head.bytes, in: database)
                    // What could not be read is in what was just written.
                    if let failure = old?.failure { throw failure }
                }
            }
        } catch {
            return nil
        }
        let archive = StoredArchive(of: head.count, in: reader, erasures)
        let reopened = Newsroom(frame, in: archive, digest: digest)
        return archive.failure == nil ? (reopened, archive) : nil
    }

    /// Forgets the archive.
    func forget() throws {
        try translating { try database.write { try Self.forget(in: $0) } }
    }

    /// Forgets the archive, inside a transaction.
    static func forget(in database: Database) throws {
        try Facts.remove(ArchiveHead.name, in: database)
        for table in ["fold", "story", "step", "card", "picture"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        try ArchivedDocuments.forget(in: database)
    }

    private func write(
        _ newsroom: Newsroom,
        after count: Int,
        into database: Database
    ) throws {
        for place in newsroom.placesToArchive(after: count) {
            let record = newsroom.archivedRecord(at: place)
            try ArchivedEntries.write(record, at: place, into: database)
        }
        for story in newsroom.storiesToArchive {
            try ArchivedStories.write(
                newsroom.points(of: story),
                of: story,
                named: newsroom.view.stories[story]?.name,
                into: database
            )
            try ArchivedSteps.write(newsroom.publicSteps(of: story), of: story, into: database)
            let media = newsroom.view.media(of: story)
            try ArchivedPictures.write(media, of: story, into: database)
        }
    }
}

/// What of an archive is read first.
private struct ArchiveHead {
    static let name = "archive"

    let count: Int
    let frame: ArchivedFrame
    let withoutContent: Set<EntryID>

    init(count: Int, frame: ArchivedFrame, withoutContent: Set<EntryID>) {
        self.count = count
        self.frame = frame
        self.withoutContent = withoutContent
    }

    /// Reads what `bytes` wrote; nil where that was another version.
    init?(bytes stored: [UInt8]) {
        guard let bytes = try? unsealed(stored) else { return nil }
        guard bytes.count >= 17, bytes[0] == ArchiveKeeper.version else { return nil }
        let missing = Int(truncatingIfNeeded: number(Array(bytes[9..<17])))
        guard let count = Int(exactly: number(Array(bytes[1..<9]))),
            (0...(bytes.count - 17) / 32).contains(missing),
            let frame = try? ArchivedFrame(bytes: Array(bytes[(17 + missing * 32)...]))
        else { return nil }
        self.count = count
        self.frame = frame
        withoutContent = Set(
            (0..<missing).compactMap { Bytes32(bytes[(17 + $0 * 32)..<(49 + $0 * 32)]) }
                .map { EntryID($0) }
        )
    }

    var bytes: [UInt8] {
        sealed(
            [ArchiveKeeper.version] + Store.bytes(of: UInt64(count))
                + Store.bytes(of: UInt64(withoutContent.count))
                + withoutContent.sorted().flatMap(\.bytes.bytes) + frame.bytes
        )
    }
}
