import Exchange
import Foundation
import Hub
import Ledger
import Newsroom
import Store
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// A hub in the same process that may lie: each answer goes through `twist`.
struct LyingHub: HubTransport {
    let address = "memory"
    let hub: Replica
    let twist: @Sendable (ExchangeReply, [Entry]) -> (ExchangeReply, [Entry])

    func hubID() async throws -> [UInt8] { Array(repeating: 0x55, count: 16) }

    func send(
        _ body: [UInt8],
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [UInt8] {
        do {
            let honest = try await ExchangeAnswer(from: self.hub).body(to: body)
            let (reply, received) = try ExchangeReply.parse(honest)
            let entries = try received.map { try Entry($0, newsroom: replica.id) }
            let (twisted, given) = twist(reply, entries)
            return twisted.body(with: given)
        } catch let error as SyncError {
            throw HubRefusal(error)
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A hub that lies` {
    private let room: Room

    init() async throws { room = try await Room() }

    private func share(_ slug: String) async throws {
        let slug = try #require(Slug(slug))
        try await room.ana.commit(.share(slug: slug, fields: [.language: "en"], body: "Ten.\n"))
    }

    private func sync(
        _ replica: Replica,
        _ twist: @escaping @Sendable (ExchangeReply, [Entry]) -> (ExchangeReply, [Entry]) = {
            ($0, $1)
        }
    ) async throws -> SyncReport {
        try await Conversation(over: LyingHub(hub: room.hub, twist: twist)).sync(replica)
    }

    @Test func `or not: an honest one is synced in one round trip when nothing is new`()
        async throws
    {
        try await share("night-ferry")
        _ = try await sync(room.ana)
        let report = try await sync(room.ana)
        #expect(report.standing == .synced)
        #expect(report.roundTrips == 1)
    }

    @Test func `by withholding an entry is never called synced`() async throws {
        try await share("night-ferry")
        _ = try await sync(room.ana)
        let report = try await sync(room.bo) { reply, entries in
            (reply, Array(entries.dropLast()))
        }
        #expect(report.standing != .synced)
        #expect(!report.rootsAgree)
        #expect(try await sync(room.bo).standing == .synced)
        #expect(await room.bo.frontier.root == room.ana.frontier.root)
    }

    @Test func `about its root is never called synced`() async throws {
        let report = try await sync(room.ana) { reply, entries in
            var reply = reply
            if reply.root != nil { reply.root = .zero }
            return (reply, entries)
        }
        #expect(report.standing == .hubDiffers)
    }

    @Test func `by changing an entry gets nothing in`() async throws {
        try await share("night-ferry")
        _ = try await sync(room.ana)
        let count = await room.bo.newsroom.count
        let report = try await sync(room.bo) { reply, entries in
            let forged = entries.compactMap { entry -> Entry? in
                // Another's bytes in the place of the newest: known already, or of no newsroom.
                entry.seq == 0 ? entry : entries.first
            }
            return (reply, forged)
        }
        #expect(report.standing != .synced)
        #expect(await room.bo.newsroom.count >= count)
        #expect(try await room.bo.check().problems == [])
    }

    @Test func `by always having more is left alone`() async throws {
        _ = try await sync(room.ana)
        let report = try await sync(room.ana) { reply, _ in
            var reply = reply
            (reply.more, reply.root) = (true, nil)
            return (reply, [])
        }
        #expect(report.standing == .hubStalls)
        #expect(report.roundTrips < 8)
    }

    @Test func `by forgetting what it took is asked, and gets it again`() async throws {
        try await share("night-ferry")
        _ = try await sync(room.ana)
        // The hub is restored from nothing: another database with another epoch.
        let empty = try Replica.hub(
            in: room.folder.url.appending(path: "empty"),
            newsroom: room.ana.id,
            surroundings: .fake(seed: 9)
        )
        let report = try await Conversation(over: LyingHub(hub: empty) { ($0, $1) })
            .sync(room.ana)
        #expect(report.standing == .synced)
        #expect(await empty.frontier.root == room.ana.frontier.root)
    }

    @Test func `by claiming to have what it dropped is found out by its heads`() async throws {
        try await share("night-ferry")
        // It acknowledges everything and keeps nothing.
        let empty = try Replica.hub(
            in: room.folder.url.appending(path: "empty"),
            newsroom: room.ana.id,
            surroundings: .fake(seed: 9)
        )
        let dropper = DroppingHub(hub: empty)
        let report = try await Conversation(over: dropper).sync(room.ana)
        #expect(report.standing == .hubDiffers || report.standing == .hubStalls)
        // Once it is honest, it gets everything.
        let honest = LyingHub(hub: empty) { ($0, $1) }
        #expect(try await Conversation(over: honest).sync(room.ana).standing == .synced)
        #expect(await empty.frontier.root == room.ana.frontier.root)
    }

    @Test func `or is far ahead gives a device what it lacks, in stretches`() async throws {
        for number in 0..<5 { try await share("story-\(number)") }
        _ = try await sync(room.ana)
        _ = try await sync(room.bo)
        for number in 5..<10 { try await share("story-\(number)") }
        _ = try await sync(room.ana)
        // Arrivals are never shown; only comparing heads helps.
        let isFirst = Mutex(true)
        let report = try await sync(room.bo) { reply, entries in
            guard reply.heads == nil, isFirst.withLock({ $0 }) else { return (reply, entries) }
            isFirst.withLock { $0 = false }
            return (reply, [])
        }
        #expect(report.standing == .synced)
        #expect(await room.bo.newsroom.stateHash() == room.ana.newsroom.stateHash())
    }
}

/// A hub that throws away what is pushed and says that it took it.
private struct DroppingHub: HubTransport {
    let address = "memory"
    let hub: Replica

    func hubID() async throws -> [UInt8] { Array(repeating: 0x55, count: 16) }

    func send(
        _ body: [UInt8],
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [UInt8] {
        let request = try ReceivedRequest(parsing: body)
        let without = ExchangeRequest(
            question: request.question,
            limitBytes: request.limitBytes,
            entries: []
        )
        do {
            let honest = try await ExchangeAnswer(from: self.hub).body(to: without.body)
            var (reply, _) = try ExchangeReply.parse(honest)
            reply.accepted = request.entries.count
            return reply.body(with: [])
        } catch let error as SyncError {
            throw HubRefusal(error)
        }
    }
}
