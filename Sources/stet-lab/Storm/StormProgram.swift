import Foundation
@unsafe @preconcurrency import Glibc

/// The program under test as a process of its own.
///
/// What it prints goes to files: a pipe would stay open for as long as anybody who inherited it
/// lives, and whoever waits for its end waits for him. Every wait has a deadline.
actor StormProgram {
    /// The number of the process.
    nonisolated let id: Int32
    private let process = Process()
    private let input = Pipe()
    private let output: URL
    private var read = 0
    private var unread: [UInt8] = []

    /// Starts it in a folder.
    init(_ file: URL, _ arguments: [String], in folder: URL) throws {
        output = folder.appending(path: "said-\(UUID().uuidString.prefix(8))")
        try Data().write(to: output)
        let log = folder.appending(path: "log")
        if !FileManager.default.fileExists(atPath: log.path) {
            try Data().write(to: log)
        }
        let errors = try FileHandle(forWritingTo: log)
        try errors.seekToEnd()
        process.executableURL = file
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "TZ": "UTC", "HOME": folder.path]
        process.standardInput = input
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = errors
        // Whoever is started next must not hold this program's input open.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try process.run()
        id = process.processIdentifier
    }

    deinit {
        if process.isRunning { kill(id, SIGKILL) }
        try? FileManager.default.removeItem(at: output)
    }

    /// Types a line.
    func type(_ line: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    }

    /// The next whole line that it prints.
    ///
    /// - Throws: `StormError.silent` after so long, or where it has ended without one.
    func line(within time: Duration) async throws -> String {
        let deadline = ContinuousClock.now + time
        while true {
            let hasEnded = !process.isRunning
            try readOn()
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard !hasEnded, ContinuousClock.now < deadline else {
                throw StormError.silent(process.arguments?.first ?? "")
            }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    private func readOn() throws {
        let file = try FileHandle(forReadingFrom: output)
        try file.seek(toOffset: UInt64(read))
        let more = try file.readToEnd() ?? Data()
        try file.close()
        read += more.count
        unread += more
    }

    /// Whether it still runs.
    var isRunning: Bool { process.isRunning }

    /// Lets it come to its end, by the end of its input and a signal where one is given.
    ///
    /// - Throws: `StormError.stuck` after so long; then it is killed.
    func end(by signal: Int32? = nil, within time: Duration) async throws -> Int32 {
        try? input.fileHandleForWriting.close()
        if let signal, process.isRunning { kill(id, signal) }
        let deadline = ContinuousClock.now + time
        while process.isRunning {
            guard ContinuousClock.now < deadline else {
                kill(id, SIGKILL)
                throw StormError.stuck(process.arguments?.first ?? "")
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        return process.terminationStatus
    }
}

/// What a storm may not bring about.
enum StormError: Error, CustomStringConvertible {
    /// A program did not answer in time.
    case silent(String)
    /// A program did not end in time.
    case stuck(String)
    /// It did not calm down in time.
    case late
    /// A command of the set-up failed.
    case failed(String)

    var description: String {
        switch self {
        case .silent(let name): "no answer in time from `stet \(name)`"
        case .stuck(let name): "`stet \(name)` did not end in time"
        case .late: "not done in the time that was given"
        case .failed(let what): "the set-up failed: \(what)"
        }
    }
}
