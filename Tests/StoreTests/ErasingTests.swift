import Foundation
import GRDB
import Ledger
import Newsroom
import Store
import SyncProtocol
import TestSupport
import Testing

/// Erasing by law (ledger.md 4.3): the words go everywhere, the chain stays.
struct `What the law takes` {
    private let bench: Bench
    private let ana: Replica
    private let cy: Replica
    private let draft: DraftID
    private let secret = "Mr Ames stole the anchor"

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
        cy = try await bench.joined("cy", as: .publisher, of: ana)
        draft = try await ana.share("night-ferry", body: "It sails.\n")
        try await ana.commit(.edit(draft, [.insert("\(secret). ", at: 0)]))
        try await ana.commit(.setField(draft, .standfirst, "It was \(secret)."))
        try await ana.commit(.save(draft, note: secret))
        try await ana.give(to: cy)
    }

    private var story: StoryID { StoryID(draft.bytes) }

    /// Cy asks for what holds the secret, Ana orders it.
    private func erase() async throws -> [EntryID] {
        let entries = await cy.newsroom.entries(of: story, saying: secret)
        let ask = try await cy.commit(.askErasure(story, entries, reason: "court order"))
        try await cy.give(to: ana)
        let skeletons = try await ana.skeletons(of: entries)
        try await ana.commit(.orderErasure(story, OperationID(ask.id, 0), skeletons))
        return entries
    }

    /// The payloads as they stand in a database.
    private func payloads(_ entries: [EntryID]) throws -> [Data] {
        let file = bench.place("cy").appending(path: ".stet/newsroom.sqlite")
        return try DatabaseQueue(path: file.path).read { database in
            try entries.compactMap { entry in
                try Data.fetchOne(
                    database,
                    sql: "SELECT payload FROM entry WHERE id = ?",
                    arguments: [Data(entry.bytes.bytes)]
                )
            }
        }
    }

    /// How many of these stand in any file of a replica, whole or as text.
    private func found(_ payloads: [Data], in name: String) throws -> Int {
        let folder = bench.place(name).appending(path: ".stet")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .map { try Data(contentsOf: folder.appending(path: $0)) }
        return (payloads + [Data(secret.utf8)]).count { payload in
            files.contains { $0.range(of: payload) != nil }
        }
    }

    @Test func `is found by its words`() async throws {
        let entries = await cy.newsroom.entries(of: story, saying: secret)
        #expect(entries.count == 3)
        #expect(await cy.newsroom.entries(of: story, saying: "Mr Nobody").isEmpty)
    }

    @Test func `is in no byte of any replica after the next exchange`() async throws {
        let all = await cy.newsroom.entries(of: story, saying: secret)
        let payloads = try payloads(all)
        #expect(payloads.count == 3)
        #expect(try found(payloads, in: "ana") >= 3 && found(payloads, in: "cy") >= 3)
        let entries = try await erase()
        #expect(try found(payloads, in: "ana") == 0)
        #expect(try found(payloads, in: "cy") >= 3)
        try await ana.give(to: cy)
        #expect(try found(payloads, in: "cy") == 0)
        for replica in [ana, cy] {
            #expect(try await replica.check().problems == [])
            #expect(await replica.newsroom.view.text(of: draft) == "It sails.\n")
            #expect(try await replica.erasedCount() == (entries.count, 0))
        }
        #expect(await ana.newsroom.stateHash() == cy.newsroom.stateHash())
        #expect(await ana.frontier.root == cy.frontier.root)
    }

    @Test func `is the same for who reads it anew, and who never had it`() async throws {
        let payloads = try payloads(await cy.newsroom.entries(of: story, saying: secret))
        _ = try await erase()
        let file = bench.place("after.stet")
        try await ana.exportBundle(.everything, to: file)
        let late = try Replica.hub(
            in: bench.place("late"),
            newsroom: ana.id,
            surroundings: bench.surroundings()
        )
        let report = try await late.importBundle(from: BundleFile(file))
        #expect(report.refused.isEmpty && report.missing.isEmpty)
        #expect(await late.newsroom.stateHash() == ana.newsroom.stateHash())
        #expect(await late.missingContent().isEmpty)
        #expect(try await late.check().problems == [])
        #expect(try found(payloads, in: "late") == 0)
    }

    @Test func `goes on being written on, also by who had not heard`() async throws {
        _ = try await erase()
        try await cy.commit(.edit(draft, [.insert("Daily. ", at: secret.count + 2)]))
        try await ana.give(to: cy)
        try await cy.give(to: ana)
        #expect(await ana.newsroom.view.text(of: draft) == "Daily. It sails.\n")
        #expect(await ana.newsroom.stateHash() == cy.newsroom.stateHash())
    }

    @Test func `stands in the record, with the reason`() async throws {
        _ = try await erase()
        let record = await ana.newsroom.record(of: story)
        let erased = record.filter { $0.words.contains("[erased by law: court order]") }
        #expect(erased.count == 3)
        #expect(!record.contains { $0.words.contains(secret) })
    }

    @Test func `survives a restart between order and writing the file anew`() async throws {
        _ = try await erase()
        let hash = await ana.newsroom.stateHash()
        let copy = bench.place("copy")
        try FileManager.default.copyItem(at: bench.place("ana"), to: copy)
        let again = try Replica(opening: copy, surroundings: bench.surroundings())
        #expect(await again.newsroom.stateHash() == hash)
        #expect(try await again.check().problems == [])
    }

    @Test func `stays where the order does not fit the words, and is told`() async throws {
        let entries = await cy.newsroom.entries(of: story, saying: secret)
        let ask = try await cy.commit(.askErasure(story, entries, reason: "court order"))
        try await cy.give(to: ana)
        var skeletons = try await ana.skeletons(of: entries)
        skeletons[0].skeleton = [0, 0]
        skeletons[1].payload = .zero
        try await ana.commit(.orderErasure(story, OperationID(ask.id, 0), skeletons))
        #expect(try await ana.erasedCount() == (2, 1))
        try await ana.give(to: cy)
        #expect(try await cy.erasedCount() == (2, 1))
        #expect(await ana.newsroom.stateHash() == cy.newsroom.stateHash())
    }
}

