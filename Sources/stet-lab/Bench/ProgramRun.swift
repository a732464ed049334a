import Foundation
import Glibc

/// One run of a program, with what it took.
struct ProgramRun {
    /// From its start to its end.
    let time: Duration
    /// The most memory that it had.
    let peakMebibytes: Double

    /// Runs a program to its end; what it says is thrown away.
    ///
    /// - Throws: `ProgramRunError` where it cannot be started, or fails.
    init(_ program: URL, _ arguments: [String]) throws {
        let words = [program.path] + arguments
        var given: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { while let word = unsafe given.popLast() { unsafe free(word) } }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var child: pid_t = 0
        let start = ContinuousClock.now
        let code = unsafe posix_spawn(&child, program.path, &actions, nil, &given, environ)
        guard code == 0 else { throw ProgramRunError(program: program.path, code: code) }
        var (status, usage) = (Int32(0), rusage())
        while unsafe wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        time = ContinuousClock.now - start
        guard status == 0 else { throw ProgramRunError(program: program.path, code: status >> 8) }
        peakMebibytes = Double(usage.ru_maxrss) / 1_024
    }
}

/// A program that could not be run to its end.
struct ProgramRunError: Error, CustomStringConvertible {
    let program: String
    let code: Int32

    /// Which program, and its exit code or why it did not start.
    var description: String { "\(program) failed with \(code)" }
}
