import Exchange
import Store
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// One address behind which another hub may stand than before.
private final class OneAddress: HubTransport {
    let address = "https://hub.gazette.example"
    let questions = Mutex(0)
    private let hub: Mutex<HubClient>

    init(_ hub: HubClient) { self.hub = Mutex(hub) }

    func move(to other: HubClient) { hub.withLock { $0 = other } }

    func hubID() async throws -> [UInt8] {
        questions.withLock { $0 += 1 }
        return try await hub.withLock { $0 }.hubID()
    }

    func send(
        _ body: [UInt8],
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [UInt8] {
        try await self.hub.withLock { $0 }
            .send(body, by: replica, to: hub, clockOffset: clockOffset)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `An address` {
    @Test func `is asked who is there once, and again when another answers`() async throws {
        let room = try await Room()
        try await room.servingAddress { first in
            let line = OneAddress(try HubClient(url: first))
            let conversation = Conversation(over: line)
            for _ in 0..<3 { #expect(try await conversation.sync(room.ana).standing == .synced) }
            #expect(line.questions.withLock { $0 } == 1)
            try await room.servingAddress(hub: 0x66) { second in
                line.move(to: try HubClient(url: second))
                let report = try await conversation.sync(room.ana)
                #expect(report.standing == .synced)
                #expect(line.questions.withLock { $0 } == 2)
            }
        }
    }
}