struct `An entry without its words` {
    private let bench: Bench
    private let ana: Replica
    private let other: Replica

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
        _ = try await ana.share("night-ferry")
        other = try Replica.hub(
            in: bench.place("other"),
            newsroom: ana.id,
            surroundings: bench.surroundings()
        )
    }

    @Test func `and without an order is missed, asked for, and filled in`() async throws {
        let whole = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        let last = try Entry(whole[whole.count - 1], newsroom: ana.id)
        let cut = Array(whole.dropLast()) + [last.bytesWithoutPayload]
        #expect(try await other.receive(cut).new.count == whole.count)
        #expect(await other.missingContent() == [last.id])
        #expect(try await other.wantsOfMissingContent().map(\.head) == [last.id])
        #expect(await other.frontier.root == ana.frontier.root)
        #expect(await other.newsroom.stateHash() != ana.newsroom.stateHash())
        #expect(try await other.receive([last.bytesWithoutPayload]).new.isEmpty)
        _ = try await other.receive([last.bytes])
        #expect(await other.missingContent().isEmpty)
        #expect(await other.newsroom.stateHash() == ana.newsroom.stateHash())
        #expect(try await other.check().problems == [])
    }

    @Test func `is not filled in with others`() async throws {
        let whole = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        let last = try Entry(whole[whole.count - 1], newsroom: ana.id)
        _ = try await other.receive(Array(whole.dropLast()) + [last.bytesWithoutPayload])
        var forged = last.bytes
        forged[forged.count - 1] ^= 1
        #expect(try await other.receive([forged]).refused == ["payload"])
        #expect(await other.missingContent() == [last.id])
    }

    @Test func `travels in frames and is found again`() async throws {
        let whole = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        let entries = try whole.enumerated().map { place, bytes in
            let entry = try Entry(bytes, newsroom: ana.id)
            return place.isMultiple(of: 2)
                ? entry : try Entry(entry.bytesWithoutPayload, newsroom: ana.id)
        }
        #expect(try Frames.decode(Frames.encode(entries)) == entries.map(\.bytes))
    }
}
