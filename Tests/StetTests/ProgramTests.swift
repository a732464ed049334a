import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `The program` {
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
    }

    private func found() throws {
        let founding = try program.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        #expect(founding.exitCode == 0, "\(founding.complaints)")
    }

    @Test func `says its version and its help`() throws {
        #expect(try program.run(["--version"]).output == "stet 0.1.0\n")
        let help = try program.run(["--help"]).output
        for word in ["init", "join", "sync", "hub", "check", "Exit codes"] {
            #expect(help.contains(word), "help lacks \(word)")
        }
    }

    @Test func `ends with 64 for wrong usage and with 1 where there is no newsroom`() throws {
        #expect(try program.run(["--nonsense"]).exitCode == 64)
        let lost = try program.run(["check"])
        #expect(lost.exitCode == 1)
        #expect(lost.complaints.hasPrefix("error: no newsroom in "))
        #expect(lost.complaints.contains("\nhint: "))
    }

    @Test func `stops a script at the first line that fails, unless told to go on`() throws {
        try found()
        func script(_ slug: String) -> String { "new \(slug)\nrelaese\nappend \"One.\"\n" }
        let stopped = try program.run([], input: script("ferry"))
        #expect(stopped.exitCode == 64)
        #expect(!stopped.output.contains("One."))
        let gone = try program.run(["--keep-going"], input: script("bridge"))
        #expect(gone.exitCode == 64)
        #expect(gone.output.contains("One."))
    }

    @Test func `answers with one object a line where a program reads`() throws {
        try found()
        let answer = try program.run(["--json"], input: "new ferry\nlist\nopen nothing\n")
        let lines = answer.output.split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["ok"] as? Bool != nil, "\(line)")
        }
        #expect(answer.complaints.isEmpty)
    }

    @Test func `never colours a pipe`() throws {
        try found()
        let answer = try program.run([], input: "new ferry\nappend \"One.\"\nlist\n")
        #expect(!answer.output.contains("\u{1B}"))
    }

    @Test func `keeps what a command did when it is killed right after the answer`() throws {
        try found()
        let process = try program.start([])
        process.type("new ferry\n")
        process.type("append \"Nothing typed is lost.\"\n")
        process.wait(forOutput: "Nothing typed is lost.")
        process.kill()
        let shown = try program.run([], input: "show ferry\n")
        #expect(shown.output.contains("Nothing typed is lost."))
    }

    @Test func `names the process that holds the newsroom`() throws {
        try found()
        let holder = try program.start([])
        holder.type("new ferry\n")
        holder.wait(forOutput: "ferry")
        let refused = try program.run(["check"])
        #expect(refused.exitCode == 1)
        #expect(refused.complaints.contains("\(holder.id)"), "\(refused.complaints)")
        holder.kill()
    }

    @Test func `says which address does not answer`() throws {
        try found()
        let lost = try program.run(["sync", "http://127.0.0.1:1"])
        #expect(lost.exitCode == 1)
        #expect(lost.complaints.hasPrefix("error: the hub does not answer: http://127.0.0.1:1\n"))
    }
}
