import Desk
import Foundation
import TestSupport
import Testing

/// What changes more than twenty things is shown first.
@Suite(.timeLimit(.minutes(5)))
struct `Before more than twenty things change` {
    private func desk(of room: Room, having count: Int) async throws -> Desk {
        let desk = Desk(room.ana, page: Page(width: 80))
        for number in 0..<count {
            for line in ["new story-\(number)", "append Text.", "share"] {
                #expect(await desk.reply(to: line).exitCode == 0)
            }
        }
        return desk
    }

    @Test(arguments: ["policy original desk subs", "checks headline-length block 70"])
    func `the desk says how many, and waits for a word`(line: String) async throws {
        let room = try await Room()
        let desk = try await desk(of: room, having: 20)
        #expect(await desk.reply(to: line).exitCode == 0)
        #expect(await desk.reply(to: "undo").exitCode == 0)
        for line in ["new story-20", "share"] { _ = await desk.reply(to: line) }
        let reply = await desk.reply(to: line)
        #expect(reply.exitCode == 1)
        #expect(reply.complaint.contains("21 drafts in work will be judged by it"))
        #expect(await desk.reply(to: "\(line) --yes").exitCode == 0)
        #expect(await desk.reply(to: "undo").exitCode == 0)
    }

    @Test func `an import makes none of its drafts yet`() async throws {
        let room = try await Room()
        let desk = try await desk(of: room, having: 0)
        let files = try (0..<21).map { number in
            let file = room.folder.url.appending(path: "note-\(number).txt")
            try Data("Text \(number).\n".utf8).write(to: file)
            return file.path
        }
        let reply = await desk.reply(to: "import", files)
        #expect(reply.complaint.contains("21 private drafts will be made"))
        #expect(await desk.reply(to: "open note-0").exitCode == 1)
        let meant = await desk.reply(to: "import", files + ["--yes"])
        #expect(meant.exitCode == 0, "\(meant.complaint)")
        #expect(await desk.reply(to: "open note-20").exitCode == 0)
    }
}
