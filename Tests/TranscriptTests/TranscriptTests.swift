import Desk
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

    /// Lines are broken between words, and a word that no line holds between its characters.
    @Test(arguments: files)
    func `fits a terminal of 40 columns`(file: String) async throws {
        let transcript = try Transcript(folder.appending(path: file))
        let page = Page(width: 40, isBreaking: true)
        let typed = Set(transcript.turns.map { "\($0.machine)> \($0.line)" })
        let played = try await transcript.played(in: try await Room(), on: page)
        for line in played.split(separator: "\n") where !typed.contains(String(line)) {
            let isPreface = line.hasPrefix("#")
            #expect(isPreface || Columns.width(of: line) <= 40, "\(file): \(line)")
        }
    }
}
