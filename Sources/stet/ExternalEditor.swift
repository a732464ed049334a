import Foundation

/// The person's own editor, on a file that only he can read.
enum ExternalEditor {
    /// Has `$VISUAL` or `$EDITOR` change a text.
    ///
    /// - Throws: `ExternalEditorError`. What was typed stays in the file that it names.
    static func edit(_ name: String, _ text: [UInt8]) throws -> [UInt8] {
        let environment = ProcessInfo.processInfo.environment
        guard let program = environment["VISUAL"] ?? environment["EDITOR"], !program.isEmpty else {
            throw ExternalEditorError.none
        }
        let file = FileManager.default.temporaryDirectory
            .appending(path: "stet-\(name)-\(UUID().uuidString.prefix(8)).txt")
        let made = FileManager.default.createFile(
            atPath: file.path,
            contents: Data(text),
            attributes: [.posixPermissions: 0o600]
        )
        guard made else { throw ExternalEditorError.noFile(file.path) }
        try run(program, on: file)
        let changed = try Data(contentsOf: file)
        try? FileManager.default.removeItem(at: file)
        return Array(changed)
    }

    private static func run(_ program: String, on file: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // The variable may hold options: the shell splits it, the file's name stays one word.
        process.arguments = ["-c", "exec \(program) \"$1\"", "sh", file.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ExternalEditorError.failed(file.path)
        }
    }
}

/// Why the editor did not bring a text back.
enum ExternalEditorError: Error, CustomStringConvertible {
    case none
    case noFile(String)
    case failed(String)

    var description: String {
        switch self {
        case .none: "no editor is named: set VISUAL or EDITOR"
        case .noFile(let path): "the file for the editor cannot be written: \(path)"
        case .failed(let path): "the editor failed; what it left is in \(path)"
        }
    }
}
