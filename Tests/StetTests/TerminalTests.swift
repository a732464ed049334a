import Foundation
import TestSupport
import Testing

/// The program at a pseudo-terminal, as a person has it: `script` holds the other end.
@Suite(.timeLimit(.minutes(1)))
struct `At a terminal` {
    private let program: Program
    private let folder: TemporaryFolder
    /// The newsroom, with the three entries of its founding that no hub has.
    private static let prompt = "Gazette ↑3> "

    init() throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
        _ = try program.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        _ = try program.run([], input: "new night-ferry\nappend \"It sails at ten.\"\n")
    }

    /// Sits down, and waits for the prompt.
    private func sitDown() throws -> RunningProgram {
        let session = try program.startAtTerminal()
        session.wait(forOutput: Self.prompt)
        return session
    }

    @Test func `a word is completed with the tab key`() throws {
        let session = try sitDown()
        session.type("op\tni\t\n")
        session.wait(forOutput: "night-ferry: private, 4 words")
        session.type("quit\n")
        #expect(session.exitCode() == 0)
    }

    @Test func `the last line comes back with the arrow key, also in the next session`() throws {
        let first = try sitDown()
        first.type("where\n")
        first.wait(forOutput: "no hub")
        first.type("quit\n")
        #expect(first.exitCode() == 0)
        let second = try sitDown()
        second.type("\u{1B}[A\u{1B}[A\n")
        second.wait(forOutput: "no hub")
        second.type("quit\n")
        #expect(second.exitCode() == 0)
    }

    @Test func `an interrupt gives up the line and nothing else`() throws {
        let session = try sitDown()
        session.type("new half-typed")
        session.wait(forOutput: "new half-typed")
        session.type("\u{3}")
        session.wait(forOutput: Self.prompt, times: 2)
        session.type("list\n")
        session.wait(forOutput: "slug ")
        session.type("\u{4}")
        #expect(session.exitCode() == 0)
        #expect(!session.printed.contains("half-typed: "))
    }

    @Test func `the end of input leaves`() throws {
        let session = try sitDown()
        session.type("where\n")
        session.wait(forOutput: Self.prompt, times: 2)
        session.type("\u{4}")
        #expect(session.exitCode() == 0)
    }
}
