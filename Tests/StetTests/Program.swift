import Foundation
import TestSupport

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

    /// One on a machine of its own: a new folder below the test's.
    init(_ name: String, below folder: TemporaryFolder) throws {
        self.folder = folder.url.appending(path: name, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: self.folder,
            withIntermediateDirectories: true
        )
    }

    /// Runs to the end, fed with `input`.
    func run(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let running = try start(Self.file, arguments, in: environment)
        running.type(input)
        running.closeInput()
        return try await running.outcome()
    }

    /// Runs the workbench to its end.
    func runLab(_ arguments: [String]) async throws -> Outcome {
        let lab = Self.file.deletingLastPathComponent().appending(path: "stet-lab")
        let running = try start(lab, arguments, in: [:])
        running.closeInput()
        return try await running.outcome()
    }

    /// Starts, and leaves it running.
    func start(_ arguments: [String]) throws -> RunningProgram {
        try start(Self.file, arguments, in: [:])
    }

    /// Starts at a terminal without colours, and leaves it running.
    func startAtTerminal() throws -> RunningProgram {
        let script = URL(filePath: "/usr/bin/script")
        let arguments = ["-q", "-e", "-c", Self.file.path, "/dev/null"]
        return try start(script, arguments, in: ["TERM": "xterm", "NO_COLOR": "1"])
    }

    /// The program, which lies beside the test bundle that was built with it.
    private static let file = Bundle.main.bundleURL.appending(path: "stet")

    private func start(
        _ file: URL,
        _ arguments: [String],
        in environment: [String: String]
    ) throws -> RunningProgram {
        let process = Process()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment.merging(
            ["PATH": "/usr/bin:/bin", "TZ": "UTC", "HOME": folder.path]
        ) { $1 }
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

    /// Waits until a text was printed.
    func wait(forOutput text: String) async throws {
        try await output.wait { $0.contains(text) }
    }

    /// Waits until the last thing printed is a text, as a prompt is.
    func wait(forEnd text: String) async throws {
        try await output.wait { $0.hasSuffix(text) }
    }

    /// Waits until what was printed is as it should be.
    func wait(until isThere: (String) -> Bool) async throws {
        try await output.wait(until: isThere)
    }

    /// Makes the terminal's window narrower or wider: that of the program's only child.
    func resize(to columns: Int) throws {
        let children = "/proc/\(id)/task/\(id)/children"
        let child = try String(contentsOfFile: children, encoding: .utf8).split(separator: " ")[0]
        let tool = Process()
        tool.executableURL = URL(filePath: "/usr/bin/stty")
        tool.arguments = ["-F", "/proc/\(child)/fd/0", "cols", "\(columns)"]
        try tool.run()
        tool.waitUntilExit()
        guard tool.terminationStatus == 0 else { throw CocoaError(.fileNoSuchFile) }
    }

    /// Everything that was printed so far.
    var printed: String { output.text }

    /// The first line that it printed.
    func firstLine() async throws -> String? {
        try await output.wait { $0.contains("\n") }
        return output.text.split(separator: "\n").first.map(String.init)
    }

    func kill() { Foundation.kill(id, SIGKILL) }

    func terminate() { process.terminate() }

    /// The exit code; a program that goes on for two minutes is ended.
    func exitCode() async throws -> Int32 {
        if !(try await ended(within: .seconds(120))) { kill() }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What came of it.
    func outcome() async throws -> Program.Outcome {
        let exitCode = try await exitCode()
        try await output.settle()
        try await complaints.settle()
        return Program.Outcome(
            output: output.text,
            complaints: complaints.text,
            exitCode: exitCode
        )
    }

    private func ended(within time: Duration) async throws -> Bool {
        let end = ContinuousClock.now + time
        while process.isRunning, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(10))
        }
        return !process.isRunning
    }
}
