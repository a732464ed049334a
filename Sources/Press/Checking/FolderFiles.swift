package import Foundation

/// A site in a folder.
package struct FolderFiles: PublishedFiles {
    private let folder: URL

    /// Names the site's root.
    package init(_ folder: URL) { self.folder = folder }

    /// Reads a file, following no link out of the folder.
    package func read(_ path: String, limit: Int) throws(CheckRefusal) -> [UInt8]? {
        try Self.bytes(of: folder.appending(path: path), called: path, limit: limit)
    }

    /// Every plain file below the folder.
    package func paths() throws(CheckRefusal) -> [String]? {
        guard let found = FileManager.default.subpaths(atPath: folder.path) else {
            throw CheckRefusal("the folder cannot be read")
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The content of a plain file; nil where there is none.
    ///
    /// - Throws: `CheckRefusal` where it cannot be read or has more than `limit` bytes.
    package static func bytes(
        of file: URL,
        called name: String,
        limit: Int
    ) throws(CheckRefusal) -> [UInt8]? {
        let kind = try? file.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey])
        guard let kind else { return nil }
        guard kind.isRegularFile == true, kind.isSymbolicLink != true else {
            throw CheckRefusal("\(name) is no plain file")
        }
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: limit + 1)
        else { throw CheckRefusal("\(name) cannot be read") }
        guard data.count <= limit else {
            throw CheckRefusal("\(name) has more than \(limit) bytes")
        }
        return Array(data)
    }
}
