import Desk
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A difference` {
    private func desk(_ page: Page, _ room: Room) async throws -> Desk {
        let desk = Desk(room.ana, page: page)
        for line in [
            "new ferry", "append \"The ferry <sails> at ten & returns.\"", "append \"漢字の船は港を出ます。\"",
            "share", "save", "replace ten eleven", "replace 港 島", "append \"\u{202E}New.\"",
        ] {
            let reply = await desk.reply(to: line)
            #expect(reply.exitCode == 0 || line.contains("\u{202E}"), "\(line): \(reply.complaint)")
        }
        return desk
    }

    private func firstHash(_ desk: Desk) async -> String {
        let history = await desk.reply(to: "history").output
        return history.firstMatch(of: /saved ([0-9a-f]{8})/).map { String($0.1) } ?? "none"
    }

    @Test(arguments: [20, 40, 80, 200])
    func `in two columns fits the page`(width: Int) async throws {
        let desk = try await desk(Page(width: width), try await Room())
        let reply = await desk.reply(to: "diff --from \(firstHash(desk)) --side")
        #expect(reply.exitCode == 0, "\(reply.complaint)")
        let rows = reply.output.split(separator: "\n").dropFirst()
        #expect(rows.count >= 3)
        for row in rows {
            let left = row.split(separator: "|", maxSplits: 1)[0].dropLast()
            let wide = left.unicodeScalars.count { $0.value >= 0x3000 }
            #expect(left.count + wide == max(12, (width - 3) / 2), "\(row)")
        }
    }

    @Test func `as a page holds no mark-up of the text and no script`() async throws {
        let room = try await Room()
        let desk = try await desk(Page(), room)
        let file = room.folder.url.appending(path: "changes.html")
        let reply = await desk.reply(to: "diff --from \(firstHash(desk)) --html \(file.path)")
        #expect(reply.exitCode == 0, "\(reply.complaint)")
        let html = try String(contentsOf: file, encoding: .utf8)
        #expect(html.contains("<del>ten</del><ins>eleven</ins> &amp; returns."))
        #expect(html.contains("&lt;sails&gt;") && !html.contains("<sails>"))
        #expect(!html.contains("<script") && !html.contains("http://"))
    }
}
