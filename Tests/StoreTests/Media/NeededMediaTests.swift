import Foundation
import GRDB
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

struct `The pictures that are needed` {
    private let bench: Bench
    private let ana: Replica
    private let bytes = InventedPicture.png(width: 4, height: 3)
    private let hub = [UInt8](repeating: 0x55, count: 16)

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
    }

    private func name(_ shade: UInt8) -> Bytes32 { digest([shade]) }

    private func figure(_ shade: UInt8) -> String {
        "![A quay.](media:\(name(shade)) \"At ten\")\n"
    }

    @Test func `are those that drafts name, in field and text`() async throws {
        let draft = try await ana.share("night-ferry", body: "It sails.\n\n\(figure(1))")
        try await ana.commit(.setField(draft, .leadImage, "\(name(2))"))
        #expect(try await ana.neededMedia() == [name(1), name(2)].sorted())
        try await ana.commit(.setField(draft, .leadImage, ""))
        #expect(try await ana.neededMedia() == [name(1)])
        #expect(try await ana.missingMedia() == [name(1)])
    }

    @Test func `are also those of what was asked for, whatever the draft says since`() async throws
    {
        let draft = try await ana.share("night-ferry", body: figure(1))
        try await ana.commit(.setField(draft, .section, "City"))
        let bo = try await bench.joined("bo", as: .editor, of: ana)
        try await ana.commit(.submit(draft, note: nil))
        try await ana.give(to: bo)
        try await bo.commit(.clear(draft, .desk, note: nil))
        try await bo.give(to: ana)
        try await ana.commit(.release(draft, when: .now))
        let text = await ana.newsroom.view.text(of: draft)
        try await ana.commit(
            .edit(draft, [.delete(text.unicodeScalars.count, at: 0), .insert(figure(3), at: 0)])
        )
        #expect(try await ana.neededMedia() == [name(1), name(3)].sorted())
    }

    @Test func `are not those of drafts that nobody else can see`() async throws {
        let slug = try #require(Slug("secret"))
        try await ana.keep(PrivateDraft(slug: slug, body: figure(1)))
        try ana.media.keep(bytes)
        #expect(try await ana.neededMedia().isEmpty)
        #expect(try await ana.mediaToOffer(to: hub).isEmpty)
    }

    @Test func `are offered to a hub until it has them, and again when it forgot`() async throws {
        let hash = try ana.media.keep(bytes)
        let draft = try await ana.share("night-ferry")
        try await ana.commit(.setField(draft, .leadImage, "\(hash)"))
        #expect(try await ana.mediaToOffer(to: hub) == [hash])
        try await ana.markMedia(hash, on: hub)
        #expect(try await ana.mediaToOffer(to: hub).isEmpty)
        #expect(try await ana.mediaToOffer(to: [1]) == [hash])
        try await ana.forget(hub)
        #expect(try await ana.mediaToOffer(to: hub) == [hash])
    }

    @Test func `are listed for a newsroom that was written before there was an archive`()
        async throws
    {
        let draft = try await ana.share("night-ferry", body: figure(1))
        _ = draft
        let copy = bench.place("copy")
        try FileManager.default.copyItem(at: bench.place("ana"), to: copy)
        let file = copy.appending(path: ".stet/newsroom.sqlite")
        try await DatabaseQueue(path: file.path).write { database in
            try database.execute(
                sql: """
                    DROP TABLE media_on_hub; DROP TABLE picture; DROP TABLE fold;
                    DROP TABLE story; DROP TABLE step; DROP TABLE card;
                    DROP TABLE document; DROP TABLE words;
                    CREATE TABLE draft(id BLOB PRIMARY KEY);
                    DELETE FROM fact WHERE name LIKE 'archive%';
                    DELETE FROM grdb_migrations WHERE identifier IN ('4', 'media');
                    """
            )
        }
        let again = try Replica(opening: copy, surroundings: bench.surroundings())
        #expect(try await again.neededMedia() == [name(1)])
        #expect(try await again.check().problems == [])
    }

    @Test func `that the disk spoiled are found by the check`() async throws {
        let hash = try ana.media.keep(bytes)
        #expect(try await ana.check().problems == [])
        try Data([1, 2, 3]).write(to: ana.media.url(of: hash))
        #expect(try await ana.check().problems == ["picture spoiled on the disk: \(hash)"])
    }

    @Test func `go with the words that named them, where the law takes these`() async throws {
        let cy = try await bench.joined("cy", as: .publisher, of: ana)
        let kept = try ana.media.keep(InventedPicture.png(width: 2, height: 2))
        let taken = try ana.media.keep(bytes)
        let own = try ana.media.keep(InventedPicture.gif())
        let draft = try await ana.share("night-ferry", body: "![A quay.](media:\(kept))\n")
        try await ana.commit(.setField(draft, .leadImage, "\(taken)"))
        let slug = try #require(Slug("mine"))
        try await ana.keep(PrivateDraft(slug: slug, fields: [.leadImage: "\(own)"]))
        try await ana.give(to: cy)
        try cy.media.keep(bytes)
        let story = StoryID(draft.bytes)
        let entries = await cy.newsroom.entries(of: story, saying: "\(taken)")
        let ask = try await cy.commit(.askErasure(story, entries, reason: "court order"))
        try await cy.give(to: ana)
        let skeletons = try await ana.skeletons(of: entries)
        try await ana.commit(.orderErasure(story, OperationID(ask.id, 0), skeletons))
        #expect(!ana.media.contains(taken))
        #expect(ana.media.contains(kept) && ana.media.contains(own))
        #expect(cy.media.contains(taken))
        try await ana.give(to: cy)
        #expect(!cy.media.contains(taken))
        #expect(try await cy.neededMedia() == [kept])
    }
}
