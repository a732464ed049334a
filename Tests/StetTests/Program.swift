import Foundation

/// The real program, run in a folder with an environment of its own.
struct Program {
    /// What came of a run.
    struct Outcome {
        let output: String
        let complaints: String
        let exitCode: Int32

        /// The value of a string in the first object that the program printed.
        func fact(_ name: String) -> String? {
            let line = output.split(separator: "\n").first ?? ""
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
            return (object as? [String: Any])?[name] as? String
        }
    }

    private let folder: URL

    init(in folder: URL) { self.folder = folder }

    /// Runs to the end, fed with `input`.
    func run(_ arguments: [String], input: String = "") throws -> Outcome {
        let running = try start(arguments)
        running.type(input)
        running.closeInput()
        return running.outcome()
    }

    /// Starts, and leaves it running.
    func start(_ arguments: [String]) throws -> RunningProgram {
        let process = Process()
        // The test bundle lies beside the program that was built with it.
        process.executableURL = Bundle.main.bundleURL.appending(path: "stet")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "TZ": "UTC", "HOME": folder.path]
        return try RunningProgram(process)
    }
}

/// A program that runs; what it prints is gathered as it comes, so that it never waits.
final class RunningProgram {
    private let process: Process
    private let input = Pipe()
    private let output = Gathering()
    private let complaints = Gathering()

    init(_ process: Process) throws {
        self.process = process
        process.standardInput = input
        process.standardOutput = output.pipe
        process.standardError = complaints.pipe
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var id: Int32 { process.processIdentifier }

    func type(_ text: String) { input.fileHandleForWriting.write(Data(text.utf8)) }

    func closeInput() { try? input.fileHandleForWriting.close() }

    func wait(forOutput text: String) { output.wait { $0.contains(text) } }

    /// The first line that it printed.
    func firstLine() -> String? {
        output.wait { $0.contains("\n") }
        return output.text.split(separator: "\n").first.map(String.init)
    }

    func kill() {
        Foundation.kill(id, SIGKILL)
        process.waitUntilExit()
    }

    func terminate() { process.terminate() }

    func exitCode() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    func outcome() -> Program.Outcome {
        process.waitUntilExit()
        output.waitForEnd()
        complaints.waitForEnd()
        return Program.Outcome(
            output: output.text,
            complaints: complaints.text,
            exitCode: process.terminationStatus
        )
    }
}
