import Foundation
import TestSupport
import Testing

/// Real processes that speak TLS with a certificate that the server made for itself.
@Suite(.timeLimit(.minutes(5)))
struct `A server with a certificate of its own` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func program(_ name: String) throws -> Program { try Program(name, below: folder) }

    private func founded(_ name: String) async throws -> (Program, newsroom: String) {
        let program = try program(name)
        _ = try await program.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        let newsroom = try await program.run(["check", "--json"]).fact("newsroom")
        return (program, try #require(newsroom))
    }

    /// The address and the pin that a server printed.
    private func place(of server: RunningProgram) async throws -> (url: String, pin: String) {
        try await server.wait(forOutput: "\npin ")
        let lines = server.printed.split(separator: "\n").map(String.init)
        return (try #require(lines.first), String(try #require(lines.last).dropFirst(4)))
    }

    @Test func `is known by its key alone, which travels in the invite`() async throws {
        let (ana, newsroom) = try await founded("ana")
        let hub = try program("hub").start([
            "hub", "--listen", "127.0.0.1:0", "--self-made", "--serve", newsroom,
        ])
        let (url, pin) = try await place(of: hub)
        #expect(url.hasPrefix("https://"))
        let unknown = try await ana.run(["sync", url])
        #expect(unknown.complaints.contains("nobody vouches"), "\(unknown.complaints)")
        let other = String(pin.dropFirst(2)) + "00"
        let wrong = try await ana.run(["sync", url, "--pin", other])
        #expect(wrong.complaints.contains("another key"), "\(wrong.complaints)")
        let nonsense = try await ana.run(["sync", url, "--pin", "12"])
        #expect(nonsense.exitCode == 64)
        let commands = "hub set \(url) --pin \(pin)\ninvite Bo as editor\nsync\n"
        let invited = try await ana.run([], input: commands)
        #expect(invited.exitCode == 0, "\(invited.complaints)")
        let code = try #require(invited.output.firstMatch(of: /stet join (\S+)/)?.1)
        let bo = try program("bo")
        let joining = try bo.start(["join", String(code), url])
        try await joining.wait(forOutput: "after `admit`")
        let words = try #require(joining.printed.firstMatch(of: /\n {4}([a-z ]+)\n/)?.1)
        #expect(try await ana.run([], input: "admit \(words)\n").exitCode == 0)
        let joined = try await joining.outcome()
        #expect(joined.exitCode == 0, "\(joined.complaints)")
        #expect(try await bo.run(["sync"]).output.contains("synced"))
        hub.terminate()
        #expect(try await hub.exitCode() == 0)
    }

    @Test func `that is not the one the invite was made for hears no request to join`()
        async throws
    {
        let (ana, newsroom) = try await founded("ana")
        let servers = try ["hub", "other"].map {
            try program($0).start([
                "hub", "--listen", "127.0.0.1:0", "--self-made", "--serve", newsroom,
            ])
        }
        let (meant, other) = (try await place(of: servers[0]), try await place(of: servers[1]))
        let commands = """
            hub set \(meant.url) --pin \(meant.pin)
            invite Bo as editor
            sync
            sync \(other.url) --pin \(other.pin)

            """
        let invited = try await ana.run([], input: commands)
        #expect(invited.exitCode == 0, "\(invited.complaints)")
        let code = try #require(invited.output.firstMatch(of: /stet join (\S+)/)?.1)
        let refused = try await program("bo").run(["join", String(code), other.url])
        #expect(refused.exitCode == 1)
        #expect(refused.complaints.contains("not the one that was meant"), "\(refused.complaints)")
        for server in servers { server.terminate() }
    }

    @Test func `is another editor's machine, where there is no hub`() async throws {
        let (ana, _) = try await founded("ana")
        let bo = try program("bo")
        let ticket = try #require(
            try await ana.run(["--json"], input: "admit Bo as editor\n").fact("ticket")
        )
        let consent = try #require(
            try await bo.run(["join", ticket]).output.split(separator: "\n").last
        )
        let sharing = "device add Bo phone \(consent)\nnew ferry\nappend \"It sails.\"\nshare\n"
        #expect(try await ana.run([], input: sharing).exitCode == 0)
        let server = try ana.start(["serve", "--self-made"])
        let (url, pin) = try await place(of: server)
        let synced = try await bo.run(["sync", url, "--pin", pin])
        #expect(synced.exitCode == 0, "\(synced.complaints)")
        #expect(try await bo.run([], input: "show ferry\n").output.contains("It sails."))
        _ = try await bo.run([], input: "open ferry\nappend \"Daily.\"\nsync\n")
        server.terminate()
        #expect(try await server.exitCode() == 0)
        #expect(try await ana.run([], input: "show ferry\n").output.contains("Daily."))
    }

    @Test func `is asked for where other machines could listen`() async throws {
        let id = String(repeating: "0", count: 64)
        let refused = try await program("hub").run([
            "hub", "--listen", "0.0.0.0:0", "--serve", id,
        ])
        #expect(refused.exitCode == 64)
        #expect(refused.complaints.contains("without TLS only this machine is served"))
        let half = try await program("hub").run([
            "hub", "--listen", "127.0.0.1:0", "--serve", id, "--key", "key.pem",
        ])
        #expect(half.exitCode == 64)
        let missing = try await program("hub").run([
            "hub", "--listen", "127.0.0.1:0", "--serve", id, "--key", "key.pem",
            "--certificate", "none.pem",
        ])
        #expect(missing.exitCode == 1)
        #expect(missing.complaints.contains("hint: --certificate takes"), "\(missing.complaints)")
        let (ana, _) = try await founded("ana")
        let plain = try await ana.run(["sync", "http://hub.example.org"])
        #expect(plain.complaints.contains("without TLS only this machine is spoken to"))
    }
}
