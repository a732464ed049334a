import Exchange
import Foundation
import Hub
import Ledger
import Newsroom
import Store
import SyncProtocol
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Pictures at a hub` {
    private let room: Room
    /// More than two calls carry.
    private let bytes = InventedPicture.png(width: 40, height: 30, noise: 2_500_000)
    private let hub = [UInt8](repeating: 0x55, count: 16)

    init() async throws { room = try await Room() }

    private var hash: Bytes32 { digest(bytes) }

    /// Ana takes the picture in and shares a story with it.
    private func share(_ slug: String = "night-ferry", having: Bool = true) async throws {
        if having { try room.ana.media.keep(bytes) }
        guard let slug = Slug(slug) else { throw StoreError.noDevice }
        try await room.ana.commit(
            .share(slug: slug, fields: [.leadImage: "\(hash)"], body: "It sails.\n")
        )
    }

    private func ask(
        _ act: BlobQuestion.Act,
        _ client: HubClient,
        by replica: Replica? = nil
    ) async throws -> (state: BlobState, bytes: [UInt8]) {
        var got: [UInt8] = []
        let state = try await client.ask(
            BlobQuestion(act, hash),
            by: replica ?? room.ana,
            to: hub,
            clockOffset: 0
        ) { got += $0 }
        return (state, got)
    }

    private func refusal(_ act: BlobQuestion.Act, _ client: HubClient) async -> SyncError? {
        do {
            _ = try await ask(act, client)
            return nil
        } catch {
            return (error as? HubRefusal)?.error
        }
    }

    @Test func `come before the words that name them, and reach who hears of them`() async throws {
        try await share()
        try await room.serving { client in
            let sent = try await client.sync(room.ana)
            #expect(sent.media.sent == 1 && sent.media.unsent == 0 && sent.isWhole)
            #expect(try room.hub.media.read(hash) == bytes)
            let got = try await client.sync(room.bo)
            #expect(got.media.got == 1 && got.media.missing == 0 && got.isWhole)
            #expect(try room.bo.media.read(hash) == bytes)
            let again = try await client.sync(room.bo)
            #expect(again.media == MediaReport())
        }
    }

    @Test func `are asked for again where the hub got them later`() async throws {
        try await share(having: false)
        try await room.serving { client in
            _ = try await client.sync(room.ana)
            let poor = try await client.sync(room.bo)
            #expect(poor.media.missing == 1 && poor.media.got == 0 && poor.isWhole)
            try room.ana.media.keep(bytes)
            #expect(try await client.sync(room.ana).media.sent == 1)
            #expect(try await client.sync(room.bo).media.got == 1)
        }
    }

    @Test func `go up from where the last attempt ended`() async throws {
        try await share()
        try await room.serving { client in
            let part = Array(bytes[..<1_000_000])
            let state = try await ask(.put(part, at: 0, isLast: false), client).state
            #expect(state == BlobState(byteCount: 1_000_000, isWhole: false))
            #expect(try await ask(.state, client).state == state)
            #expect(await refusal(.put(part, at: 0, isLast: false), client) == .offset)
            #expect(try await client.sync(room.ana).media.sent == 1)
            #expect(try room.hub.media.read(hash) == bytes)
            let whole = try await ask(.state, client).state
            #expect(whole == BlobState(byteCount: bytes.count, isWhole: true))
        }
    }

    @Test func `come down from where the last attempt ended`() async throws {
        try await share()
        try await room.serving { client in
            _ = try await client.sync(room.ana)
            // What is wrong at the beginning shows that the beginning is not asked for again.
            try room.bo.media.part(of: hash).append([UInt8](repeating: 0, count: 1_000))
            let first = try await client.sync(room.bo)
            #expect(first.media.spoiled == [hash])
            #expect(!room.bo.media.contains(hash))
            try room.bo.media.part(of: hash).append(Array(bytes[..<2_000_000]))
            #expect(try await client.sync(room.bo).media.got == 1)
            #expect(try room.bo.media.read(hash) == bytes)
            try room.cy.media.part(of: hash).append(bytes)
            #expect(try await client.sync(room.cy).media.got == 1)
        }
    }

    @Test func `are given in stretches`() async throws {
        try room.hub.media.keep(bytes)
        try await share()
        try await room.serving { client in
            _ = try await client.sync(room.ana)
            let end = bytes.count - 7
            #expect(try await ask(.get(from: end), client).bytes == Array(bytes[end...]))
            #expect(try await ask(.get(from: 0), client).bytes == bytes)
            #expect(await refusal(.get(from: bytes.count), client) == .range)
        }
    }

    @Test func `that are not what they are called are dropped`() async throws {
        try await room.serving { client in
            _ = try await client.sync(room.ana)
            #expect(await refusal(.get(from: 0), client) == .unknownBlob)
            let wrong = [UInt8](repeating: 1, count: 10)
            #expect(await refusal(.put(wrong, at: 0, isLast: true), client) == .otherHash)
            let state = try await ask(.state, client).state
            #expect(state == BlobState(byteCount: 0, isWhole: false))
            let large = [UInt8](repeating: 1, count: BlobTransfer.limitBytes + 1)
            #expect(await refusal(.put(large, at: 0, isLast: false), client) == .tooLarge)
        }
    }

    @Test func `are nobody's but the members'`() async throws {
        let other = try await Replica.found(
            in: room.folder.url.appending(path: "other"),
            newsroom: "The Other Gazette",
            founder: "Di Oram",
            device: "Di's laptop",
            surroundings: .system()
        ).replica
        let stranger = try Replica.join(
            in: room.folder.url.appending(path: "stranger"),
            newsroom: room.ana.id,
            member: MemberID(.zero),
            surroundings: room.surroundings(seed: 77)
        ).replica
        try room.hub.media.keep(bytes)
        try await room.serving { client in
            _ = try await client.sync(room.ana)
            for (replica, error) in [(other, SyncError.unknownNewsroom), (stranger, .notAMember)] {
                for act in [
                    BlobQuestion.Act.state, .get(from: 0), .put([1], at: 0, isLast: false),
                ] {
                    await #expect(throws: HubRefusal.self, "\(error)") {
                        _ = try await ask(act, client, by: replica)
                    }
                }
            }
        }
    }

    @Test func `that the hub refuses keep no word from its way`() async throws {
        try await share()
        try await room.serving { client in
            // Another file is where the hub would put the parts.
            let place = room.hub.folder.url.appending(path: "media")
            try Data().write(to: place)
            let report = try await client.sync(room.ana)
            #expect(report.isWhole && report.pushed > 0)
            #expect(report.media.unsent == 1)
            #expect(report.media.failure == .refused(.full))
            try FileManager.default.removeItem(at: place)
            #expect(try await client.sync(room.ana).media.sent == 1)
        }
    }

    @Test func `go up and down live, while somebody follows`() async throws {
        try await room.serving { client in
            let follower = Follower(room.bo, over: client) { _ in }
            let following = Task { try await follower.run() }
            defer { following.cancel() }
            _ = try await client.sync(room.ana)
            try await share()
            _ = try await client.sync(room.ana)
            let end = ContinuousClock.now + .seconds(60)
            while !room.bo.media.contains(hash), ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(room.bo.media.contains(hash))
        }
    }
}

extension SyncReport {
    /// Whether the entries were exchanged to the end.
    fileprivate var isWhole: Bool { rootsAgree && pending == 0 && standing == .synced }
}
