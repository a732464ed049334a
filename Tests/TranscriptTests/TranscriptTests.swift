import Foundation
import TestSupport
import Testing

private let folder = Fixtures.folder("Transcripts")

private let files = (try? Transcript.all().map(\.name)) ?? []

@Suite(.timeLimit(.minutes(5)))
struct `A transcript` {
    @Test func `exists`() { #expect(!files.isEmpty) }

    /// `STET_RECORD=1` writes what was answered, and still fails where that was something new.
    @Test(arguments: files)
    func `is what the desk really answers`(file: String) async throws {
        let path = folder.appending(path: file)
        let transcript = try Transcript(path)
        #expect(!transcript.turns.isEmpty, "\(file) types nothing")
        let played = try await transcript.played(in: try await Room())
        #expect(played == transcript.text, "\(file) differs")
        if ProcessInfo.processInfo.environment["STET_RECORD"] == "1" {
            try Data(played.utf8).write(to: path)
        }
    }
}
