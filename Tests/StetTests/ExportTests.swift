import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `stet export` {
    private let folder: TemporaryFolder
    private let program: Program

    init() async throws {
        folder = try TemporaryFolder()
        program = Program(in: folder.url)
        let founding = try await program.run([
            "init", "Gazette", "--member", "Ana", "--device", "desk",
        ])
        #expect(founding.exitCode == 0, "\(founding.complaints)")
        let script = "new ferry\nappend \"It sails.\"\nshare\nsubmit\n"
        #expect(try await program.run([], input: script).exitCode == 0)
    }

    @Test func `prints the record of a story`() async throws {
        let record = try await program.run(["export", "ferry", "--record"])
        #expect(record.exitCode == 0, "\(record.complaints)")
        let lines = record.output.split(separator: "\n")
        #expect(lines.first == "Record of ferry, Gazette")
        #expect(lines.contains { $0.hasSuffix("Ana created the story ferry") })
        #expect(lines.contains { $0.contains("Ana submitted ") })
        let entries = lines.filter { $0.contains("entry ") && $0.hasSuffix("#0") }
        #expect(!entries.isEmpty)
    }

    @Test func `prints it as one JSON object`() async throws {
        let record = try await program.run(["export", "ferry", "--record", "--json"])
        #expect(record.exitCode == 0, "\(record.complaints)")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(record.output.utf8)) as? [String: Any]
        )
        #expect(object["slug"] as? String == "ferry")
        let acts = try #require(object["record"] as? [[String: Any]])
        #expect(acts.count >= 5)
        #expect(acts.allSatisfy { $0["who"] as? String == "Ana" })
        #expect(acts.allSatisfy { ($0["entry"] as? String)?.count == 64 })
    }

    @Test func `says what is missing`() async throws {
        let nothing = try await program.run(["export", "ferry"])
        #expect(nothing.exitCode == 64)
        #expect(nothing.complaints.contains("--record"))
        #expect(try await program.run(["export", "bridge", "--record"]).exitCode == 1)
    }
}
