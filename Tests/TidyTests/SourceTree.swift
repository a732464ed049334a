import Foundation

/// The checkout that these tests were built from, read as text.
enum SourceTree {
    /// The project's root folder.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file of the checkout.
    struct File {
        /// The path from the project's root.
        let path: String

        /// The target, by the second folder of the path.
        var target: String {
            path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        }

        /// Reads the file.
        func text() throws -> String {
            try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
        }
    }

    /// Lists the Swift files below a folder, sorted by path.
    static func swiftFiles(below folder: String) throws -> [File] {
        try files(below: folder).filter { $0.path.hasSuffix(".swift") }
    }

    /// Lists all files below a folder, sorted by path.
    static func files(below folder: String) throws -> [File] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            .sorted()
            .map { File(path: "\(folder)/\($0)") }
            .filter { !isFolder($0.path) }
    }

    private static func isFolder(_ path: String) -> Bool {
        let values = try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
        return values?.isDirectory == true
    }
}
