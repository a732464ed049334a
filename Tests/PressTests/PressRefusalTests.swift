import Ledger
import Newsroom
import Press
import Store
import TestSupport
import Testing

/// What the press finds wrong by itself (publishing.md 1.1): it answers with a word, and nothing
/// goes out.
@Suite(.timeLimit(.minutes(5)))
struct `The press refuses` {
    private func reasons(
        _ slug: String = "bridge",
        _ fields: [DocumentField: String] = [:],
        body: String = "It reopened on Monday.\n"
    ) async throws -> [RefusalCode] {
        let room = try await PressRoom()
        try await room.release(slug, fields, body: body)
        guard case .refused(_, let reasons, _) = try await room.publish().answers.first else {
            return []
        }
        return reasons.map(\.code)
    }

    @Test func `address: a slug without a letter`() async throws {
        #expect(try await reasons("2026") == [.address])
    }

    @Test func `text: direction marks that do not end in their field`() async throws {
        #expect(try await reasons("bridge", [.headline: "Bridge \u{202E}reopens"]) == [.text])
    }

    @Test func `picture: one without a text for who cannot see it`() async throws {
        let room = try await PressRoom()
        let hash = try room.ana.media.keep(InventedPicture.png(width: 4, height: 3))
        try await room.release("bridge", [.leadImage: "\(hash)"])
        guard case .refused(_, let reasons, let check) = try await room.publish().answers.first
        else {
            Issue.record("the press issued it")
            return
        }
        #expect(reasons.map(\.code) == [.picture])
        #expect(check?.description == "`\(hash.description.prefix(8))…` has no alt")
    }

    @Test func `markdown: what would let a stranger in`() async throws {
        #expect(try await reasons(body: "<script>alert(1)</script>\n") == [.markdown])
    }

    @Test func `seal: one that the device did not make`() async throws {
        let room = try await PressRoom()
        let fields: [DocumentField: String] = [.headline: "A", .section: "City", .language: "en"]
        let slug = try #require(Slug("bridge"))
        let share = Intent.share(slug: slug, fields: fields, body: "It reopened.\n")
        let draft = DraftID(madeBy: try await room.bo.commit(share).id)
        try await room.bo.commit(.submit(draft, note: nil))
        try await room.syncAll()
        try await room.cy.commit(.clear(draft, .desk, note: nil))
        let blank = try #require(Seal([UInt8](repeating: 0, count: 64)))
        try await room.cy.commit { newsroom, author in
            let forger = Author(device: author.device, claimed: author.claimed) { _ in blank }
            return try newsroom.operations(for: .release(draft, when: .now), by: forger)
        }
        try await room.syncAll()
        guard case .refused(_, let reasons, _) = try await room.publish().answers.first else {
            Issue.record("the press issued it")
            return
        }
        #expect(reasons.map(\.code) == [.seal])
    }
}
