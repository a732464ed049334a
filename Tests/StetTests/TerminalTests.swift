import Foundation
import TestSupport
import Testing

/// The program at a pseudo-terminal, as a person has it: `script` holds the other end.
@Suite(.timeLimit(.minutes(5)))
struct `At a terminal` {
    private let program: Program
    private let folder: TemporaryFolder
    /// The newsroom, with the three entries of its founding that no hub has.
    private static let prompt = "Gazette ↑3> "

    init() async throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
        _ = try await program.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        _ = try await program.run([], input: "new night-ferry\nappend \"It sails at ten.\"\n")
    }

    /// Sits down, and waits for the prompt.
    private func sitDown() async throws -> RunningProgram {
        let session = try program.startAtTerminal()
        try await session.wait(forEnd: Self.prompt)
        return session
    }

    @Test func `a word is completed with the tab key`() async throws {
        let session = try await sitDown()
        session.type("op\tni\t\n")
        try await session.wait(forOutput: "night-ferry: private, 4 words")
        session.type("quit\n")
        #expect(try await session.exitCode() == 0)
    }

    @Test func `the last line comes back, also in the next session`() async throws {
        let first = try await sitDown()
        first.type("where\n")
        try await first.wait(forOutput: "no hub")
        first.type("quit\n")
        #expect(try await first.exitCode() == 0)
        let second = try await sitDown()
        second.type("\u{1B}[A\u{1B}[A\n")
        try await second.wait(forOutput: "no hub")
        second.type("quit\n")
        #expect(try await second.exitCode() == 0)
    }

    @Test func `an interrupt gives up the line and nothing else`() async throws {
        let session = try await sitDown()
        session.type("new half-typed")
        try await session.wait(forOutput: "new half-typed")
        session.type("\u{3}")
        try await session.wait(forOutput: "^C")
        try await session.wait(forEnd: Self.prompt)
        session.type("list\n")
        try await session.wait(forOutput: "slug ")
        try await session.wait(forEnd: Self.prompt)
        session.type("\u{4}")
        #expect(try await session.exitCode() == 0)
        #expect(!session.printed.contains("half-typed: "))
    }

    @Test func `pasted lines are text, never commands`() async throws {
        let session = try await sitDown()
        session.type("\u{1B}[200~new evil\rquit\r\u{1B}[201~")
        try await session.wait(forOutput: "no story is open to paste into")
        session.type("open night-ferry\n")
        try await session.wait(forOutput: "night-ferry: private, 4 words")
        session.type("\u{1B}[200~new evil\rThe captain said: “no”.\u{1B}[201~")
        try await session.wait(forOutput: "pasted 2 lines")
        session.type(".\n")
        try await session.wait(forOutput: "night-ferry: 10 words")
        session.type("\u{1B}[200~search captain\u{1B}[201~\n")
        try await session.wait(forOutput: "night-ferry 2  new evil")
        session.type("quit\n")
        #expect(try await session.exitCode() == 0)
        #expect(!session.printed.contains("evil: "))
    }

    @Test func `a line is found again by its words`() async throws {
        let session = try await sitDown()
        session.type("where\n")
        try await session.wait(forOutput: "no hub")
        try await session.wait(forEnd: Self.prompt)
        session.type("list\n")
        try await session.wait(forOutput: "slug ")
        try await session.wait(forEnd: Self.prompt)
        let before = session.printed.count
        session.type("\u{12}whe")
        try await session.wait { $0.dropFirst(before).contains("whe") }
        session.type("\u{1B}")
        session.type("\n")
        try await session.wait { $0.dropFirst(before).contains("no hub") }
        session.type("quit\n")
        #expect(try await session.exitCode() == 0)
    }

    @Test func `a window that gets smaller gets shorter lines`() async throws {
        let session = try await sitDown()
        try session.resize(to: 40)
        session.type("help list\n")
        try await session.wait(forOutput: "example")
        try await session.wait(forEnd: Self.prompt)
        let lines = session.printed.split(separator: "\r\n").filter {
            $0.contains("stories in play")
        }
        #expect(!lines.isEmpty && lines.allSatisfy { $0.count <= 40 }, "\(session.printed)")
        session.type("quit\n")
        #expect(try await session.exitCode() == 0)
    }

    @Test func `what cannot be taken back is asked about`() async throws {
        let session = try await sitDown()
        session.type("drop night-ferry\n")
        try await session.wait(forOutput: "Do it? ")
        session.type("no\n")
        try await session.wait(forOutput: "nothing was done")
        session.type("drop night-ferry\n")
        try await session.wait(forEnd: "… ")
        session.type("yes\n")
        try await session.wait(forOutput: "night-ferry: dropped, 4 words")
        session.type("quit\n")
        #expect(try await session.exitCode() == 0)
    }

    @Test func `the end of input leaves`() async throws {
        let session = try await sitDown()
        session.type("where\n")
        try await session.wait(forOutput: "no hub\r\n")
        try await session.wait(forEnd: Self.prompt)
        session.type("\u{4}")
        #expect(try await session.exitCode() == 0)
    }
}
