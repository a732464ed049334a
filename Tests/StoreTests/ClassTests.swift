import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

/// The classes of ledger.md 4.2: each is durable, and left by what resolves it.
struct `What does not count` {
    private let bench: Bench
    private let ana: Replica
    private let bo: Replica
    private let member: MemberID

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
        bo = try await bench.joined("bo", as: .editor, of: ana)
        member = try #require(await bo.member?.id)
    }

    /// The same folder as it is read from disk alone.
    private func reopened(_ name: String = "ana") throws -> Replica {
        let copy = bench.place("copy of \(name) \(UUID().uuidString)")
        try FileManager.default.copyItem(at: bench.place(name), to: copy)
        return try Replica(opening: copy, surroundings: bench.surroundings())
    }

    @Test func `set aside: lasts, and leaves by an adoption`() async throws {
        let draft = try await ana.share("night-ferry", body: "It sails.\n")
        try await ana.give(to: bo)
        try await ana.commit(.revoke(member, .editor, reason: "left"))
        let late = try await bo.commit(.edit(draft, [.insert("Daily. ", at: 0)]))
        try await bo.give(to: ana)
        let name = OperationID(late.id, 0)
        for replica in [ana, try reopened()] {
            #expect(await replica.newsroom.status(of: name) == .setAside(.right))
            #expect(await replica.newsroom.notInForce.map(\.id) == [name])
            #expect(await replica.newsroom.view.text(of: draft) == "It sails.\n")
        }
        try await ana.commit(.adopt(late.log, from: late.seq, to: late.id))
        for replica in [ana, try reopened()] {
            #expect(await replica.newsroom.status(of: name) == .adopted)
            #expect(await replica.newsroom.view.text(of: draft) == "Daily. It sails.\n")
        }
    }

    @Test func `unknown: lasts, is passed on byte for byte, and closes what it touches`()
        async throws
    {
        let draft = try await ana.share("night-ferry")
        let story = StoryID(draft.bytes)
        let even = try await ana.commit { _, _ in [.unknown(type: 62, body: [1, 2, 3])] }
        let odd = try await ana.commit { _, _ in
            [.unknown(type: 301, body: story.bytes.bytes + [7])]
        }
        try await ana.give(to: bo)
        for replica in [ana, bo, try reopened()] {
            for entry in [even, odd] {
                #expect(try await replica.entry(entry.id)?.bytes == entry.bytes)
                #expect(await replica.newsroom.status(of: OperationID(entry.id, 0)) == .unknown)
            }
            await #expect(throws: Refusal.self) {
                try await replica.commit(.edit(draft, [.insert("No. ", at: 0)]))
            }
        }
        try await bo.share("bridge")
        let sealing = try await ana.commit { _, _ in [.unknown(type: 33, body: [])] }
        try await ana.give(to: bo)
        #expect(await bo.newsroom.status(of: OperationID(sealing.id, 0)) == .unknown)
        await #expect(throws: Refusal.self) { try await bo.share("tower") }
        try await bo.exportBundle(.everything, to: bench.place("all.stet"))
    }

    @Test func `pending: lasts, says what it lacks, and leaves when its past arrives`()
        async throws
    {
        for slug in ["one", "two", "three"] { try await ana.share(slug) }
        let entries = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        let tail = Array(entries.suffix(2))
        _ = try await bo.receive(tail)
        for replica in [bo, try reopened("bo")] {
            let waiting = try await replica.pendingEntries()
            #expect(Set(waiting.map(\.bytes)) == Set(tail))
            let known = Set(waiting.map(\.id))
            var lacking: [EntryID] = []
            for cause in waiting.flatMap(\.causes) where !known.contains(cause) {
                if try await replica.entry(cause) == nil { lacking.append(cause) }
            }
            #expect(lacking.count == 1)
        }
        try await ana.give(to: bo)
        #expect(try await bo.pendingEntries().isEmpty)
        #expect(await bo.newsroom.stateHash() == ana.newsroom.stateHash())
    }

    @Test func `invalid: lasts 30 days, is passed on to nobody, and blocks no other`()
        async throws
    {
        try await ana.share("night-ferry")
        var forged = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        forged[forged.count - 1][forged[forged.count - 1].count - 1] ^= 1
        #expect(try await bo.receive(forged).refused == ["payload"])
        for replica in [bo, try reopened("bo")] {
            #expect(try await replica.refusedEntries().map(\.code) == ["payload"])
        }
        bench.clock.advance(milliseconds: 31 * 86_400_000)
        var other = forged[forged.count - 1]
        other[4] = 1
        #expect(try await bo.receive([other]).refused == ["format"])
        #expect(try await bo.refusedEntries().map(\.code) == ["format"])
        try await ana.give(to: bo)
        #expect(await bo.newsroom.stateHash() == ana.newsroom.stateHash())
    }
}
