import Exchange
import Foundation
import FoundationNetworking
import Hub
import Newsroom
import Store
import SyncProtocol
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A hub` {
    @Test func `of another newsroom refuses in one sentence, and nothing is marked`() async throws {
        let room = try await Room()
        let other = try await Replica.found(
            in: room.folder.url.appending(path: "other"),
            newsroom: "The Other Gazette",
            founder: "Di Oram",
            device: "Di's laptop",
            surroundings: .system()
        ).replica
        try await room.serving { client in
            let error = await #expect(throws: ExchangeError.self) { try await client.sync(other) }
            guard case .refused(.unknownNewsroom, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let waiting = try await other.outbox(
                for: Array(repeating: 0x55, count: 16),
                limitBytes: .max
            )
            #expect(waiting.count == 3)
        }
    }

    @Test func `answers a key 120 times a minute, and others meanwhile`() {
        let budget = CallBudget()
        let keys = [1, 2].map { DeviceKey(Bytes32(Array(repeating: $0, count: 32)) ?? .zero) }
        let taken = (0..<200).count { _ in budget.takes(keys[0], bytes: 0, at: 60) }
        #expect(taken == 120)
        #expect(budget.takes(keys[1], bytes: 0, at: 119))
        #expect(!budget.takes(keys[0], bytes: 0, at: 119))
        #expect(budget.takes(keys[0], bytes: 0, at: 120))
    }

    @Test func `takes 64 MiB a minute from a key, and bodies only while there is room`()
        async throws
    {
        let budget = CallBudget()
        let key = DeviceKey(Bytes32(Array(repeating: 3, count: 32)) ?? .zero)
        let taken = (0..<100).count { _ in budget.takes(key, bytes: 1 << 20, at: 60) }
        #expect(taken == 64)
        #expect(budget.takes(key, bytes: 0, at: 61))
        let room = Capacity(of: 10)
        try await room.hold(6) {
            await #expect(throws: SyncError.slowDown) { try await room.hold(5) {} }
            try await room.hold(4) {}
        }
        try await room.hold(10) {}
    }

    @Test func `works on so many exchanges at once, and refuses more for now`() async throws {
        let gate = Capacity(of: 1)
        try await gate.hold {
            #expect(gate.taken == 1)
            await #expect(throws: SyncError.slowDown) { try await gate.hold {} }
        }
        #expect(gate.taken == 0)
        await #expect(throws: SyncError.full) { try await gate.hold { throw SyncError.full } }
        #expect(gate.taken == 0)
    }

    @Test func `says when to come again, and tells its counts to Prometheus`() async throws {
        let room = try await Room()
        try await room.servingAddress { url in
            _ = try await HubClient(url: url).sync(room.ana)
            let nonsense = URLRequest.posting(to: "\(url)/v1/\(room.ana.id)/sync")
            let (_, refused) = try await URLSession.shared.data(for: nonsense)
            #expect((refused as? HTTPURLResponse)?.statusCode == 401)
            let metrics = try #require(URL(string: "\(url)/metrics"))
            let text = String(
                decoding: try await URLSession.shared.data(from: metrics).0,
                as: UTF8.self
            )
            #expect(text.contains("stet_calls_total{code=\"ok\"} 1\n"), "\(text)")
            #expect(text.contains("stet_calls_total{code=\"signature\"} 1\n"), "\(text)")
            let count = await room.hub.newsroom.count
            #expect(text.contains("stet_entries{newsroom=\"\(room.ana.id.short)\"} \(count)\n"))
        }
        #expect(SyncError.slowDown.retryAfter == 10 && SyncError.signature.retryAfter == nil)
    }

    @Test func `that does not run is said to be away`() async throws {
        let room = try await Room()
        let client = try HubClient(url: "http://127.0.0.1:1")
        await #expect(throws: ExchangeError.unreachable("http://127.0.0.1:1")) {
            try await client.sync(room.ana)
        }
    }
}

extension URLRequest {
    /// A call that nobody signed.
    fileprivate static func posting(to address: String) -> URLRequest {
        guard let url = URL(string: address) else { preconditionFailure("an address: \(address)") }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data("{}".utf8)
        return request
    }
}
