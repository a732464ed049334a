import ArgumentParser
import Desk
import Foundation

/// The one place where errors become sentences on standard error, and exit codes.
enum Failure {
    /// Says what failed and what to do, and ends the process.
    static func end(with error: any Error) -> Never {
        if isOfArguments(error) { Stet.exit(withError: error) }
        let complaint = Complaint(error)
        let words = Terminal.page(isJSON: false).shown(complaint)
        FileHandle.standardError.write(Data(words.utf8))
        Foundation.exit(complaint.exitCode)
    }

    /// Whether the error is the argument parser's own, which knows how to say it.
    private static func isOfArguments(_ error: any Error) -> Bool {
        error is ValidationError || error is CleanExit || error is ExitCode
            || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }
}
