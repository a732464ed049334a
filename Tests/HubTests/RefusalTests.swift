import Exchange
import Foundation
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

    @Test func `that does not run is said to be away`() async throws {
        let room = try await Room()
        let client = try HubClient(url: "http://127.0.0.1:1")
        await #expect(throws: ExchangeError.unreachable("http://127.0.0.1:1")) {
            try await client.sync(room.ana)
        }
    }
}
