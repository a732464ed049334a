import Foundation
import Glibc
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

struct `What a command did` {
    @Test func `is there after a kill right behind the answer`() async throws {
        let bench = try Bench()
        _ = try await bench.found()
        let path = bench.place("ana").path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let replica = try Replica(opening: URL(filePath: path), surroundings: .system())
            try await replica.share("night-ferry", body: "The last words.\n")
            kill(getpid(), SIGKILL)
        }
        let replica = try bench.open()
        let draft = try #require(await replica.newsroom.view.draftIDs.first)
        #expect(await replica.newsroom.view.text(of: draft) == "The last words.\n")
        #expect(try await replica.check().problems == [])
    }

    @Test func `changes nothing where the disk is full, and works again later`() async throws {
        let bench = try Bench()
        let small = bench.surroundings(limitBytes: 400_000)
        _ = try await bench.found()
        let replica = try bench.open(in: small)
        let slug = try #require(Slug("filler"))
        let hash = await replica.newsroom.stateHash()
        let filler = String(repeating: "A long line.\n", count: 20_000)
        await #expect(throws: StoreError.disk("the disk is full")) {
            for size in 1..<10 {
                try await replica.keep(
                    PrivateDraft(slug: slug, body: String(repeating: filler, count: size))
                )
            }
        }
        await #expect(throws: StoreError.disk("the disk is full")) {
            // Nothing in it repeats, so that it cannot be packed.
            let lines = (0..<4_000).map { "Line \($0 * 7_919 % 4_001) of many.\n" }.joined()
            for number in 0..<100 { try await replica.share("story-\(number)", body: lines) }
        }
        let count = await replica.newsroom.count
        #expect(try await replica.check().entries == count)
        #expect(try await replica.check().problems == [])
        try await replica.drop(slug)
        try await replica.share("night-ferry")
        #expect(await replica.newsroom.count == count + 1)
        #expect(await replica.newsroom.stateHash() != hash)
    }
}

struct `A tampered entry` {
    @Test func `is refused, kept for diagnosis, and blocks no other`() async throws {
        let bench = try Bench()
        let ana = try await bench.found()
        try await ana.share("night-ferry")
        let hub = try Replica.hub(
            in: bench.place("hub"),
            newsroom: ana.id,
            surroundings: bench.surroundings()
        )
        var entries = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        entries.append(entries[3])
        entries[4][entries[4].count - 1] ^= 1
        let reception = try await hub.receive(entries)
        #expect(reception.new.count == 4)
        #expect(reception.refused == ["payload"])
        let kept = try await hub.refusedEntries()
        #expect(kept.map(\.code) == ["payload"])
        #expect(kept.first?.digest == digest(entries[4]))
        #expect(try await hub.entries(after: 0, limitBytes: .max).map(\.bytes).count == 4)
    }
}
