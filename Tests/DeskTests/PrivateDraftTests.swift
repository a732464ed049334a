import Desk
import Newsroom
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A private draft` {
    @Test func `is in no log, and is shared without its keystrokes`() async throws {
        let room = try await Room()
        let desk = Desk(room.ana, page: Page(width: 80))
        func type(_ lines: [String]) async {
            for line in lines {
                let reply = await desk.reply(to: line)
                #expect(reply.exitCode == 0, "\(line): \(reply.complaint)")
            }
        }
        let before = await room.ana.newsroom.count
        await type([
            "new ferry", "append \"The mayor lied.\"", "replace \"lied\" \"erred\"",
            "set headline \"First words\"", "set headline \"Last words\"",
        ])
        #expect(await room.ana.newsroom.count == before)
        await type(["share"])
        let shared = await room.ana.newsroom.operations(fromEntry: before).map(\.operation)
        let changes = shared.compactMap { operation in
            if case .writeText(let change) = operation { change.edits } else { nil }
        }
        #expect(changes == [[.insert("The mayor erred.\n", at: 0)]])
        let headlines = shared.compactMap { operation in
            if case .setDraft(let act) = operation, act.field == .headline {
                act.value
            } else {
                nil
            }
        }
        #expect(headlines == ["Last words"])
    }
}
