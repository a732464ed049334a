package import Desk
package import Foundation

/// A session at one or several desks as a person sees it: lines after `NAME> ` are typed, the
/// rest is what the desk answers, complaints included.
package struct Transcript: Sendable {
    /// One typed line, and where it was typed.
    package struct Turn: Hashable, Sendable {
        package let machine: String
        package let line: String
    }

    /// What stands in the file.
    package let text: String
    /// The typed lines, in order.
    package let turns: [Turn]

    /// Reads a transcript.
    package init(_ file: URL) throws {
        text = try String(contentsOf: file, encoding: .utf8)
        turns = text.split(separator: "\n").compactMap { line in
            let match = line.prefixMatch(of: #/(\w+)> /#)
            return match.map { match in
                Turn(machine: String(match.1), line: String(line[match.range.upperBound...]))
            }
        }
    }

    /// The lines before the first that is typed: what the session is about.
    private var preface: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { $0.prefixMatch(of: #/\w+> /#) == nil }.joined(separator: "\n")
    }

    /// Plays the session in a room, and returns it with what was really answered.
    package func played(
        in room: Room,
        on page: Page = Page(width: 80)
    ) async throws -> String {
        let (answers, told) = AsyncStream<String>.makeStream()
        try await room.servingAddress { url in
            let player = TranscriptPlayer(room, hub: url, page: page)
            for turn in turns { told.yield(await player.play(turn)) }
            told.finish()
        }
        var played = preface
        if !played.isEmpty { played += "\n" }
        for await answer in answers { played += answer }
        return played
    }

    /// Plays the session in a room for a program; returns what is answered, an object a line.
    package func answers(in room: Room) async throws -> [String] {
        let (answers, told) = AsyncStream<String>.makeStream()
        try await room.servingAddress { url in
            let player = TranscriptPlayer(room, hub: url, page: Page(isJSON: true))
            for turn in turns { told.yield(await player.answer(to: turn).0) }
            told.finish()
        }
        var lines: [String] = []
        for await answer in answers {
            lines += answer.split(separator: "\n").filter { $0.hasPrefix("{") }.map(String.init)
        }
        return lines
    }

    /// All recorded sessions, by name.
    package static func all() throws -> [(name: String, transcript: Transcript)] {
        let folder = Fixtures.folder("Transcripts")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }.sorted()
            .map { ($0, try Transcript(folder.appending(path: $0))) }
    }
}
