import Foundation
import Newsroom
import Press
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `What is public` {
    private func story(_ slug: String, in room: PressRoom) async throws -> StoryID {
        let stories = await room.ana.newsroom.view.stories(called: slug)
        return try #require(stories.first?.id)
    }

    private func ask(
        _ action: PublicAction,
        _ slug: String,
        _ note: String,
        _ room: PressRoom
    )
        async throws
    {
        let story = try await story(slug, in: room)
        try await room.cy.commit(.change(action, story, note: note))
        try await room.syncAll()
        room.clock.turn(seconds: 60)
    }

    @Test func `is withheld and comes back, provably`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge", body: "Nobody may read this now.\n")
        try await room.publish()
        try await ask(.withhold, "bridge", "Withheld while we check.", room)
        let withheld = try await room.publish()
        let slug = try #require(Slug("bridge"))
        let url = "https://example.org/2026/01/bridge/"
        #expect(withheld.answers == [.changed(slug, .withheld, url: url, receipt: 1)])
        let page = try room.text("2026/01/bridge/index.html")
        #expect(page.contains("<h1>Withheld: Bridge reopens</h1>"))
        #expect(page.contains("Withheld while we check."))
        for (path, data) in try room.files(in: room.site) {
            #expect(data.range(of: Data("Nobody may read".utf8)) == nil, "\(path) has the text")
        }
        let ninjs = try room.text("2026/01/bridge/story.ninjs.json")
        #expect(ninjs.contains("\"pubStatus\": \"withheld\""))
        #expect(!(try room.text("sitemap-news.xml").contains("bridge")))
        #expect(try StockTools(room).proof("2026/01/bridge/proof/1.tar").text.contains("OK:"))
    }

    @Test func `is withdrawn with a notice that stays for ever`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge", body: "The single source said so.\n")
        try await room.publish()
        try await ask(.withdraw, "bridge", "The source could not be confirmed.", room)
        try await room.publish()
        let note = "The source could not be confirmed."
        #expect(try room.text("corrections/index.html").contains(note))
        let feed = try room.text("feeds/all.atom")
        #expect(feed.contains("<title type=\"text\">Retracted: Bridge reopens</title>"))
        #expect(feed.contains("term=\"withdrawn\""))
        #expect(!feed.contains("single source"))
        #expect(try room.text("2026/01/bridge/story.ninjs.json").contains("KILL: \(note)"))
        #expect(try StockTools(room).proof("2026/01/bridge/proof/1.tar").exit == 0)
        #expect(try StockTools(room).proof("2026/01/bridge/proof/0.tar").exit == 0)
    }

    @Test func `is removed on the word of two`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge", body: "A name that the court protects.\n")
        try await room.publish()
        try await ask(.remove, "bridge", "451 By order of a court.", room)
        #expect(try await room.publish().answers == [])
        let story = try await story("bridge", in: room)
        let request = try #require(
            await room.ana.newsroom.view.stories[story]?.requests.keys.first
        )
        try await room.ana.commit(.second(story, request))
        try await room.syncAll()
        #expect(try await room.publish().answers.count == 1)
        #expect(try room.text("redirects.txt").contains("451 =/2026/01/bridge/"))
        let feed = try room.text("feeds/all.atom")
        #expect(feed.contains("<at:deleted-entry ref="))
        for (path, data) in try room.files(in: room.site) {
            #expect(data.range(of: Data("court protects".utf8)) == nil, "\(path) has the text")
            #expect(data.range(of: Data("Bridge reopens".utf8)) == nil, "\(path) has the headline")
        }
        let said = try StockTools(room).proof("2026/01/bridge/proof/1.tar")
        #expect(said.text.contains("removed by") && said.exit == 0, "\(said.text)")
    }
}
