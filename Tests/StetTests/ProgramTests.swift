import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `The program` {
    private let folder: TemporaryFolder
    private let program: Program

    init() async throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
    }

    private func found() async throws {
        let founding = try await program.run([
            "init", "Gazette", "--member", "Ana", "--device", "desk",
        ])
        #expect(founding.exitCode == 0, "\(founding.complaints)")
    }

    @Test func `says its version and its help`() async throws {
        #expect(try await program.run(["--version"]).output == "stet 0.1.0\n")
        let help = try await program.run(["--help"]).output
        for word in ["init", "join", "sync", "hub", "check", "Exit codes"] {
            #expect(help.contains(word), "help lacks \(word)")
        }
    }

    @Test func `writes its manual and completions from the words of its help`() async throws {
        let manual = try await program.run(["manual"]).output
        #expect(manual.hasPrefix(".TH STET 1 "))
        for word in ["stet init", "list [WORD", "STET_NEWSROOM", "EXIT STATUS"] {
            #expect(manual.contains(word), "the manual lacks \(word)")
        }
        #expect(try await program.run(["manual", "hub"]).output.hasPrefix(".TH STET-HUB 8 "))
        for shell in ["bash", "zsh", "fish"] {
            let script = try await program.run(["completions", shell]).output
            #expect(script.contains("publish"), "\(shell)")
        }
        #expect(try await program.run(["completions", "csh"]).exitCode == 64)
    }

    @Test func `ends with 64 for wrong usage and with 1 where there is no newsroom`() async throws {
        #expect(try await program.run(["--nonsense"]).exitCode == 64)
        let lost = try await program.run(["check"])
        #expect(lost.exitCode == 1)
        #expect(lost.complaints.hasPrefix("error: no newsroom in "))
        #expect(lost.complaints.contains("\nhint: "))
    }

    @Test func `stops a script at the first line that fails, unless told to go on`() async throws {
        try await found()
        func script(_ slug: String) -> String { "new \(slug)\nrelaese\nappend \"One.\"\n" }
        let stopped = try await program.run([], input: script("ferry"))
        #expect(stopped.exitCode == 64)
        #expect(!stopped.output.contains("One."))
        let gone = try await program.run(["--keep-going"], input: script("bridge"))
        #expect(gone.exitCode == 64)
        #expect(gone.output.contains("One."))
    }

    @Test func `answers with one object a line where a program reads`() async throws {
        try await found()
        let answer = try await program.run(["--json"], input: "new ferry\nlist\nopen nothing\n")
        let lines = answer.output.split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["ok"] as? Bool != nil, "\(line)")
        }
        #expect(answer.complaints.isEmpty)
    }

    @Test func `never colours a pipe`() async throws {
        try await found()
        let answer = try await program.run([], input: "new ferry\nappend \"One.\"\nlist\n")
        #expect(!answer.output.contains("\u{1B}"))
    }

    @Test func `keeps what a command did when it is killed right after the answer`() async throws {
        try await found()
        let process = try program.start([])
        process.type("new ferry\n")
        process.type("append \"Nothing typed is lost.\"\n")
        try await process.wait(forOutput: "Nothing typed is lost.")
        process.kill()
        let shown = try await program.run([], input: "show ferry\n")
        #expect(shown.output.contains("Nothing typed is lost."))
    }

    @Test func `names the process that holds the newsroom`() async throws {
        try await found()
        let holder = try program.start([])
        holder.type("new ferry\n")
        try await holder.wait(forOutput: "ferry")
        let refused = try await program.run(["check"])
        #expect(refused.exitCode == 1)
        #expect(refused.complaints.contains("\(holder.id)"), "\(refused.complaints)")
        holder.kill()
    }

    @Test func `says which address does not answer`() async throws {
        try await found()
        let lost = try await program.run(["sync", "http://127.0.0.1:1"])
        #expect(lost.exitCode == 1)
        #expect(lost.complaints.hasPrefix("error: the hub does not answer: http://127.0.0.1:1\n"))
    }

    @Test func `says what stands where, and checks a bundle without a newsroom`() async throws {
        try await found()
        let status = try await program.run(["status"])
        #expect(status.exitCode == 0, "\(status.complaints)")
        #expect(status.output.contains("Gazette, as Ana"))
        #expect(status.output.contains("everything counts"))
        #expect(try await program.run(["bundle", "export", "all.stet"]).exitCode == 0)
        let elsewhere = folder.url.appending(path: "elsewhere", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        let stranger = Program(in: elsewhere)
        let file = folder.url.appending(path: "all.stet")
        let good = try await stranger.run(["bundle", "verify", file.path])
        #expect(good.exitCode == 0 && good.output.contains("all good"), "\(good.complaints)")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 1_500] ^= 1
        try bytes.write(to: file)
        let bad = try await stranger.run(["bundle", "verify", file.path])
        #expect(bad.exitCode == 1 && bad.complaints.hasPrefix("error: "))
    }
}
