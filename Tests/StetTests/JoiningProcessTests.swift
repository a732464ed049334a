import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A newcomer with a code` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func program(_ name: String) throws -> Program { try Program(name, below: folder) }

    @Test func `waits at the hub until the five words that he read out were typed`() async throws {
        let ana = try program("ana")
        let dee = try program("dee")
        _ = try await ana.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        let newsroom = try #require(try await ana.run(["check", "--json"]).fact("newsroom"))
        let hub = try program("hub").start([
            "hub", "--listen", "127.0.0.1:0", "--serve", newsroom,
        ])
        let url = try #require(try await hub.firstLine())
        #expect(try await ana.run(["sync", url]).exitCode == 0)
        let invited = try await ana.run(["--json"], input: "invite Dee as editor\nsync\n")
        let code = try #require(invited.fact("code"), "\(invited.complaints)")
        let joining = try dee.start(["join", code, url, "--device", "Dee's laptop"])
        try await joining.wait(forOutput: "after `admit`")
        let words = try #require(joining.printed.firstMatch(of: /\n {4}([a-z ]+)\n/)?.1)
        let admitted = try await ana.run([], input: "admit \(words)\n")
        #expect(admitted.exitCode == 0, "\(admitted.complaints)")
        let outcome = try await joining.outcome()
        #expect(outcome.exitCode == 0, "\(outcome.complaints)")
        #expect(outcome.output.contains("this device is one of Dee now"), "\(outcome.output)")
        let written = try await dee.run(
            [],
            input: "new bridge\nappend \"It opens.\"\nshare\nsync\n"
        )
        #expect(written.exitCode == 0, "\(written.complaints)")
        #expect(try await ana.run([], input: "sync\nshow bridge\n").output.contains("It opens."))
        hub.terminate()
        #expect(try await hub.exitCode() == 0)
    }

    @Test func `is told on the command line what is wrong with it`() async throws {
        let eve = try program("eve")
        let mistyped = try await eve.run(["join", "000G-40R4-0M30-E209-185G-7V42", "http://x"])
        #expect(mistyped.exitCode == 64)
        let nowhere = try await eve.run(["join", "000G-40R4-0M30-E209-185G-7V41"])
        #expect(nowhere.exitCode == 64)
        #expect(nowhere.complaints.contains("--bundle"), "\(nowhere.complaints)")
        let away = try await eve.run([
            "join", "000G-40R4-0M30-E209-185G-7V41", "http://127.0.0.1:1",
        ])
        #expect(away.exitCode == 1)
        #expect(away.complaints.hasPrefix("error: the hub does not answer"), "\(away.complaints)")
    }
}
