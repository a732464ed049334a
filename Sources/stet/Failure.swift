import ArgumentParser
import Foundation

/// The one place where errors become sentences on standard error and exit codes.
enum Failure {
    /// Prints what failed and what to do, and ends the process: 64 for wrong usage, otherwise 1.
    static func end(with error: any Error) -> Never {
        if isOfArguments(error) {
            Stet.exit(withError: error)
        }
        if !(error is AlreadySaid) {
            say("error: \(sentence(of: error))")
            if let hint = (error as? any Hinting)?.hint {
                say("hint: \(hint)")
            }
        }
        Foundation.exit(1)
    }

    /// Writes a line to standard error.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    private static func isOfArguments(_ error: any Error) -> Bool {
        error is ValidationError || error is CleanExit || error is ExitCode
            || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }

    private static func sentence(of error: any Error) -> String {
        let raw = String(describing: error)
        return raw.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

/// An error that knows what to do about it.
protocol Hinting: Error {
    /// What to type or look at next.
    var hint: String? { get }
}

/// Everything about the failure was printed already; only the exit code is left.
struct AlreadySaid: Error {}
