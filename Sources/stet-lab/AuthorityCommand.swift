import ArgumentParser
import Dispatch
import Foundation
import Synchronization

/// Compares who may do what with the reference model, history by history.
struct AuthorityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authority",
        abstract: "Compare who may do what with the reference model, on random histories.",
        discussion: """
            Each worker asks a model of its own for histories of a seed of its own, the first \
            worker's being the one named.
            """
    )

    @Option(help: "How many histories.")
    var histories = 1_000

    @Option(help: "The seed of the first worker.")
    var seed = 7

    @Option(help: "How many models work at once.")
    var workers = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Of how many histories one is also counted entry by entry.")
    var steps = 1

    @Argument(help: "The reference model, authority_model.py.")
    var model: String

    func validate() throws {
        guard histories > 0, workers > 0, steps > 0 else {
            throw ValidationError("histories, workers and steps are counted from 1")
        }
    }

    func run() throws {
        let tally = Mutex(ModelTally())
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let share = histories / workers + (worker < histories % workers ? 1 : 0)
            let stretch = ModelStretch(seed: seed + worker, count: share, model: model)
            let found = stretch.compared(stepping: steps)
            tally.withLock { $0.add(found) }
        }
        let found = tally.withLock { $0 }
        for line in found.differences { print(line) }
        print(
            """
            seeds \(seed) to \(seed + workers - 1): \(found.agreed) of \(histories) histories \
            agree with the model, \(found.stepped) of them entry by entry too
            """
        )
        guard found.agreed == histories else { throw ExitCode.failure }
    }
}

/// What comparing came to.
struct ModelTally {
    var agreed = 0
    var stepped = 0
    var differences: [String] = []

    mutating func add(_ other: ModelTally) {
        agreed += other.agreed
        stepped += other.stepped
        differences += other.differences
    }
}

/// The histories of one seed, as the model prints them.
private struct ModelStretch {
    let seed: Int
    let count: Int
    let model: String

    /// Compares each history as it comes; a model that fails is a difference too.
    func compared(stepping steps: Int) -> ModelTally {
        var tally = ModelTally()
        do {
            try compare(stepping: steps, into: &tally)
        } catch {
            tally.differences.append("seed \(seed): \(error)")
        }
        return tally
    }

    private func compare(stepping steps: Int, into tally: inout ModelTally) throws {
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", model, String(seed), "--emit", String(count)]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        var lines = LineReader(output.fileHandleForReading)
        var number = 0
        while let line = try lines.next() {
            let history = try JSONDecoder().decode(ModelHistory.self, from: line)
            let isStepped = number.isMultiple(of: steps)
            let differences = history.differences(isStepped: isStepped)
            if differences.isEmpty { tally.agreed += 1 }
            if isStepped { tally.stepped += 1 }
            tally.differences += differences.prefix(5).map { "\(history.history): \($0)" }
            number += 1
        }
        python.waitUntilExit()
    }
}

/// The lines of a pipe.
private struct LineReader {
    private let handle: FileHandle
    private var buffer = Data()

    init(_ handle: FileHandle) { self.handle = handle }

    /// The next line without its end; nil at the end of the file.
    mutating func next() throws -> Data? {
        while true {
            if let end = buffer.firstIndex(of: 0x0a) {
                defer { buffer = Data(buffer[(end + 1)...]) }
                return Data(buffer[..<end])
            }
            guard let more = try handle.read(upToCount: 1 << 16), !more.isEmpty else {
                return buffer.isEmpty ? nil : buffer
            }
            buffer.append(more)
        }
    }
}
