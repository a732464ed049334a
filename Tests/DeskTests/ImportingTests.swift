import Desk
import Foundation
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Importing` {
    private let room: Room
    private let desk: Desk

    init() async throws {
        room = try await Room()
        desk = Desk(room.ana, page: Page(width: 80))
    }

    /// Writes a file that was saved on 2 January 2026.
    private func file(_ name: String, _ text: String) throws -> String {
        let file = room.folder.url.appending(path: name)
        try Data(text.utf8).write(to: file)
        let saved = Date(timeIntervalSince1970: 1_767_312_000)
        try FileManager.default.setAttributes([.modificationDate: saved], ofItemAtPath: file.path)
        return file.path
    }

    private func typed(_ line: String) async -> String {
        let reply = await desk.reply(to: line)
        return reply.output + reply.complaint
    }

    private static let pasted = """
        City
        Bridge reopens
        Bridge reopens
        11:30 - Today
        12 shares

        The old bridge carried its first tram at six this morning.
        """

    @Test func `says of each part what it was taken for`() async throws {
        let path = try file("pasted.txt", Self.pasted)
        let said = await typed("import \(path) as bridge")
        #expect(
            said == """
                unsure   section       City            short, above the headline
                sure     headline      Bridge reopens  stands twice
                dropped  headline      Bridge reopens  stands there again
                unsure   date          11:30 - Today   no day; the file was saved 2026-01-02
                dropped  clutter       12 shares
                bridge: a private draft of 11 words is open; 1 sure, 2 unsure, 2 dropped; a note in it says what to look at

                """
        )
    }

    @Test func `knows the sections that stories have`() async throws {
        _ = await typed("new ferry")
        _ = await typed("set section City")
        _ = await typed("share")
        let said = await typed("import \(try file("pasted.txt", Self.pasted)) as bridge")
        #expect(said.contains("sure     section       City            known section\n"))
    }

    @Test func `keeps the file as it came`() async throws {
        let path = try file("pasted.txt", Self.pasted)
        _ = await typed("import \(path) as bridge")
        let program = Desk(room.ana, page: Page(isJSON: true))
        let answer = await program.reply(to: "import \(path) as again").output
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        )
        let drafts = try #require(object["drafts"] as? [[String: Any]])
        let hash = try #require(drafts.first?["original"] as? String)
        let kept = room.ana.folder.url.appending(path: "imports/\(hash.prefix(2))/\(hash)")
        #expect(try String(contentsOf: kept, encoding: .utf8) == Self.pasted)
    }

    @Test(
        arguments: [
            ("night-ferry.txt", "night-ferry"), ("Night ferry - Post.txt", "bridge-reopens"),
            ("Bridge.text", "bridge-reopens"),
        ]
    )
    func `calls the story as the file, or as its headline`(
        name: String,
        slug: String
    ) async throws {
        let path = try file(name, Self.pasted)
        #expect(await typed("import \"\(path)\"").contains("\n\(slug): a private draft"))
    }

    @Test func `calls a story in another script by its hash`() async throws {
        let path = try file("الجسر.txt", "الجسر يفتح بعد شتاءين\n\nنص.")
        let said = await typed("import \"\(path)\"")
        #expect(said.contains(/import-[0-9a-f]{8}: a private draft/))
    }

    @Test func `makes all drafts or none`() async throws {
        let first = try file("first.txt", Self.pasted)
        let second = try file("second.txt", "PK\u{3}\u{4}\0\0")
        let said = await typed("import \(first) \(second)")
        #expect(said.hasPrefix("error: cannot use \(second): it is not text\n"))
        #expect(try await room.ana.privateDrafts().isEmpty)
    }
}
