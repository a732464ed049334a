import Exchange
import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

/// Bo's clock is five years behind, Cy's five years ahead of the hub's and Ana's.
@Suite(.timeLimit(.minutes(5)))
struct `Machines whose clocks are years apart` {
    private static let start: Int64 = 1_777_626_000_000
    private static let fiveYears: Int64 = 5 * 365 * 86_400_000

    private func room() async throws -> Room {
        try await Room(
            bosClock: FakeClock(milliseconds: Self.start - Self.fiveYears),
            cysClock: FakeClock(milliseconds: Self.start + Self.fiveYears)
        )
    }

    @Test func `exchange texts and pictures, and agree on everything`() async throws {
        let room = try await room()
        let picture = InventedPicture.png(width: 12, height: 8)
        try await room.serving { client in
            try await room.syncAll(client)
            let slug = try #require(Slug("ferry"))
            let shared = try await room.bo.commit(
                .share(slug: slug, fields: [:], body: "The ferry sails.\n")
            )
            let draft = DraftID(madeBy: shared.id)
            let hash = try room.bo.media.keep(picture)
            try await room.bo.commit(.setField(draft, .leadImage, "\(hash)"))
            try await room.syncAll(client)
            for (replica, words) in [(room.cy, "Later. "), (room.bo, "Earlier. ")] {
                try await replica.commit(.edit(draft, [.insert(words, at: 0)]))
            }
            try await room.syncAll(client)
            try await room.ana.commit(.edit(draft, [.insert("Now. ", at: 0)]))
            try await room.syncAll(client)
            let state = await room.ana.newsroom.stateHash()
            for replica in [room.bo, room.cy, room.hub] {
                #expect(await replica.newsroom.stateHash() == state)
                #expect(replica.media.contains(hash))
            }
            let text = await room.ana.newsroom.view.text(of: draft)
            for words in ["Later. ", "Earlier. ", "Now. ", "The ferry sails.\n"] {
                #expect(text.components(separatedBy: words).count == 2, "\(words)")
            }
        }
    }

    @Test func `need one more round trip: the one that tells them the hub's time`() async throws {
        let room = try await room()
        try await room.serving { client in
            try await room.syncAll(client)
            #expect(try await client.sync(room.ana).roundTrips == 1)
            #expect(try await client.sync(room.bo).roundTrips == 2)
            #expect(try await client.sync(room.cy).roundTrips == 2)
        }
    }
}
