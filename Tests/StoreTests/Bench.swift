import Foundation
import Ledger
import Newsroom
import Store
import TestSupport

/// Machines that stand side by side: folders below one temporary folder, a clock that goes one
/// second at each look, and random bytes that a seed decides.
struct Bench {
    let folder: URL
    let random: SeededRandom
    let clock: FakeClock

    init(seed: UInt64 = 1) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        random = SeededRandom(seed: seed)
        clock = FakeClock(milliseconds: 1_767_225_600_000)
    }

    /// What a machine of this bench runs in.
    func surroundings(limitBytes: Int? = nil) -> Surroundings {
        Surroundings(
            clock: clock,
            random: random,
            limitBytes: limitBytes,
            archiveStretch: 3
        )
    }

    func place(_ name: String) -> URL { folder.appending(path: name) }

    /// Founds a newsroom on a machine.
    func found(_ name: String = "ana", limitBytes: Int? = nil) async throws -> Replica {
        try await Replica.found(
            in: place(name),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: surroundings(limitBytes: limitBytes)
        ).replica
    }

    /// A machine of another member, with all that the admin has.
    func joined(_ name: String, as rights: Capabilities, of admin: Replica) async throws -> Replica
    {
        let member = MemberID(madeBy: try await admin.commit(.admit(name: name)).id)
        let (replica, consent) = try Replica.join(
            in: place(name),
            newsroom: admin.id,
            member: member,
            surroundings: surroundings()
        )
        try await admin.commit(
            .addDevice(member, key: consent.key, label: name, consent: consent.signature)
        )
        try await admin.commit(.grant(member, rights))
        try await admin.give(to: replica)
        return replica
    }

    /// Opens the newsroom of a machine again.
    ///
    /// The last job of an actor that nobody names any more may still be leaving another thread: its
    /// folder is free a moment later.
    func open(_ name: String = "ana", in world: Surroundings? = nil) throws -> Replica {
        let world = world ?? surroundings()
        for _ in 0..<200 {
            do {
                return try Replica(opening: place(name), surroundings: world)
            } catch StoreError.locked {
                Thread.sleep(forTimeInterval: 0.002)
            }
        }
        return try Replica(opening: place(name), surroundings: world)
    }
}

extension Replica {
    /// Shares a story with this body, and tells its draft.
    @discardableResult
    func share(_ slug: String, body: String = "The ferry sails at ten.\n") throws -> DraftID {
        guard let slug = Slug(slug) else { throw StoreError.noDevice }
        let fields: [DocumentField: String] = [.headline: "Night ferry returns", .language: "en"]
        return DraftID(madeBy: try commit(.share(slug: slug, fields: fields, body: body)).id)
    }

    /// Carries everything from one to the other until both have all.
    func exchange(with other: Replica) async throws {
        for (from, to) in [(self, other), (other, self), (self, other)] {
            try await from.give(to: to)
        }
    }

    /// Carries everything to another machine.
    func give(to other: Replica) async throws {
        let all = try entries(after: 0, limitBytes: .max).map(\.bytes)
        _ = try await other.receive(all)
    }

    /// Puts text before what a draft says.
    func prepend(_ text: String, to draft: DraftID) throws {
        try commit(.edit(draft, [.insert(text, at: 0)]))
    }
}
