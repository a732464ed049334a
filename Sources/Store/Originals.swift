package import Foundation
@unsafe @preconcurrency import Glibc
package import Newsroom

/// The files that drafts were made of, as they came, each under its SHA-256: `imports/HH/HASH`.
///
/// They are the importer's own, like anything else that he saved: no sync carries them, and no order
/// to erase reaches them.
package struct Originals: Sendable {
    private let folder: URL

    /// Names the folder inside a newsroom's.
    package init(of newsroom: NewsroomFolder) { folder = newsroom.imports }

    /// Where the file with this hash is, once it is kept.
    package func url(of hash: Bytes32) -> URL {
        let name = hash.description
        return folder.appending(path: "\(name.prefix(2))/\(name)")
    }

    /// Keeps a file; it is on disk when this returns.
    ///
    /// Twice keeps it once.
    ///
    /// - Throws: `StoreError.disk`.
    package func keep(_ bytes: [UInt8], under hash: Bytes32) throws(StoreError) {
        let file = url(of: hash)
        if FileManager.default.fileExists(atPath: file.path) { return }
        try Self.make(folder)
        try Self.make(file.deletingLastPathComponent())
        try SafeFile(file).write(bytes, mode: 0o600)
    }

    /// Makes a folder that only its owner may enter, and forces its name to disk.
    private static func make(_ folder: URL) throws(StoreError) {
        guard unsafe mkdir(folder.path, 0o700) == 0 else {
            if errno == EEXIST { return }
            throw .disk(failingWith: errno)
        }
        try SafeFile.sync(folder: folder.deletingLastPathComponent())
    }
}
