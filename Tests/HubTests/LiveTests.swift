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
