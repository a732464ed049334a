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
struct `A device that follows a hub` {
    private let room: Room

    init() async throws { room = try await Room() }

    /// Runs `work` while Ana and Bo follow the hub.
    private func following(
        _ work: @escaping @Sendable (_ anas: Follower<HubClient>, HubClient) async throws -> Void
    ) async throws {
        let room = room
        try await room.serving { client in
            try await room.syncAll(client)
            let anas = Follower(room.ana, over: client) { _ in }
            let bos = Follower(room.bo, over: client) { _ in }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await anas.run() }
                group.addTask { try await bos.run() }
                try await work(anas, client)
                group.cancelAll()
            }
        }
    }

    /// Waits until Bo's machine has as much as another.
    private func meet(_ other: Replica) async throws {
        for _ in 0..<3_000 {
            if await room.bo.frontier.root == other.frontier.root { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("Bo's machine heard nothing in half a minute")
    }

    @Test func `sends what is written, and hears of it elsewhere, though nobody says sync`()
        async throws
    {
        try await following { anas, _ in
            for slug in ["night-ferry", "bridge"] {
                try await room.ana.commit(
                    .share(slug: try #require(Slug(slug)), fields: [:], body: "Ten.\n")
                )
                anas.changed()
                try await meet(room.ana)
            }
        }
        #expect(await room.bo.newsroom.stateHash() == room.ana.newsroom.stateHash())
    }

    @Test func `hears of what somebody else sent who does not follow`() async throws {
        try await following { _, client in
            let slug = try #require(Slug("night-ferry"))
            try await room.cy.commit(.share(slug: slug, fields: [:], body: "Ten.\n"))
            #expect(try await client.sync(room.cy).standing == .synced)
            try await meet(room.cy)
        }
    }

    @Test func `holds its question until there is an answer, where streams do not come through`()
        async throws
    {
        let room = room
        try await room.serving { client in
            try await room.syncAll(client)
            let hub = try await client.hubID()
            let peer = try await room.bo.peer(hub, url: client.address)
            let request = ExchangeRequest(
                question: .arrivals(after: peer.cursor),
                limitBytes: 65_536,
                entries: [],
                wait: 20
            )
            async let held = client.send(request.body, by: room.bo, to: hub, clockOffset: 0)
            let slug = try #require(Slug("night-ferry"))
            try await room.ana.commit(.share(slug: slug, fields: [:], body: "Ten.\n"))
            _ = try await client.sync(room.ana)
            let (reply, entries) = try ExchangeReply.parse(try await held)
            #expect(entries.count == 1)
            #expect(reply.cursor != peer.cursor)
        }
    }

    /// Hears the events for Bo's machine from where it read, until `isLast` or the end.
    private func hear(
        _ client: HubClient,
        until isLast: @escaping @Sendable (HubEvent) -> Bool,
        after work: @Sendable () async throws -> Void
    ) async throws -> [HubEvent] {
        let hub = try await client.hubID()
        let cursor = try await room.bo.peer(hub, url: client.address).cursor
        let events = try await client.events(after: cursor, for: room.bo, of: hub, clockOffset: 0)
        try await work()
        var heard: [HubEvent] = []
        for try await event in events where event != .beat {
            heard.append(event)
            if isLast(event) { break }
        }
        return heard
    }

    @Test func `is told along what arrived, where that is short`() async throws {
        let room = room
        try await room.serving { client in
            try await room.syncAll(client)
            let heard = try await hear(client, until: { _ in true }) {
                let slug = try #require(Slug("night-ferry"))
                try await room.ana.commit(.share(slug: slug, fields: [:], body: "Ten.\n"))
                _ = try await client.sync(room.ana)
            }
            guard case .news(let news) = heard.first else {
                Issue.record("\(heard)")
                return
            }
            let (reply, entries) = try ExchangeReply.parse(news.reply)
            #expect(entries.count == 1 && reply.cursor == news.cursor.description)
            #expect(await reply.root == room.ana.frontier.root)
            _ = try await client.sync(room.bo)
            let long = try await hear(client, until: { _ in true }) {
                var random = SplitMix64(seed: 1)
                let letters = Array(
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                )
                let body = String(
                    (0..<120_000).compactMap { _ in letters.randomElement(using: &random) }
                )
                let slug = try #require(Slug("bridge"))
                try await room.ana.commit(.share(slug: slug, fields: [:], body: body + "\n"))
                _ = try await client.sync(room.ana)
            }
            guard case .more = long.first else {
                Issue.record("long news are asked for")
                return
            }
        }
    }

    @Test func `that was removed meanwhile hears nothing more`() async throws {
        let room = room
        try await room.serving { client in
            try await room.syncAll(client)
            let heard = try await hear(client, until: { $0 == .bye }) {
                let device = try #require(room.bo.device)
                try await room.ana.commit(.revokeDevice(device, reason: "lost"))
                let slug = try #require(Slug("night-ferry"))
                try await room.ana.commit(.share(slug: slug, fields: [:], body: "Ten.\n"))
                _ = try await client.sync(room.ana)
            }
            #expect(heard == [.bye])
        }
    }

    @Test func `that nobody knows hears nothing`() async throws {
        let stranger = try await Replica.found(
            in: room.folder.url.appending(path: "stranger"),
            newsroom: "The Other Gazette",
            founder: "Di Oram",
            device: "Di's laptop",
            surroundings: .fake(seed: 9)
        ).replica
        try await room.serving { client in
            let hub = try await client.hubID()
            await #expect(throws: HubRefusal.self) {
                _ = try await client.events(after: "", for: stranger, of: hub, clockOffset: 0)
            }
        }
    }
}

struct `The bell of a newsroom` {
    @Test func `rings once for many rings, and only for news`() async {
        let bell = Bell()
        var heard = bell.listen()?.makeAsyncIterator()
        for number in 1...5 { bell.ring { $0.last = number } }
        bell.ring { $0.last = 5 }
        await heard?.next()
        #expect(bell.news.last == 5)
        bell.close()
        let end: Void? = await heard?.next()
        #expect(end == nil)
        #expect(bell.listen() == nil)
    }

    @Test func `rings at once for what comes alone, and then once for all that comes together`()
        async
    {
        let bell = Bell()
        var heard = bell.listen()?.makeAsyncIterator()
        let start = ContinuousClock.now
        bell.ring { $0.last = 1 }
        await heard?.next()
        for number in 2...9 { bell.ring { $0.last = number } }
        await heard?.next()
        #expect(bell.news.last == 9)
        #expect(ContinuousClock.now - start >= .milliseconds(20))
        bell.close()
        let end: Void? = await heard?.next()
        #expect(end == nil)
    }

    @Test func `has so many listeners and no more, and forgets who left`() async {
        let bell = Bell(limit: 1)
        var first = bell.listen()
        #expect(first != nil && bell.listeners == 1)
        #expect(bell.listen() == nil)
        first = nil
        #expect(bell.listeners == 0)
        #expect(bell.listen() != nil)
    }

    @Test func `is waited for, but not for ever`() async {
        let bell = Bell(last: 3)
        await bell.wait(after: 2, atMost: .seconds(60))
        await bell.wait(after: 3, atMost: .milliseconds(20))
        async let rung: Void = bell.wait(after: 3, atMost: .seconds(60))
        while bell.listeners == 0 { await Task.yield() }
        bell.ring { $0.last = 4 }
        await rung
        #expect(bell.news.last == 4)
    }
}
