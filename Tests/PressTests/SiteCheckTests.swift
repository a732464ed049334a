import Foundation
import Newsroom
import Press
import Testing

@Suite(.timeLimit(.minutes(2)))
struct `A published site` {
    /// A site of two stories, one of them corrected.
    private static func site() async throws -> PressRoom {
        let room = try await PressRoom()
        try await room.release("bridge")
        try await room.release("tower", [.headline: "Tower \"leans\" & stays"])
        try await room.publish()
        try await room.change(
            .correction,
            of: "bridge",
            [.note: "It was Tuesday."],
            body: "It reopened on Tuesday.\n"
        )
        try await room.publish()
        return room
    }

    private static func check(_ room: PressRoom) async throws -> SiteFinding {
        try await SiteReading(FolderFiles(room.site), roots: []).wholeSite()
    }

    @Test func `holds as the press wrote it`() async throws {
        let room = try await Self.site()
        let finding = try await Self.check(room)
        #expect(finding.complaints == [])
        #expect(finding.receipts == 3 && finding.proofs == 3)
        #expect(finding.stories == 2 && finding.pages == 2)
    }

    @Test func `tells what a story's newest proof shows`() async throws {
        let room = try await Self.site()
        let reading = try await SiteReading(FolderFiles(room.site), roots: [])
        let finding = try await reading.story(in: "2026/01/bridge/")
        #expect(finding.number == 2 && finding.version == 2 && finding.status == "live")
        #expect(finding.clearances.map(\.gate) == ["desk"])
        let first = try await reading.proof(at: "2026/01/bridge/proof/0.tar")
        #expect(first.gone == ["body.html", "document.txt"])
    }

    @Test(arguments: [
        ("2026/01/bridge/index.html", "Tuesday.</p>", "Friday.</p>"),
        ("2026/01/bridge/index.html", "<h1>Bridge", "<h1>Bridges"),
        ("2026/01/bridge/index.html", "</div>", "</div><div class=\"body\">\n</div>"),
        (".well-known/stet/log/receipts/000000.txt", "status: live", "status: dead"),
    ])
    func `does not hold with a word changed`(path: String, old: String, new: String) async throws {
        let room = try await Self.site()
        let file = room.site.appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: file)
        #expect(try await Self.check(room).complaints.isEmpty == false)
    }

    @Test(arguments: [
        "2026/01/bridge/proof/0.tar", "2026/01/bridge/proof/2.tar", "2026/01/tower/proof/1.tar",
        "2026/01/tower/index.html", ".well-known/stet/log/receipts/000000.txt",
        ".well-known/stet/log/tiles/0/000000",
    ])
    func `does not hold with a file missing or a bit flipped`(path: String) async throws {
        let room = try await Self.site()
        let file = room.site.appending(path: path)
        let whole = try Data(contentsOf: file)
        try FileManager.default.removeItem(at: file)
        #expect(try await Self.check(room).complaints.isEmpty == false, "missing")
        guard !path.hasSuffix(".html") else { return }
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 5)) {
            var changed = whole
            changed[place] ^= 1
            try changed.write(to: file)
            let complaints = try await Self.check(room).complaints
            #expect(complaints.isEmpty == false, "bit of byte \(place)")
        }
    }

    @Test func `does not hold with a page or a proof that no receipt knows`() async throws {
        let room = try await Self.site()
        let page = room.site.appending(path: "2026/01/bridge/index.html")
        let forged = room.site.appending(path: "2026/01/forged/proof")
        try FileManager.default.createDirectory(at: forged, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: page, to: forged.appending(path: "../index.html"))
        try Data("x".utf8).write(to: forged.appending(path: "7.tar"))
        #expect(
            try await Self.check(room).complaints == [
                "2026/01/forged/index.html: no proof in the log has the body of this page",
                "2026/01/forged/proof/7.tar: no receipt in the log has this proof",
            ]
        )
    }

    @Test(arguments: ["checkpoint.txt", "checkpoint.sig"])
    func `is not read with another head of the log`(name: String) async throws {
        let room = try await Self.site()
        let file = room.site.appending(path: ".well-known/stet/log/\(name)")
        var bytes = try Data(contentsOf: file)
        bytes[20] ^= 1
        try bytes.write(to: file)
        await #expect(throws: CheckRefusal.self) { try await Self.check(room) }
    }

    @Test func `is not read against another root`() async throws {
        let room = try await Self.site()
        let root = try #require(DeviceKey(hex: String(repeating: "5", count: 64)))
        await #expect(throws: CheckRefusal.self) {
            try await SiteReading(FolderFiles(room.site), roots: [root])
        }
    }
}
