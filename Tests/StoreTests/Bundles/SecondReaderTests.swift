import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

/// `tools/read-bundle`, which was written from docs/formats.md and shares no code with Stet.
@Suite(.timeLimit(.minutes(5)))
struct `The second reader` {
    private func read(_ file: URL) throws -> (said: String, exit: Int32) {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../tools/read-bundle")
        let reader = Process()
        reader.executableURL = URL(filePath: "/usr/bin/env")
        reader.arguments = ["python3", script.path, file.path]
        let output = Pipe()
        (reader.standardOutput, reader.standardError) = (output, output)
        try reader.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        reader.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), reader.terminationStatus)
    }

    @Test func `verifies a bundle and merges its texts as we do`() async throws {
        let room = try await Room()
        let slug = try #require(Slug("night-ferry"))
        let shared = try await room.ana.commit(
            .share(
                slug: slug,
                fields: [.headline: "Night ferry returns", .language: "en"],
                body: "The ferry sails at ten.\nIt takes an hour.\n"
            )
        )
        let draft = DraftID(madeBy: shared.id)
        func exchange(_ one: Replica, _ other: Replica) async throws {
            for (from, to) in [(one, other), (other, one)] {
                _ = try await to.receive(from.entries(after: 0, limitBytes: .max).map(\.bytes))
            }
        }
        for round in 0..<3 {
            try await exchange(room.ana, room.bo)
            // Both write at one place, and one takes away what the other writes in.
            try await room.ana.commit(.edit(draft, [.insert("At \(round). ", at: 4)]))
            try await room.bo.commit(
                .edit(draft, [.insert("“Ö\(round)” ", at: 4), .delete(3, at: 9)])
            )
        }
        try await exchange(room.ana, room.bo)
        let file = room.folder.url.appending(path: "all.stet")
        try await room.ana.exportBundle(.everything, to: file)
        let (said, exit) = try read(file)
        #expect(exit == 0, "\(said)")
        let count = await room.ana.newsroom.count
        #expect(said.contains("\(count) entries, all signatures good"))
        let text = await room.ana.newsroom.view.text(of: draft)
        let lines = text.split(separator: "\n").map { "  | \($0)\n" }.joined()
        #expect(said.contains("  headline: Night ferry returns\n"))
        #expect(said.hasSuffix(lines), "\(said)")
    }

    @Test func `reads what the law left as we do`() async throws {
        let room = try await Room()
        let slug = try #require(Slug("night-ferry"))
        let shared = try await room.ana.commit(
            .share(slug: slug, fields: [.headline: "Night ferry"], body: "It sails.\n")
        )
        let draft = DraftID(madeBy: shared.id)
        try await room.ana.commit(.edit(draft, [.insert("Mr Ames says: ", at: 0)]))
        let entries = try await room.ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        _ = try await room.cy.receive(entries)
        let story = StoryID(madeBy: shared.id)
        let found = await room.cy.newsroom.entries(of: story, saying: "Mr Ames")
        let ask = try await room.cy.commit(.askErasure(story, found, reason: "court order"))
        _ = try await room.ana.receive(room.cy.entries(after: 0, limitBytes: .max).map(\.bytes))
        let skeletons = try await room.ana.skeletons(of: found)
        try await room.ana.commit(.orderErasure(story, OperationID(ask.id, 0), skeletons))
        let file = room.folder.url.appending(path: "all.stet")
        try await room.ana.exportBundle(.everything, to: file)
        let (said, exit) = try read(file)
        #expect(exit == 0, "\(said)")
        #expect(!said.contains("Ames") && !said.contains("content missing"))
        #expect(said.hasSuffix("  | It sails.\n"), "\(said)")
    }

    @Test func `refuses a changed bundle`() async throws {
        let room = try await Room()
        let file = room.folder.url.appending(path: "all.stet")
        try await room.ana.exportBundle(.everything, to: file)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 2_000] ^= 1
        try bytes.write(to: file)
        #expect(try read(file).exit == 1)
    }
}
