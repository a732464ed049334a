package import Foundation
import Glibc

extension Theme {
    /// Reads the theme that lies in a folder; hidden files are not of it.
    ///
    /// - Throws: `PressError.badTheme`, also where the folder or a file cannot be read.
    package init(in folder: URL) throws(PressError) {
        try self.init(files: try Self.files(in: folder))
    }

    /// The files of a theme that lies in a folder, as they are.
    static func files(in folder: URL) throws(PressError) -> [(name: String, bytes: [UInt8])] {
        let root = folder.standardizedFileURL.path
        var files: [(name: String, bytes: [UInt8])] = []
        var bytesLeft = ThemeLimits.bytes
        for path in try paths(in: root) {
            guard let bytes = try bytes(at: "\(root)/\(path)", limit: bytesLeft) else {
                continue
            }
            bytesLeft -= bytes.count
            files.append((path, bytes))
        }
        return files
    }

    /// What lies in a folder at any depth; it stops where that is more than a theme.
    private static func paths(in root: String) throws(PressError) -> [String] {
        var isFolder = false
        var status = stat()
        if unsafe stat(root, &status) == 0 { isFolder = status.st_mode & S_IFMT == S_IFDIR }
        guard isFolder, let found = FileManager.default.enumerator(atPath: root) else {
            throw .badTheme(file: nil, line: nil, "its folder cannot be read")
        }
        var paths: [String] = []
        while let path = found.nextObject() as? String, paths.count <= 2 * ThemeLimits.files {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            if !isHidden { paths.append(path) }
        }
        return paths
    }

    /// The bytes of a plain file, nil for a folder; one byte over the limit where there are more.
    private static func bytes(at path: String, limit: Int) throws(PressError) -> [UInt8]? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { throw unreadable }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return nil
        case S_IFREG: break
        default: throw .badTheme(file: nil, line: nil, "it holds what is neither file nor folder")
        }
        guard let file = FileHandle(forReadingAtPath: path) else { throw unreadable }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: limit + 1) ?? Data() else { throw unreadable }
        return Array(data)
    }

    private static var unreadable: PressError {
        .badTheme(file: nil, line: nil, "a file of it cannot be read")
    }
}
