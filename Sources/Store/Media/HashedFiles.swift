import Foundation
@unsafe @preconcurrency import Glibc
import Ledger
import Newsroom

/// A folder of files, each under the SHA-256 of its bytes: `HH/HASH`, for their owner alone.
struct HashedFiles: Sendable {
    /// The folder.
    let folder: URL

    /// Where the file with this hash is, once it is kept.
    func url(of hash: Bytes32) -> URL {
        let name = hash.description
        return folder.appending(path: "\(name.prefix(2))/\(name)")
    }

    /// Whether it is kept.
    func contains(_ hash: Bytes32) -> Bool {
        FileManager.default.fileExists(atPath: url(of: hash).path)
    }

    /// Keeps a file; it is on disk when this returns.
    ///
    /// Twice keeps it once.
    ///
    /// - Throws: `StoreError.disk`.
    func keep(_ bytes: [UInt8], under hash: Bytes32) throws(StoreError) {
        guard !contains(hash) else { return }
        try SafeFile(place(for: hash)).write(bytes, mode: 0o600)
    }

    /// Where a file with this hash may be put, in folders that are there.
    ///
    /// - Throws: `StoreError.disk`.
    func place(for hash: Bytes32) throws(StoreError) -> URL {
        let file = url(of: hash)
        try Self.make(folder)
        try Self.make(file.deletingLastPathComponent())
        return file
    }

    /// Makes a folder that only its owner may enter, and forces its name to disk.
    ///
    /// - Throws: `StoreError.disk`.
    static func make(_ folder: URL) throws(StoreError) {
        guard unsafe mkdir(folder.path, 0o700) == 0 else {
            if errno == EEXIST { return }
            throw .disk(failingWith: errno)
        }
        try SafeFile.sync(folder: folder.deletingLastPathComponent())
    }
}
