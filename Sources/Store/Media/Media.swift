package import Foundation
@unsafe @preconcurrency import Glibc
import Ledger
package import Newsroom

/// The pictures of a newsroom that are here, each under its SHA-256: `media/HH/HASH`.
///
/// What is under a name has that hash: it is looked at when it is put there and when it is read. A
/// file that the disk spoiled is put aside, and fetched again by the next exchange.
package struct Media: Sendable {
    /// The most that one file may have (ledger.md 10).
    package static let limitBytes = 512 << 20

    private let files: HashedFiles

    /// Names the folder inside a newsroom's.
    package init(of newsroom: NewsroomFolder) { files = HashedFiles(folder: newsroom.media) }

    /// Whether the file with this hash is here.
    package func contains(_ hash: Bytes32) -> Bool { files.contains(hash) }

    /// Where the file with this hash is, once it is here.
    package func url(of hash: Bytes32) -> URL { files.url(of: hash) }

    /// How long it is; nil where it is not here.
    package func byteCount(of hash: Bytes32) -> Int? { MediaPart.size(of: url(of: hash)) }

    /// Keeps a file; it is on disk when this returns.
    ///
    /// Twice keeps it once.
    ///
    /// - Throws: `StoreError.disk`.
    @discardableResult
    package func keep(_ bytes: [UInt8]) throws(StoreError) -> Bytes32 {
        let hash = digest(bytes)
        try files.keep(bytes, under: hash)
        return hash
    }

    /// The bytes with this hash; nil where they are not here, or not any more what they were.
    ///
    /// - Throws: `StoreError.disk` where what is spoiled cannot be put aside.
    package func read(_ hash: Bytes32) throws(StoreError) -> [UInt8]? {
        guard let data = try? Data(contentsOf: url(of: hash)) else { return nil }
        let bytes = Array(data)
        guard digest(bytes) == hash else {
            try putAside(hash)
            return nil
        }
        return bytes
    }

    /// A part of a file, as it is on disk; shorter at its end, nil where it is not here.
    package func read(_ hash: Bytes32, from offset: Int, count: Int) -> [UInt8]? {
        guard let file = try? FileHandle(forReadingFrom: url(of: hash)) else { return nil }
        defer { try? file.close() }
        guard (try? file.seek(toOffset: UInt64(offset))) != nil,
            let data = try? file.read(upToCount: count)
        else { return nil }
        return Array(data)
    }

    /// What of a file has come so far, to which more can be added.
    package func part(of hash: Bytes32) -> MediaPart { MediaPart(of: hash, in: files) }

    /// All files that are here, ascending.
    package func names() -> [Bytes32] {
        let folders =
            (try? FileManager.default.contentsOfDirectory(atPath: files.folder.path)) ?? []
        return folders.filter { $0.utf8.count == 2 }.sorted().flatMap { names(in: $0) }
    }

    /// The files of which a part has come, ascending.
    func partNames() -> [Bytes32] { names(in: "parts") }

    private func names(in name: String) -> [Bytes32] {
        let folder = files.folder.appending(path: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.compactMap { Bytes32(hex: $0) }.sorted()
    }

    /// Drops a file for good.
    ///
    /// - Throws: `StoreError.disk`.
    package func remove(_ hash: Bytes32) throws(StoreError) {
        guard unsafe unlink(url(of: hash).path) == 0 || errno == ENOENT else {
            throw .disk(failingWith: errno)
        }
        try part(of: hash).remove()
    }

    /// Whether the file with this hash is as it was kept; true where it is not here.
    package func isSound(_ hash: Bytes32) -> Bool {
        guard contains(hash) else { return true }
        return MediaPart.digest(of: url(of: hash)) == hash
    }

    private func putAside(_ hash: Bytes32) throws(StoreError) {
        let folder = files.folder.appending(path: "spoiled")
        try HashedFiles.make(folder)
        let place = folder.appending(path: hash.description)
        guard unsafe rename(url(of: hash).path, place.path) == 0 else {
            throw .disk(failingWith: errno)
        }
    }
}
