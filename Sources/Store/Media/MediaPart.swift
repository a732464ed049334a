import Foundation
@unsafe @preconcurrency import Glibc
import Ledger
import Newsroom
import Signing

/// A file of media that is on its way here: what has come of it so far, kept in order.
///
/// It survives a broken connection and a restart, so whoever sends it goes on where it stopped.
package struct MediaPart: Sendable {
    private let hash: Bytes32
    private let files: HashedFiles

    init(of hash: Bytes32, in files: HashedFiles) { (self.hash, self.files) = (hash, files) }

    private var folder: URL { files.folder.appending(path: "parts") }
    /// Where what has come is.
    private var url: URL { folder.appending(path: hash.description) }

    /// How many bytes have come.
    package var byteCount: Int { Self.size(of: url) ?? 0 }

    /// When the last of them came, in seconds since 1970; nil where none has.
    package var modified: Int64? { Self.modified(of: url) }

    /// Adds what comes next; it stays where this process ends.
    ///
    /// - Throws: `StoreError.disk`.
    package func append(_ bytes: [UInt8]) throws(StoreError) {
        try HashedFiles.make(files.folder)
        try HashedFiles.make(folder)
        let file = unsafe open(url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .disk(failingWith: errno) }
        defer { close(file) }
        try SafeFile.writeAll(bytes, to: file)
    }

    /// Puts the whole in its place, on disk, if it is what its name says; else drops it.
    ///
    /// - Returns: whether it was.
    /// - Throws: `StoreError.disk`.
    package func finish() throws(StoreError) -> Bool {
        guard Self.digest(of: url) == hash else {
            try remove()
            return false
        }
        let place = try files.place(for: hash)
        let file = unsafe open(url.path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw .disk(failingWith: errno) }
        defer { close(file) }
        guard fsync(file) == 0, unsafe rename(url.path, place.path) == 0 else {
            throw .disk(failingWith: errno)
        }
        try SafeFile.sync(folder: place.deletingLastPathComponent())
        return true
    }

    /// Drops what has come.
    ///
    /// - Throws: `StoreError.disk`.
    package func remove() throws(StoreError) {
        guard unsafe unlink(url.path) == 0 || errno == ENOENT else {
            throw .disk(failingWith: errno)
        }
    }

    /// The SHA-256 of a file, which is read piece by piece; nil where it cannot be read.
    static func digest(of url: URL) -> Bytes32? {
        guard let file = try? FileHandle(forReadingFrom: url) else { return nil }
        var digester = Digester()
        defer { try? file.close() }
        while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
            digester.update(Array(piece))
        }
        return Bytes32(digester.finish())
    }

    /// When a file was last written, in seconds since 1970; nil where there is none.
    static func modified(of url: URL) -> Int64? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        let date = attributes?[.modificationDate] as? Date
        return date.map { Int64($0.timeIntervalSince1970) }
    }

    /// How long a file is; nil where there is none.
    static func size(of url: URL) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return (attributes?[.size] as? NSNumber)?.intValue
    }
}
