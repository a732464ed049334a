package import Foundation
import GRDB
import Ledger
package import Newsroom
package import Signing

extension Replica {
    /// Founds a newsroom: the root key signs the newsroom, its founder and his device.
    ///
    /// The root key is returned for paper and stored nowhere (ledger.md 2).
    ///
    /// - Throws: `StoreError`, `EntryError` for a name that breaks a limit.
    package static func found(
        in project: URL,
        newsroom name: String,
        founder: String,
        device label: String,
        surroundings: Surroundings
    ) async throws -> (replica: Replica, root: RootCode) {
        let root = try SigningKey(seed: surroundings.random.bytes(32))
        let device = try SigningKey(seed: surroundings.random.bytes(32))
        let founding = try Founding(
            root: root,
            device: device,
            incarnation: number(surroundings.random.bytes(8)),
            claimed: surroundings.clock.now()
        )
        let entries = try founding.entries(newsroom: name, founder: founder, device: label)
        try create(in: project, newsroom: entries[0].belongsTo, key: device, surroundings)
        let replica = try Replica(opening: project, surroundings: surroundings)
        try await replica.receiveFounding(entries)
        return (replica, RootCode(seed: root.seed))
    }

    private func receiveFounding(_ entries: [Entry]) throws {
        _ = try receive(entries.map(\.bytes))
        try openLogIfNeeded()
    }

    /// Makes a replica that waits to be admitted, and its device's consent to be this member's.
    ///
    /// - Throws: `StoreError`.
    package static func join(
        in project: URL,
        newsroom: NewsroomID,
        member: MemberID,
        surroundings: Surroundings
    ) throws -> (replica: Replica, consent: Consent) {
        let key = try SigningKey(seed: surroundings.random.bytes(32))
        try create(in: project, newsroom: newsroom, key: key, surroundings)
        let consent = try Consent(key: key, newsroom: newsroom, member: member)
        return (try Replica(opening: project, surroundings: surroundings), consent)
    }

    /// Opens, or makes, a replica without a device, which stores and relays.
    ///
    /// - Throws: `StoreError`.
    package static func hub(
        in project: URL,
        newsroom: NewsroomID,
        surroundings: Surroundings
    ) throws -> Replica {
        let folder = NewsroomFolder(in: project)
        if !FileManager.default.fileExists(atPath: folder.database.path) {
            try create(in: project, newsroom: newsroom, key: nil, surroundings)
        }
        return try Replica(opening: project, surroundings: surroundings)
    }

    static func create(
        in project: URL,
        newsroom: NewsroomID,
        key: SigningKey?,
        _ surroundings: Surroundings
    ) throws {
        let folder = NewsroomFolder(in: project)
        guard !FileManager.default.fileExists(atPath: folder.database.path) else {
            throw StoreError.exists(project.path)
        }
        do {
            try FileManager.default.createDirectory(
                at: folder.url,
                withIntermediateDirectories: true
            )
        } catch {
            throw StoreError.disk("the folder \(project.path) is read-only")
        }
        if let key { try KeyFile(folder.key).write(try key.pem()) }
        let database = try Schema.open(folder.database, limitBytes: surroundings.limitBytes)
        let facts = Facts(database: database)
        try facts.set("incarnation", surroundings.random.bytes(8))
        try facts.set("epoch", surroundings.random.bytes(16))
        if let key { try facts.set("device", key.publicKey) }
        try facts.set("newsroom", newsroom.bytes.bytes)
        try database.close()
    }
}
