import Desk
import Foundation
import Store

/// The desks of a room, at which a transcript is played.
struct TranscriptPlayer: Sendable {
    private let desks: [String: Desk]
    /// What differs in each run or on each machine, by the name that it has in a transcript.
    private let names: [String: String]

    init(_ room: Room, hub: String) {
        let page = Page(width: 80)
        names = [
            "$HUB": hub, "$FOLDER": room.folder.url.path,
            "$STORIES": Fixtures.folder("stories").path,
        ]
        desks = [
            "ana": Desk(room.ana, page: page), "bo": Desk(room.bo, page: page),
            "cy": Desk(room.cy, page: page),
        ]
    }

    /// Types one line; returns it with its answer.
    func play(_ turn: Transcript.Turn) async -> String {
        let asked = "\(turn.machine)> \(turn.line)\n"
        guard let desk = desks[turn.machine] else { return asked + "no desk of this name\n" }
        let line = names.reduce(turn.line) { $0.replacing($1.key, with: $1.value) }
        let reply = await desk.reply(to: line)
        let answer = names.reduce(reply.output + reply.complaint) {
            $0.replacing($1.value, with: $1.key)
        }
        return asked + answer + (reply.exitCode == 0 ? "" : "[exit \(reply.exitCode)]\n")
    }
}
