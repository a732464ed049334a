import Foundation
@unsafe @preconcurrency import Glibc

/// A passphrase as a person types it, unseen; a script gives it in STET_PASSPHRASE.
enum Passphrase {
    /// The longest: what a person types is far shorter.
    private static let limitBytes = 1_024

    /// Asks once.
    ///
    /// - Throws: `PassphraseError.noTerminal` where nobody can be asked.
    static func ask(_ question: String = "passphrase: ") throws -> [UInt8] {
        if let given = ProcessInfo.processInfo.environment["STET_PASSPHRASE"] {
            return Array(given.utf8)
        }
        guard isatty(STDIN_FILENO) == 1 else { throw PassphraseError.noTerminal }
        FileHandle.standardError.write(Data(question.utf8))
        let line = try withoutEcho { readLine(strippingNewline: true) ?? "" }
        FileHandle.standardError.write(Data("\n".utf8))
        return Array(line.utf8.prefix(limitBytes))
    }

    /// Asks until a new passphrase was typed twice alike.
    static func askTwice() throws -> [UInt8] {
        while true {
            let first = try ask("new passphrase: ")
            if try ask("once more: ") == first { return first }
            FileHandle.standardError.write(Data("they differ; try again\n".utf8))
        }
    }

    private static func withoutEcho<Value>(_ work: () throws -> Value) throws -> Value {
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw PassphraseError.noTerminal
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return try work()
    }
}

/// Why no passphrase was given.
enum PassphraseError: Error, CustomStringConvertible {
    case noTerminal

    var description: String {
        "nobody can be asked for the passphrase here: use a terminal, or STET_PASSPHRASE"
    }
}
