import Foundation
import Ledger
import Newsroom
import Press
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A story with pictures` {
    private let lead = InventedPicture.png(width: 1_200, height: 800)
    private let second = InventedPicture.png(width: 60, height: 40)

    private var leadPath: String { "media/\(path(of: lead))" }

    private func path(of bytes: [UInt8]) -> String {
        let name = digest(bytes).description
        return "\(name.prefix(2))/\(name).png"
    }

    private var fields: [DocumentField: String] {
        [
            .leadImage: "\(digest(lead))", .leadImageAlt: "The ferry & its \"quay\".",
            .leadImageCaption: "At ten.", .leadImageCredit: "Bo Sample",
        ]
    }

    private var body: String {
        "It sails.\n\n![A crane.](media:\(digest(second)) \"The crane (Ann Sample)\")\n"
    }

    private func room(having pictures: [[UInt8]]) async throws -> PressRoom {
        let room = try await PressRoom()
        for bytes in pictures { try room.ana.media.keep(bytes) }
        return room
    }

    @Test func `shows them unchanged, with sizes, texts and credits`() async throws {
        let room = try await room(having: [lead, second])
        try await room.release("bridge", fields, body: body)
        try await room.publish()
        let page = try room.text("2026/01/bridge/index.html")
        #expect(
            page.contains(
                """
                <img src="https://example.org/\(leadPath)" \
                alt="The ferry &amp; its &quot;quay&quot;." width="1200" height="800">\
                <figcaption>At ten. (Bo Sample)</figcaption></figure>
                """
            ),
            "\(page)"
        )
        #expect(page.contains("alt=\"A crane.\" width=\"60\" height=\"40\">"))
        #expect(page.contains("<figcaption>The crane (Ann Sample)</figcaption>"))
        #expect(page.contains("property=\"og:image\" content=\"https://example.org/\(leadPath)\""))
        #expect(page.contains("\"@type\": \"ImageObject\""))
        let files = try room.files(in: room.site)
        #expect(files[leadPath] == Data(lead))
        #expect(files["media/\(path(of: second))"] == Data(second))
    }

    @Test func `has its lead picture in every feed, with kind and length`() async throws {
        let room = try await room(having: [lead, second])
        try await room.release("bridge", fields, body: body)
        try await room.publish()
        let url = "https://example.org/\(leadPath)"
        let atom = try room.text("feeds/all.atom")
        #expect(atom.contains("rel=\"enclosure\" type=\"image/png\" length=\"\(lead.count)\""))
        #expect(atom.contains(url))
        let rss = try room.text("feeds/all.rss")
        #expect(
            rss.contains("<enclosure url=\"\(url)\" length=\"\(lead.count)\" type=\"image/png\"")
        )
        let json = try room.text("feeds/all.json")
        #expect(json.contains("\"image\": \"\(url)\""))
        #expect(json.contains("\"mime_type\": \"image/png\""))
        let item = try room.text("2026/01/bridge/story.ninjs.json")
        #expect(item.contains("\"contentType\": \"image/png\""))
        #expect(item.contains("\"width\": 1200"))
    }

    @Test func `is the same bytes on another machine, once it has the pictures`() async throws {
        let room = try await room(having: [lead, second])
        try await room.release("bridge", fields, body: body)
        try await room.publish()
        let other = room.folder.appending(path: "other")
        await #expect(
            throws: PressError.noPicture([digest(lead), digest(second)].sorted()[0], count: 2)
        ) {
            try await Press.publish(room.bo, to: other)
        }
        #expect(!FileManager.default.fileExists(atPath: other.path))
        try room.bo.media.keep(lead)
        try room.bo.media.keep(second)
        _ = try await Press.publish(room.bo, to: other)
        let (mine, theirs) = (try room.files(in: room.site), try room.files(in: other))
        #expect(mine.keys.sorted() == theirs.keys.sorted())
        for (path, bytes) in mine where !path.hasPrefix(".stet") {
            #expect(theirs[path] == bytes, "\(path)")
        }
    }

    @Test func `waits for a picture that is not here, and keeps no other waiting`() async throws {
        let room = try await room(having: [lead])
        try await room.release("bridge", fields, body: body)
        try await room.release("quay", body: "It opened.\n")
        let first = try await room.publish().answers
        #expect(first.count == 2)
        let (bridge, quay) = (try #require(Slug("bridge")), try #require(Slug("quay")))
        guard case .issued(quay, _, _, 0) = first[0] else {
            Issue.record("\(first)")
            return
        }
        #expect(first[1] == .waits(bridge, picture: digest(second)))
        try room.ana.media.keep(second)
        guard case .issued(bridge, _, _, 1) = try await room.publish().answers.first else {
            Issue.record("it does not go out when the picture is here")
            return
        }
    }

    @Test func `is refused where a picture tells a place, or is none`() async throws {
        let exif = InventedPicture.exif([], places: [2, 4])
        let placed = InventedPicture.png(with: "eXIf", exif)
        let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
        let room = try await room(having: [placed, drawing])
        for (slug, bytes) in [("bridge", placed), ("quay", drawing)] {
            let hash = digest(bytes)
            try await room.release(
                slug,
                [.leadImage: "\(hash)", .leadImageAlt: "A quay."],
                body: "It opened.\n"
            )
            guard case .refused(_, let reasons, let check?) = try await room.publish().answers.first
            else {
                Issue.record("it went out")
                return
            }
            #expect(reasons.map(\.code) == [.picture])
            #expect(check.description.hasPrefix("`\(hash.description.prefix(8))…` "))
        }
    }

    @Test func `takes its pictures with it when it is withdrawn, unless another shows them`()
        async throws
    {
        let room = try await room(having: [lead, second])
        try await room.release("bridge", fields, body: body)
        try await room.release("quay", fields, body: "It opened.\n")
        try await room.publish()
        let view = await room.cy.newsroom.view
        let story = try #require(view.stories(called: "bridge").first)
        try await room.cy.commit(.change(.withdraw, story.id, note: "It was wrong."))
        try await room.syncAll()
        try await room.publish()
        let files = try room.files(in: room.site)
        #expect(files["media/\(path(of: second))"] == nil)
        #expect(files[leadPath] != nil)
        let whole = room.folder.appending(path: "whole")
        _ = try await Press.publish(room.ana, to: whole, isFull: true)
        #expect(try room.files(in: whole).keys.sorted() == files.keys.sorted())
    }

    @Test func `cannot be written anew once a picture of it is gone`() async throws {
        let room = try await room(having: [lead, second])
        try await room.release("bridge", fields, body: body)
        try await room.publish()
        let before = try room.files(in: room.site)
        try FileManager.default.removeItem(at: room.ana.media.url(of: digest(second)))
        await #expect(throws: PressError.noPicture(digest(second), count: 1)) {
            try await Press.publish(room.ana, to: room.site, isFull: true)
        }
        #expect(try room.files(in: room.site) == before)
    }
}
