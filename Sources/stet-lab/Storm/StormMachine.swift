import Foundation
import SyncProtocol

/// A machine: a folder with an environment of its own.
struct StormMachine: Sendable {
    let folder: URL
    private let program: URL

    /// Makes the folder.
    init(_ name: String, below folder: URL, program: URL) throws {
        self.folder = folder.appending(path: name, directoryHint: .isDirectory)
        self.program = program
        try FileManager.default.createDirectory(
            at: self.folder,
            withIntermediateDirectories: true
        )
    }

    /// Starts the program, and leaves it running.
    func start(_ arguments: [String]) throws -> StormProgram {
        try StormProgram(program, arguments, in: folder)
    }

    /// Runs it with one answer, which is JSON.
    func ask(_ arguments: [String]) async throws -> JSONText {
        try Self.facts(await say(arguments))
    }

    /// Runs it and returns the last line that it printed.
    func say(_ arguments: [String]) async throws -> String {
        let program = try start(arguments)
        var last: String?
        while let line = try? await program.line(within: .seconds(120)) { last = line }
        let status = try await program.end(within: .seconds(10))
        guard status == 0, let last else {
            throw StormError.failed("\(arguments.joined(separator: " ")): \(last ?? "")")
        }
        return last
    }

    /// An answer of the program as facts.
    static func facts(_ line: String) throws -> JSONText {
        guard let facts = try? JSONText(parsing: Array(line.utf8)) else {
            throw StormError.failed("no answer in JSON: \(line)")
        }
        return facts
    }
}

/// What `stet check` says of one copy of the newsroom.
struct StormCheck: Hashable, Sendable {
    let stateHash: String
    let frontierRoot: String
    let entries: Int
    let pending: Int

    init(_ facts: JSONText) throws {
        guard let state = facts["stateHash"]?.string, let root = facts["frontierRoot"]?.string,
            let entries = facts["entries"]?.number, let pending = facts["pending"]?.number,
            facts["problems"]?.array?.isEmpty == true
        else { throw StormError.failed("a check found \(facts)") }
        (stateHash, frontierRoot, self.entries, self.pending) = (state, root, entries, pending)
    }
}
