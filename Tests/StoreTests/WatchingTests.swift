import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

/// The rule of ledger.md 7.6: who says that a hub has his past is a witness against it.
struct `A hub that keeps entries back` {
    private let bench: Bench
    private let ana: Replica
    private let bo: Replica
    private let hub = [UInt8](repeating: 0x55, count: 16)
    private let epoch = String(repeating: "0a", count: 16)

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
        bo = try await bench.joined("bo", as: .editor, of: ana)
    }

    private func peer(_ number: Int, epoch: String? = nil) -> Peer {
        Peer(hub: hub, url: "http://hub", cursor: "\(epoch ?? self.epoch).\(number)")
    }

    /// Bo's machine says that the hub has all of its past at a number.
    private func testimony(at number: Int) async throws -> [[UInt8]] {
        #expect(try await !bo.testify(to: peer(number)), "its log is young")
        bench.clock.advance(milliseconds: 86_400_000)
        #expect(try await !bo.testify(to: peer(number)), "it wrote nothing since")
        try await bo.share("evening-ferry")
        #expect(try await bo.testify(to: peer(number)))
        #expect(try await !bo.testify(to: peer(number)), "once for a day")
        return try await bo.entries(after: 0, limitBytes: .max).map(\.bytes)
    }

    @Test func `is found out by a bundle from who saw them there`() async throws {
        try await ana.mark(ana.newsroom.history.map(\.id), on: peer(9))
        try await bo.share("night-ferry")
        try await bo.share("morning-ferry")
        _ = try await ana.receive(testimony(at: 9))
        let found = try await ana.withholdings()
        // Bo's log begins with its opening, and then come three stories.
        #expect(found.map(\.count) == [4])
        #expect(found.first?.label == "bo")
        #expect(
            found.first?.sentence.hasPrefix("The hub http://hub hides 4 changes that bo saw there.")
                == true
        )
        try await ana.forget(hub)
        #expect(try await ana.withholdings() == [])
    }

    @Test func `is not accused of what it gave, or had later, or in another life`() async throws {
        try await bo.share("night-ferry")
        let all = try await testimony(at: 9)
        for peer in [peer(8), peer(9, epoch: String(repeating: "0b", count: 16))] {
            let other = try Replica.hub(
                in: bench.place(UUID().uuidString),
                newsroom: ana.id,
                surroundings: bench.surroundings()
            )
            try await other.mark([], on: peer)
            _ = try await other.receive(all)
            #expect(try await other.withholdings() == [])
        }
        try await ana.mark(ana.newsroom.history.map(\.id), on: peer(8))
        _ = try await ana.receive(all, from: peer(9))
        #expect(try await ana.withholdings() == [])
    }
}
