import Exchange
import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `One story on three machines` {
    private func shared(_ room: Room) async throws -> DraftID {
        guard let slug = Slug("night-ferry") else { throw StoreError.noDevice }
        let entry = try await room.ana.commit(
            .share(
                slug: slug,
                fields: [.headline: "Night ferry returns", .section: "city", .language: "en"],
                body: "The ferry sails at ten. It takes an hour.\n"
            )
        )
        return DraftID(madeBy: entry.id)
    }

    private func place(_ word: String, in text: String) throws -> Int {
        let range = try #require(text.firstRange(of: word))
        return text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    }

    private func replace(
        _ word: String,
        with other: String,
        in draft: DraftID,
        on replica: Replica
    ) async throws {
        let place = try place(word, in: await replica.newsroom.view.text(of: draft))
        let count = word.unicodeScalars.count
        try await replica.commit(
            .edit(draft, [.delete(count, at: place), .insert(other, at: place)])
        )
    }

    @Test func `merges, is cleared by a third, and converges`() async throws {
        let room = try await Room()
        try await room.serving { client in
            let draft = try await self.shared(room)
            try await room.syncAll(client)
            try await self.replace("ten", with: "eleven", in: draft, on: room.ana)
            try await self.replace("an hour", with: "two hours", in: draft, on: room.bo)
            try await self.replace("sails", with: "leaves", in: draft, on: room.bo)
            try await room.syncAll(client)
            let view = await room.cy.newsroom.view
            #expect(
                view.text(of: draft) == "The ferry leaves at eleven. It takes two hours.\n"
            )
            #expect(view.overlaps(in: draft).map(\.sentence) == ["The ferry leaves at eleven."])
            try await room.ana.commit(.settle(draft))
            try await room.ana.commit(.submit(draft, note: nil))
            await #expect(
                throws: Refusal(verb: "clear", subject: "night-ferry", code: .contributor)
            ) {
                try await room.ana.commit(.clear(draft, .desk, note: nil))
            }
            try await room.syncAll(client)
            try await room.cy.commit(.clear(draft, .desk, note: nil))
            try await room.cy.commit(.release(draft, when: .now))
            _ = try await client.sync(room.cy)
            try await room.syncAll(client)
            let hashes = Set([
                try await room.ana.check().stateHash, try await room.bo.check().stateHash,
                try await room.cy.check().stateHash, try await room.hub.check().stateHash,
            ])
            #expect(hashes.count == 1)
            #expect(try await room.bo.check().problems.isEmpty)
            #expect(await room.ana.newsroom.view.nextRequest(at: room.ana.now)?.reasons == [])
        }
    }

    @Test func `costs one round trip when nothing is new`() async throws {
        let room = try await Room()
        try await room.serving { client in
            try await room.syncAll(client)
            let report = try await client.sync(room.ana)
            #expect(report.roundTrips == 1)
            #expect(report.rootsAgree)
            #expect(report.pulled == 0)
        }
    }

    @Test func `is not shown to a device that belongs to nobody`() async throws {
        let room = try await Room()
        let stranger = try Replica.join(
            in: room.folder.url.appending(path: "stranger"),
            newsroom: room.ana.id,
            member: MemberID(room.ana.id.bytes),
            surroundings: .system()
        ).replica
        try await room.serving { client in
            _ = try await client.sync(room.ana)
            await #expect(throws: ExchangeError.self) { try await client.sync(stranger) }
        }
    }
}
