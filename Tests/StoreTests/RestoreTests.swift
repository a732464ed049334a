import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

/// The rows of ledger.md 2 on the restore marker, and of 6 on what people read, by their names.
struct `Restore row` {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(at: bench.place(name), to: bench.place(other))
    }

    /// Puts a folder back as a backup has it, in place of the one that went on.
    private func restore(_ name: String, from backup: String) throws {
        try FileManager.default.removeItem(at: bench.place(name))
        try copy(backup, to: name)
    }

    @Test func `all agree: goes on in its log, with a new token`() async throws {
        var log: LogID?
        do { log = await (try await bench.found()).log }
        for _ in 0..<3 {
            let replica = try bench.open()
            #expect(await replica.life == .continued)
            #expect(await replica.log == log)
            try await replica.share("story-\(UUID().uuidString.lowercased().prefix(8))")
        }
    }

    @Test func `read on a marker: a backup of any age takes a new log, and nothing is lost`()
        async throws
    {
        _ = try await bench.found()
        for age in 0..<4 {
            try copy("ana", to: "backup-\(age)")
            let replica = try bench.open()
            try await replica.share("story-\(age)")
        }
        let hub = try Replica.hub(
            in: bench.place("hub"),
            newsroom: bench.open().id,
            surroundings: bench.surroundings()
        )
        do { try await bench.open().exchange(with: hub) }
        for age in 0..<4 {
            try restore("ana", from: "backup-\(age)")
            let replica = try bench.open()
            #expect(await replica.life == .restored)
            #expect(
                await replica.life.sentence
                    == "This folder was restored or copied. Nothing is lost; this device continues "
                    + "as a new log."
            )
            let draft = try await replica.share("after-restore-\(age)")
            try await replica.exchange(with: hub)
            #expect(await replica.newsroom.view.drafts[draft] != nil)
            #expect(await replica.newsroom.view.draftIDs.count == 5 + age)
            #expect(try await replica.forks() == [])
            #expect(try await replica.check().problems == [])
            #expect(await replica.newsroom.stateHash() == hub.newsroom.stateHash())
        }
    }

    @Test func `first write: says why the new log begins and where the old ones end`() async throws
    {
        var old: EntryID?
        do { old = await (try await bench.found()).newsroom.heads.first }
        try copy("ana", to: "copy")
        let copy = try bench.open("copy")
        try await copy.share("night-ferry")
        let openings = await copy.newsroom.history.flatMap(\.operations).compactMap { operation in
            if case .openLog(let act) = operation { act } else { nil }
        }
        #expect(openings.map(\.reason) == [.first, .restored])
        #expect(openings.last?.earlier == [try #require(old)])
    }

    @Test func `marker missing: takes a new log, once`() async throws {
        _ = try await bench.found()
        let marker = bench.place("ana").appending(path: ".stet/restore-marker")
        try FileManager.default.removeItem(at: marker)
        #expect(await (try bench.open()).life == .restored)
        #expect(await (try bench.open()).life == .continued)
    }

    @Test func `other machine: takes a new log`() async throws {
        _ = try await bench.found()
        let elsewhere = Surroundings(
            clock: bench.clock,
            random: bench.random,
            machine: Array(repeating: 7, count: 16)
        )
        let replica = try bench.open(in: elsewhere)
        #expect(await replica.life == .restored)
    }

    @Test func `seq ahead: a marker that leads the database takes a new log`() async throws {
        _ = try await bench.found()
        let marker = bench.place("ana").appending(path: ".stet/restore-marker")
        let text = try String(contentsOf: marker, encoding: .utf8)
        try text.replacing("last-seq 00000000000000000000", with: "last-seq 00000000000000000001")
            .write(to: marker, atomically: true, encoding: .utf8)
        #expect(await (try bench.open()).life == .restored)
    }

    @Test func `new epoch: a hub that was restored gets one`() async throws {
        let ana = try await bench.found()
        do {
            _ = try Replica.hub(
                in: bench.place("hub"),
                newsroom: ana.id,
                surroundings: bench.surroundings()
            )
        }
        try copy("hub", to: "backup")
        let (old, same): (String, String) = (
            try await bench.open("hub").epoch(), try await bench.open("hub").epoch()
        )
        try restore("hub", from: "backup")
        #expect(same == old)
        #expect(try await bench.open("hub").epoch() != old)
    }
}
