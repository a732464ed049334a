import Foundation
import Ledger
import Newsroom
import Press
import Store
import TestSupport

/// A newsroom of three people, whose press is Ana's machine, in a folder of its own.
struct PressRoom {
    let ana: Replica
    let bo: Replica
    let cy: Replica
    let clock: TurnedClock
    let folder: URL

    /// Where the site is written.
    var site: URL { folder.appending(path: "public") }

    /// 1 January 2026, 08:00 UTC.
    static let start = Moment(milliseconds: 1_767_254_400_000)

    init(seed: UInt64 = 1, site: String? = "https://example.org") async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        clock = TurnedClock(Self.start)
        let machine = Surroundings(clock: clock, random: SeededBytes(seed: seed), archiveStretch: 3)
        ana = try await Replica.found(
            in: folder.appending(path: "ana"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: machine
        ).replica
        bo = try await Self.joined("Bo Lind", .editor, to: ana, in: folder, machine)
        cy = try await Self.joined("Cy Marsh", .publisher, to: ana, in: folder, machine)
        if let site { try await ana.commit(.setNewsroom(.site, site)) }
        try await ana.commit(.setNewsroom(.zone, "Europe/Berlin"))
        if let device = ana.device, let log = await ana.log {
            try await ana.commit(.appointPress(device, log))
        }
        try await syncAll()
    }

    private static func joined(
        _ name: String,
        _ capabilities: Capabilities,
        to ana: Replica,
        in folder: URL,
        _ machine: Surroundings
    ) async throws -> Replica {
        let member = MemberID(madeBy: try await ana.commit(.admit(name: name)).id)
        let (replica, consent) = try Replica.join(
            in: folder.appending(path: name),
            newsroom: ana.id,
            member: member,
            surroundings: machine
        )
        try await ana.commit(
            .addDevice(member, key: consent.key, label: name, consent: consent.signature)
        )
        try await ana.commit(.grant(member, capabilities))
        return replica
    }

    /// Carries all entries to everybody, as hubs and bundles do.
    func syncAll() async throws {
        for from in [ana, bo, cy] {
            let entries = try await from.entries(after: 0, limitBytes: .max).map(\.bytes)
            for to in [ana, bo, cy] where to.device != from.device {
                _ = try await to.receive(entries)
            }
        }
    }

    /// Writes, clears and releases a story, so that the press may publish it.
    @discardableResult
    func release(
        _ slug: String,
        _ fields: [DocumentField: String] = [:],
        body: String = "It reopened on Monday.\n",
        when: ReleaseTime = .now
    ) async throws -> DraftID {
        guard let slug = Slug(slug) else { throw PressRoomError.badSlug }
        let all = [.headline: "Bridge reopens", .section: "City", .language: "en"]
            .merging(fields) { _, given in given }
        let draft = DraftID(
            madeBy: try await bo.commit(.share(slug: slug, fields: all, body: body)).id
        )
        try await pass(draft, when: when)
        return draft
    }

    /// Opens a draft on what is live, changes it, clears and releases it.
    func change(
        _ kind: DraftKind,
        of slug: String,
        _ fields: [DocumentField: String],
        body: String
    ) async throws {
        let view = await bo.newsroom.view
        guard let story = view.stories(called: slug).first else {
            throw PressRoomError.badSlug
        }
        let draft = DraftID(madeBy: try await bo.commit(.open(kind, story.id)).id)
        for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try await bo.commit(.setField(draft, field, value))
        }
        let old = await bo.newsroom.view.text(of: draft).unicodeScalars.count
        try await bo.commit(.edit(draft, [.delete(old, at: 0), .insert(body, at: 0)]))
        try await pass(draft, when: .now)
    }

    private func pass(_ draft: DraftID, when: ReleaseTime) async throws {
        try await bo.commit(.submit(draft, note: nil))
        try await syncAll()
        try await cy.commit(.clear(draft, .desk, note: nil))
        try await cy.commit(.release(draft, when: when))
        try await syncAll()
    }

    /// Lets the press work.
    @discardableResult
    func publish() async throws -> Publication {
        let publication = try await Press.publish(ana, to: site)
        try await syncAll()
        return publication
    }

    /// A file of the site as text.
    func text(_ path: String) throws -> String {
        try String(contentsOf: site.appending(path: path), encoding: .utf8)
    }

    /// Every file below a folder but hidden ones, by path.
    func files(in folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let place = folder.appending(path: path)
            guard try place.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            else { continue }
            found[path] = try Data(contentsOf: place)
        }
        return found
    }
}

enum PressRoomError: Error {
    case badSlug
}
