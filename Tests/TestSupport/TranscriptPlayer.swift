import Desk
import Foundation
import Store

/// The desks of a room, at which a transcript is played. Who has none joins first: `stet join`.
actor TranscriptPlayer {
    private var desks: [String: Desk]
    /// What differs in each run or on each machine, by the name that it has in a transcript.
    private let names: [String: String]
    private let room: Room
    private let page: Page

    init(_ room: Room, hub: String, page: Page) {
        self.room = room
        room.folder.drawPictures()
        self.page = page
        names = [
            "$HUB": hub, "$FOLDER": room.folder.url.path, "$ROOT": room.rootCode,
            "$STORIES": Fixtures.folder("stories").path,
            "$IMPORTS": Fixtures.folder("Imports").path,
            "$PICTURES": room.folder.pictures.path, "$THEME": Fixtures.folder("Theme").path,
        ]
        desks = [
            "ana": Desk(room.ana, page: page), "bo": Desk(room.bo, page: page),
            "cy": Desk(room.cy, page: page),
        ]
    }

    /// Types one line; returns it with its answer.
    func play(_ turn: Transcript.Turn) async -> String {
        let asked = "\(turn.machine)> \(turn.line)\n"
        let (said, exitCode) = await answer(to: turn)
        // The longest first, for one folder is in another.
        let answer = names.sorted { $0.value.utf8.count > $1.value.utf8.count }
            .reduce(said) { $0.replacing($1.value, with: $1.key) }
        return asked + answer + (exitCode == 0 ? "" : "[exit \(exitCode)]\n")
    }

    /// Types one line; returns what was said, and the exit code.
    func answer(to turn: Transcript.Turn) async -> (String, Int32) {
        let line = names.reduce(turn.line) { $0.replacing($1.key, with: $1.value) }
        return await answer(to: line, at: turn.machine)
    }

    private func answer(to line: String, at machine: String) async -> (String, Int32) {
        if let words = line.wholeMatch(of: /stet join (.+)/)?.1.split(separator: " ") {
            do {
                return (try await join(words.map(String.init), at: machine), 0)
            } catch {
                let complaint = Complaint(error)
                return (page.shown(complaint), complaint.exitCode)
            }
        }
        guard let desk = desks[machine] else { return ("no desk of this name\n", 1) }
        let reply = await desk.reply(to: line)
        return (reply.output + reply.complaint, reply.exitCode)
    }

    /// `CODE URL`, or `CODE --bundle FILE --request FILE`; without waiting to be let in.
    private func join(_ words: [String], at machine: String) async throws -> String {
        let newcomer = Newcomer(
            in: room.folder.url.appending(path: machine),
            device: "\(machine)'s laptop",
            page: page,
            surroundings: room.surroundings(seed: UInt64(10 + desks.count))
        )
        let (replica, reply) =
            words.count == 2
            ? try await newcomer.ask(words[0], at: words[1])
            : try await newcomer.ask(
                words[0],
                reading: URL(filePath: words[2]),
                asking: URL(filePath: words[4])
            )
        desks[machine] = Desk(replica, page: page)
        return reply.output
    }
}

extension TemporaryFolder {
    /// Where the pictures are that a transcript takes in.
    fileprivate var pictures: URL { url.appending(path: "pictures") }

    /// Draws them: two that are good, and three that are not.
    fileprivate func drawPictures() {
        let placed = InventedPicture.exif([(0x0112, 1)], places: [1, 2, 3, 4])
        let files: [(name: String, bytes: [UInt8])] = [
            ("ferry.png", InventedPicture.png(width: 120, height: 80)),
            ("crane.jpg", InventedPicture.jpeg()),
            ("placed.png", InventedPicture.png(with: "eXIf", placed)),
            ("drawing.png", Array("<svg onload=\"alert(1)\"/>".utf8)),
            ("cut.png", Array(InventedPicture.png(width: 120, height: 80)[..<900])),
        ]
        try? FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
        for (name, bytes) in files {
            try? Data(bytes).write(to: pictures.appending(path: name))
        }
    }
}
