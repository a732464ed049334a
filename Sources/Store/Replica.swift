package import Foundation
import GRDB
package import Ledger
package import Newsroom
import Signing

/// One machine's copy of a newsroom, with the device that writes in it.
///
/// What is done here and what arrives go the same way: `append` checks, stores, folds and
/// projects in one transaction.
package actor Replica {
    /// The newsroom's id.
    package nonisolated let id: NewsroomID
    /// The folder on disk.
    package nonisolated let folder: NewsroomFolder
    /// The key of this device; nil on a replica that only stores and relays.
    let key: SigningKey?
    /// The random number of this device's present log.
    var incarnation: UInt64
    /// Whether the folder went on living since it was last open.
    package internal(set) var life: Life
    var marker: MarkerFile
    let surroundings: Surroundings
    let database: DatabaseQueue
    /// Opens and writes the archive.
    let keeper: ArchiveKeeper
    private let lock: FolderLock
    /// The state of all accepted entries.
    package internal(set) var newsroom: Newsroom
    /// Where the older part of it lies; nil where all is in memory.
    var archive: StoredArchive?
    /// All entries that arrived up to here are on a hub, by its id, or on some hub, by none; what is
    /// missing here has to be read.
    var acknowledged: [[UInt8]: Int] = [:]
    /// Whether everything is to be in memory for now.
    var isWhole = false
    /// The newest entries of every log.
    package internal(set) var frontier = LogHeads()
    /// The pictures that stories need, and of how many entries that was read.
    var neededWhen: (count: Int, media: [Bytes32])?
    /// What the chain checks need of entries that were looked at lately.
    var causes: [EntryID: EntryCause] = [:]
    /// The newest entry of this device's log.
    var last: (id: EntryID, seq: UInt64)?
    /// The keys of invites, for whom they are.
    var invites = InviteKeys()
    /// What the law took.
    var erasures = Erasures()
    /// Entries whose payload was left out without an order.
    var withoutContent: Set<EntryID> = []
    /// When something was last stored; the clock is not looked at again for what follows from it.
    var storedAt: Moment?
    /// Why nothing can be written until the newsroom is opened again; nil while all is well.
    var failure: StoreError?

    /// Opens the newsroom in a folder.
    ///
    /// - Throws: `StoreError` where it is locked, newer, damaged or without its key, and
    ///   `.passphraseNeeded` or `.wrongPassphrase` where its key is protected.
    package init(
        opening project: URL,
        passphrase: [UInt8]? = nil,
        surroundings: Surroundings
    ) throws {
        let folder = NewsroomFolder(in: project)
        guard FileManager.default.fileExists(atPath: folder.database.path) else {
            throw StoreError.noNewsroom(project.path)
        }
        let lock = try FolderLock(folder)
        let database = try Schema.open(folder.database, limitBytes: surroundings.limitBytes)
        let facts = Facts(database: database)
        guard let newsroom = try facts.identifier("newsroom", NewsroomID.self) else {
            throw StoreError.damaged("it has no name")
        }
        let key = try Self.key(in: folder, passphrase, of: facts)
        let lives = LifeKeeper(folder: folder, facts: facts, surroundings: surroundings)
        let (life, marker) = try lives.begin { incarnation in
            try Self.last(Self.log(key, incarnation), in: database)
        }
        self.id = newsroom
        self.folder = folder
        self.lock = lock
        self.database = database
        self.surroundings = surroundings
        self.key = key
        self.life = life
        incarnation = marker.incarnation
        self.marker = try MarkerFile(marker, at: folder.marker)
        self.newsroom = Newsroom(digest: digest)
        keeper = ArchiveKeeper(
            database: database,
            reader: try Schema.reader(folder.database),
            isListing: key != nil,
            stretch: surroundings.archiveStretch
        )
        let state = try Replay.state(
            of: database,
            log: Self.log(key, marker.incarnation),
            keeper: keeper
        )
        (self.newsroom, archive, frontier) = (state.newsroom, state.archive, state.frontier)
        (causes, last, invites) = (state.causes, state.last, state.invites)
        (erasures, withoutContent) = (state.erasures, state.withoutContent)
        try Self.finishErasing(
            in: database,
            of: state.newsroom,
            state.archive,
            Media(of: folder)
        )
    }

    /// Closes the reader first: who closes last brings everything into one file, so that the next
    /// start has no journal to read.
    deinit {
        try? keeper.reader.close()
        try? database.close()
    }

    /// Reads the state anew from what is stored, after a transaction that came to nothing.
    func reload() {
        neededWhen = nil
        do {
            if archive?.failure != nil { try keeper.forget() }
            let state = try Replay.state(
                of: database,
                log: log,
                keeper: keeper,
                isWhole: isWhole
            )
            (newsroom, archive, frontier) = (state.newsroom, state.archive, state.frontier)
            (causes, last, invites) = (state.causes, state.last, state.invites)
            (erasures, withoutContent) = (state.erasures, state.withoutContent)
        } catch {
            failure = error as? StoreError ?? .damaged("it cannot be read")
        }
    }

    /// The device's key, which must be the one that the database was made with.
    private static func key(
        in folder: NewsroomFolder,
        _ passphrase: [UInt8]?,
        of facts: Facts
    ) throws -> SigningKey? {
        let owner = try facts.bytes("device")
        let key = try KeyFile(folder.key).readIfThere(passphrase: passphrase)
        guard key?.publicKey == owner else {
            throw StoreError.key(key == nil ? "it is missing" : "it is another device's")
        }
        return key
    }

    /// This device's public key.
    package nonisolated var device: DeviceKey? { Self.device(key) }

    /// This device's log.
    package var log: LogID? { Self.log(key, incarnation) }

    /// The member who owns this device; nil until an admin added it.
    package var member: Member? { device.flatMap { newsroom.view.owner(of: $0) } }

    /// The time now.
    package var now: Moment { surroundings.clock.now() }

    /// Signs a message of another protocol with the device's key.
    ///
    /// - Throws: `StoreError.noDevice`, `SigningError`.
    package func sign(_ message: [UInt8]) throws -> [UInt8] {
        guard let key else { throw StoreError.noDevice }
        return try key.sign(message)
    }

    /// So many random bytes.
    package func random(_ count: Int) -> [UInt8] { surroundings.random.bytes(count) }

    private static func device(_ key: SigningKey?) -> DeviceKey? {
        key.flatMap { Bytes32($0.publicKey) }.map { DeviceKey($0) }
    }

    private static func log(_ key: SigningKey?, _ incarnation: UInt64) -> LogID? {
        device(key).map { LogID(of: $0, incarnation: incarnation) }
    }
}
