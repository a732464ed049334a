import Foundation
import Hub
import Ledger
import Newsroom
import Store
import SyncProtocol
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A hub's shelf` {
    private let room: Room
    private let shelf: BlobShelf
    /// Beside the real one, by which files are dated.
    private let clock = FakeClock(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1_000))
    private let bytes = Array("a picture, as far as the hub knows".utf8)

    init() async throws {
        room = try await Room()
        shelf = BlobShelf(room.hub, clock: clock, limitBytes: 100)
        for bytes in try await room.ana.entries(after: 0, limitBytes: .max).map(\.bytes) {
            _ = try await room.hub.receive([bytes])
        }
    }

    @Test func `lets two who send the same picture help each other`() async throws {
        let hash = digest(bytes)
        let first = try await shelf.take(Array(bytes[..<10]), of: hash, at: 0, isLast: false)
        #expect(first == BlobState(byteCount: 10, isWhole: false))
        await #expect(throws: SyncError.offset) {
            try await shelf.take(Array(bytes[..<12]), of: hash, at: 0, isLast: false)
        }
        let last = try await shelf.take(Array(bytes[10...]), of: hash, at: 10, isLast: true)
        #expect(last == BlobState(byteCount: bytes.count, isWhole: true))
        // Whoever comes late is told that it is all there.
        #expect(try await shelf.take([1], of: hash, at: 0, isLast: false) == last)
    }

    @Test func `has room for so much, parts included`() async throws {
        let half = [UInt8](repeating: 7, count: 60)
        _ = try await shelf.take(half, of: digest(half + half), at: 0, isLast: false)
        await #expect(throws: SyncError.full) {
            try await shelf.take(half, of: digest(half), at: 0, isLast: true)
        }
        _ = try await shelf.take(Array(half[..<40]), of: digest([2]), at: 0, isLast: false)
        await #expect(throws: SyncError.full) {
            try await shelf.take([1], of: digest([2]), at: 40, isLast: false)
        }
    }

    @Test func `drops after a week what no story needs, and nothing else`() async throws {
        let needed = Array("needed".utf8)
        guard let slug = Slug("night-ferry") else { return }
        try await room.ana.commit(
            .share(slug: slug, fields: [.leadImage: "\(digest(needed))"], body: "It sails.\n")
        )
        let entries = try await room.ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        _ = try await room.hub.receive(entries)
        for file in [needed, bytes] {
            _ = try await shelf.take(file, of: digest(file), at: 0, isLast: true)
        }
        _ = try await shelf.take([1], of: digest([9]), at: 0, isLast: false)
        clock.advance(milliseconds: 6 * 86_400_000)
        try await shelf.sweep()
        #expect(await shelf.state(of: digest(bytes)).isWhole)
        clock.advance(milliseconds: 2 * 86_400_000)
        try await shelf.sweep()
        #expect(await !shelf.state(of: digest(bytes)).isWhole)
        #expect(await shelf.state(of: digest([9])).byteCount == 0)
        #expect(await shelf.state(of: digest(needed)).isWhole)
    }

    @Test func `of an editor's machine drops nothing: its private drafts are nobody's business`()
        async throws
    {
        let hash = try room.ana.media.keep(bytes)
        let own = BlobShelf(room.ana, clock: clock)
        clock.advance(milliseconds: 30 * 86_400_000)
        try await own.sweep()
        #expect(room.ana.media.contains(hash))
    }

    @Test func `answers more calls about pictures in a minute than others`() {
        let budget = CallBudget(calls: 1_200)
        let taken = (0..<2_000).count { _ in budget.takes(DeviceKey(.zero), bytes: 0, at: 60) }
        #expect(taken == 1_200)
    }
}

struct `A stretch of a picture` {
    @Test func `is read as it is written, and nothing else`() {
        for range in [BlobRange(first: 0), BlobRange(first: 7, last: 7), BlobRange(first: 1 << 40)]
        {
            #expect(BlobRange(range.description) == range)
        }
        for text in [
            "bytes=", "bytes=-5", "bytes=5-4", "bytes=0-1,3-4", "bytes=+1-", "items=0-", "bytes=1",
            "bytes=9999999999999999-", "bytes=0-x",
        ] {
            #expect(BlobRange(text) == nil, "\(text)")
        }
    }

    @Test func `lies inside the picture`() {
        #expect(BlobRange(first: 0).places(in: 5) == 0..<5)
        #expect(BlobRange(first: 2, last: 3).places(in: 5) == 2..<4)
        #expect(BlobRange(first: 2, last: 99).places(in: 5) == 2..<5)
        #expect(BlobRange(first: 5).places(in: 5) == nil)
        #expect(BlobRange(first: 0).places(in: 0) == nil)
    }
}
