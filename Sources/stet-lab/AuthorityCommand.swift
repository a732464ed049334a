import ArgumentParser
import Foundation
import Newsroom

/// Compares who may do what with the reference model, history by history.
struct AuthorityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authority",
        abstract: "Compare who may do what with the reference model, on random histories."
    )

    @Option(help: "How many histories.")
    var histories = 1_000

    @Option(help: "The seed of the first history.")
    var seed = 7

    @Argument(help: "The reference model, authority_model.py.")
    var model: String

    func run() throws {
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", model, String(seed), "--emit", String(histories)]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        var lines = LineReader(output.fileHandleForReading)
        var agreed = 0
        var read = 0
        while let line = try lines.next() {
            read += 1
            let history = try JSONDecoder().decode(ModelHistory.self, from: line)
            let differences = history.differences()
            if differences.isEmpty { agreed += 1 }
            for difference in differences.prefix(5) { print("\(history.history): \(difference)") }
        }
        python.waitUntilExit()
        print("\(agreed) of \(read) histories agree with the model")
        guard read == histories, agreed == read else { throw ExitCode.failure }
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
