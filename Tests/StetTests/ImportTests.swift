import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `stet import` {
    private let folder: TemporaryFolder
    private let program: Program
    private let page = Fixtures.folder("Imports").appending(path: "article-en.html").path

    init() async throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
        let founding = try await program.run([
            "init", "Gazette", "--member", "Ana", "--device", "desk",
        ])
        #expect(founding.exitCode == 0, "\(founding.complaints)")
    }

    @Test func `makes a private draft of a page, and reports on it`() async throws {
        let run = try await program.run(["import", page, "--as", "bridge"])
        #expect(run.exitCode == 0, "\(run.complaints)")
        #expect(run.output.contains("sure     headline      Bridge reopens after two winters"))
        #expect(run.output.contains("bridge: a private draft of "))
        let shown = try await program.run(["--command", "show bridge"])
        #expect(shown.output.hasPrefix("headline: Bridge reopens after two winters\n"))
    }

    @Test func `reports as one JSON object`() async throws {
        let run = try await program.run(["import", page, "--json"])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        )
        #expect(object["story"] as? String == "article-en")
        let drafts = try #require(object["drafts"] as? [[String: Any]])
        let report = try #require(drafts.first?["report"] as? [[String: Any]])
        #expect(report.contains { $0["block"] as? String == "standfirst" })
    }

    @Test func `takes one name for one file`() async throws {
        let run = try await program.run(["import", page, page, "--as", "bridge"])
        #expect(run.exitCode == 64)
        #expect(run.complaints.contains("one name is for one file"))
    }
}
