import Foundation
import Newsroom
import Press
import Testing

@Suite(.timeLimit(.minutes(2)))
struct `Publishing again` {
    private static func room() async throws -> PressRoom {
        let room = try await PressRoom()
        for number in 1...8 {
            try await room.release("story-\(number)x", [.section: "S\(number)"])
        }
        try await room.publish()
        return room
    }

    /// The files of a site with their bytes, the press's index left out.
    private static func files(of room: PressRoom) throws -> [String: Data] {
        try room.files(in: room.site).filter { !$0.key.hasPrefix(".stet") }
    }

    @Test func `writes nothing where nothing came`() async throws {
        let room = try await Self.room()
        let again = try await room.publish()
        #expect(again.written == 0 && again.removed == 0 && again.unchanged > 100)
    }

    @Test func `writes what one correction changes, and is the whole built anew`() async throws {
        let room = try await Self.room()
        let whole = try Self.files(of: room).count
        let note = [DocumentField.note: "It was Tuesday."]
        try await room.change(.correction, of: "story-3x", note, body: "On Tuesday.\n")
        let some = try await room.publish()
        #expect(some.written > 10 && some.written < whole / 2)
        let kept = try Self.files(of: room)
        let full = try await Press.publish(room.ana, to: room.site, isFull: true)
        #expect(full.written == 0)
        #expect(try Self.files(of: room) == kept)
    }

    @Test func `puts right what somebody changed or deleted`() async throws {
        let room = try await Self.room()
        let before = try Self.files(of: room)
        let page = room.site.appending(path: "2026/01/story-3x/index.html")
        try Data("forged".utf8).write(to: page)
        try FileManager.default.removeItem(at: room.site.appending(path: "feeds/all.atom"))
        #expect(try await room.publish().written == 2)
        #expect(try Self.files(of: room) == before)
    }

    @Test func `makes all anew under another index`() async throws {
        let room = try await Self.room()
        let before = try Self.files(of: room)
        let index = room.site.appending(path: ".stet/press-index")
        let text = try String(contentsOf: index, encoding: .utf8)
        let state = try #require(text.split(separator: "\n").first { $0.hasPrefix("state\t") })
        try Data(text.replacing("\(state)\n", with: "").utf8).write(to: index)
        #expect(try await room.publish().written == 0)
        #expect(try Self.files(of: room) == before)
        #expect(try String(contentsOf: index, encoding: .utf8) == text)
    }
}
