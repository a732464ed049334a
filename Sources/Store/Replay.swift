import GRDB
import Ledger
import Newsroom
import Signing

/// The state that stored entries make, before a replica owns it: that of the archive, and of what
/// was stored since.
///
/// Signatures were checked when entries were appended. Of a long stretch that no archive has, an
/// archive is made on the way, so that memory stays bounded.
struct Replay {
    private(set) var newsroom: Newsroom
    private(set) var archive: StoredArchive?
    private(set) var frontier = LogHeads()
    private(set) var causes: [EntryID: EntryCause] = [:]
    private(set) var last: (id: EntryID, seq: UInt64)?
    private(set) var invites: InviteKeys
    let erasures: Erasures
    private(set) var withoutContent: Set<EntryID> = []
    private let keeper: ArchiveKeeper

    /// The state of what is stored; where its archive turns out to be spoiled, without it.
    static func state(
        of database: DatabaseQueue,
        log: LogID?,
        keeper: ArchiveKeeper,
        isWhole: Bool = false
    ) throws -> Replay {
        let state = try Replay(of: database, log: log, keeper: keeper, isWhole: isWhole)
        guard state.archive?.failure != nil else { return state }
        try keeper.forget()
        return try Replay(of: database, log: log, keeper: keeper, isWhole: isWhole)
    }

    /// Reads the archive, and folds what is stored after it.
    private init(
        of database: DatabaseQueue,
        log: LogID?,
        keeper: ArchiveKeeper,
        isWhole: Bool
    ) throws {
        erasures = try translating { try database.read { try Erasures(in: $0) } }
        self.keeper = keeper
        newsroom = Newsroom(digest: digest)
        if !isWhole { (newsroom, archive, withoutContent) = try keeper.open(erasures) }
        invites = InviteKeys(of: newsroom)
        for tip in newsroom.logTips {
            frontier.note(LogHeads.Item(log: tip.log, seq: tip.seq, head: tip.head))
        }
        last = try log.flatMap { try StoredEntries(database: database).newest(of: $0) }
        let stored = StoredEntries(database: database)
        var arrival = newsroom.count
        while true {
            let batch = try stored.after(arrival, limitBytes: 4_000_000)
            guard let newest = batch.last else { break }
            arrival = newest.arrival
            for (_, bytes) in batch { try take(bytes, of: log) }
            if !isWhole, arrival - (archive?.count ?? 0) >= keeper.stretch { archiveNow() }
        }
        if !isWhole, arrival - (archive?.count ?? 0) >= keeper.tailAtStart { archiveNow() }
    }

    private mutating func take(_ bytes: [UInt8], of log: LogID?) throws {
        let entry: Entry
        do {
            entry = try Entry(stored: bytes)
        } catch {
            throw StoreError.damaged(error.description)
        }
        newsroom.fold(invites.facts(of: erasures.read(entry), in: newsroom))
        if !entry.hasPayload, !erasures.contains(entry.id) { withoutContent.insert(entry.id) }
        frontier.advance(over: entry)
        causes[entry.id] = entry.cause
        if entry.log == log { last = (entry.id, entry.seq) }
    }

    private mutating func archiveNow() {
        guard let made = keeper.archive(newsroom, after: archive, withoutContent, erasures) else {
            return
        }
        (newsroom, archive) = made
        causes = [:]
    }
}
