import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Two programs and a hub` {
    @Test func `come to the same state, and a hub of another newsroom says so`() async throws {
        let folder = try TemporaryFolder()
        let ana = try Program("ana", below: folder)
        let bo = try Program("bo", below: folder)
        let stranger = try Program("stranger", below: folder)
        _ = try await ana.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        _ = try await stranger.run(["init", "Other", "--member", "Eve", "--device", "desk"])
        let newsroom = try #require(try await ana.run(["check", "--json"]).fact("newsroom"))
        let hub = try Program("hub", below: folder)
            .start(["hub", "--listen", "127.0.0.1:0", "--serve", newsroom])
        let url = try #require(try await hub.firstLine())
        let ticket = try #require(
            try await ana.run(["--json"], input: "admit Bo as editor\n").fact("ticket")
        )
        let joining = try await bo.run(["join", ticket]).output
        let consent = try #require(joining.split(separator: "\n").last)
        let added = try await ana.run([], input: "device add Bo phone \(consent)\nsync \(url)\n")
        #expect(added.exitCode == 0, "\(added.complaints)")
        #expect(try await bo.run(["sync", url]).exitCode == 0)
        _ = try await ana.run([], input: "new ferry\nappend \"It sails.\"\nshare\nsync\n")
        let changes = "sync\nopen ferry\nappend \"Daily.\"\nsync\n"
        #expect(try await bo.run([], input: changes).exitCode == 0)
        #expect(try await ana.run(["sync"]).exitCode == 0)
        let hashes = [
            try await ana.run(["check", "--json"]).fact("stateHash"),
            try await bo.run(["check", "--json"]).fact("stateHash"),
        ]
        #expect(hashes[0] != nil && hashes[0] == hashes[1])
        let refused = try await stranger.run(["sync", url])
        #expect(refused.exitCode == 1)
        #expect(refused.complaints.contains("another newsroom"), "\(refused.complaints)")
        hub.terminate()
        #expect(try await hub.exitCode() == 0)
    }
}
