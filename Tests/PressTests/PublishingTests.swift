import Foundation
import Newsroom
import Press
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A release` {
    @Test func `becomes a page, feeds, a proof and a log`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge", [.byline: "By Bo Lind", .standfirst: "After a year."])
        let publication = try await room.publish()
        let slug = try #require(Slug("bridge"))
        #expect(
            publication.answers == [
                .issued(slug, url: "https://example.org/2026/01/bridge/", version: 1, receipt: 0)
            ]
        )
        let page = try room.text("2026/01/bridge/index.html")
        #expect(page.contains("<h1>Bridge reopens</h1>"))
        #expect(page.contains("<p>It reopened on Monday.</p>"))
        #expect(page.contains("1 January 2026, 09:00 UTC+1"))
        let feed = try room.text("feeds/all.atom")
        #expect(feed.contains("<published>2026-01-01T09:00:00+01:00</published>"))
        #expect(feed.contains("&lt;p&gt;It reopened on Monday.&lt;/p&gt;"))
    }

    @Test func `is proved by stock tools alone`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge")
        try await room.publish()
        let check = StockTools(room)
        let said = try check.proof("2026/01/bridge/proof/0.tar")
        #expect(said.text.contains("OK: receipt 0, version 1 of https://example.org"))
        #expect(said.exit == 0)
        let log = try check.log(receiptOf: "2026/01/bridge/proof/0.tar")
        #expect(log.text == "in the log: receipt 0 of 1\n")
    }

    @Test func `changes no byte when the press runs again`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge")
        try await room.publish()
        let before = try room.files(in: room.site)
        let again = try await room.publish()
        #expect(again.answers == [])
        #expect((again.written, again.removed) == (0, 0))
        #expect(try room.files(in: room.site) == before)
    }

    @Test func `makes the same site on every replica`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge")
        try await room.publish()
        let elsewhere = room.folder.appending(path: "elsewhere")
        let publication = try await Press.publish(room.bo, to: elsewhere)
        #expect(!publication.isPress)
        #expect(try room.files(in: elsewhere) == room.files(in: room.site))
    }

    @Test func `is refused with a reason that tells no word of it`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge", body: "Fine.\n\n<script>secret()</script>\n")
        let publication = try await room.publish()
        guard case .refused(let slug, let reasons, let check) = publication.answers.first else {
            Issue.record("the press issued it")
            return
        }
        #expect(slug.description == "bridge")
        #expect(reasons.map(\.code) == [.markdown])
        #expect(check?.description == "line 3: raw HTML is not published")
        #expect(try await room.publish().answers == [])
    }

    @Test func `waits for its time by the press's clock`() async throws {
        let room = try await PressRoom()
        let due = Moment(milliseconds: PressRoom.start.milliseconds + 3_600_000)
        try await room.release("bridge", when: .at(due))
        #expect(try await room.publish().answers == [])
        let early = try room.files(in: room.site)
        #expect(!early.values.contains { $0.range(of: Data("bridge".utf8)) != nil })
        room.clock.turn(seconds: 3_600)
        #expect(try await room.publish().answers.count == 1)
    }

    @Test func `needs a site to be published on`() async throws {
        let room = try await PressRoom(site: nil)
        await #expect(throws: PressError.noSite) { try await room.publish() }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A correction` {
    @Test func `stands on top of page and feeds, and leaves nothing of the wrong claim`()
        async throws
    {
        let room = try await PressRoom()
        try await room.release("bridge", body: "It reopened on Monday.\n")
        try await room.publish()
        room.clock.turn(seconds: 86_400)
        let note = "It reopened on Tuesday, not on another day as an earlier version said."
        try await room.change(
            .correction,
            of: "bridge",
            [.note: note],
            body: "It reopened on Tuesday.\n"
        )
        try await room.publish()
        let label = "<p><strong>Correction, 2 January 2026, 09:00 UTC+1:</strong> \(note)</p>"
        #expect(try room.text("2026/01/bridge/index.html").contains(label))
        #expect(try room.text("corrections/index.html").contains(note))
        #expect(try room.text("feeds/corrections.json").contains(note))
        for (path, data) in try room.files(in: room.site) {
            #expect(data.range(of: Data("Monday".utf8)) == nil, "\(path) has the wrong claim")
        }
        for number in 0...1 {
            #expect(try StockTools(room).proof("2026/01/bridge/proof/\(number).tar").exit == 0)
        }
    }
}
