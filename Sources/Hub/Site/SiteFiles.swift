package import Foundation
import Newsroom
import Press
import Signing
import Synchronization

/// The folder that the press writes, as a server reads it: the index, read again when it changed,
/// and files that are in it.
package final class SiteFiles: Sendable {
    private struct State {
        var stamp: [Int] = []
        var table: SiteTable?
    }

    private let folder: URL
    private let isSecret: Bool
    private let state = Mutex(State())
    private let packed = PackedFiles()

    /// Names the site's folder; `isSecret` where readers come with TLS.
    package init(_ folder: URL, isSecret: Bool) {
        (self.folder, self.isSecret) = (folder, isSecret)
    }

    /// The table as the press left it last; nil where there is no site yet.
    package func table() -> SiteTable? {
        let path = folder.appending(path: PressIndex.path).path
        guard let stamp = Self.stamp(of: path) else { return nil }
        return state.withLock { state in
            if state.stamp != stamp {
                state = State(stamp: stamp, table: read(path) ?? state.table)
            }
            return state.table
        }
    }

    private func read(_ path: String) -> SiteTable? {
        guard let data = FileManager.default.contents(atPath: path),
            let index = PressIndex(parsing: String(decoding: data, as: UTF8.self))
        else { return nil }
        let redirects = FileManager.default.contents(
            atPath: folder.appending(path: "redirects.txt").path
        )
        return SiteTable(
            index: index,
            redirects: String(decoding: redirects ?? Data(), as: UTF8.self),
            isSecret: isSecret
        )
    }

    /// What changes when the file is renamed or grows.
    private static func stamp(of path: String) -> [Int]? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return [
            Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
            Int(status.st_mtim.tv_nsec),
        ]
    }

    /// The bytes of a file of the index, with their own tag: the press may have renamed a newer file
    /// into its place, and what goes out is never called by another's hash.
    ///
    /// - Returns: nil where it cannot be read now.
    func body(of file: PressIndex.File, isPacked: Bool) -> (bytes: [UInt8], tag: String)? {
        let place = folder.appending(path: file.path).path
        guard let data = FileManager.default.contents(atPath: place) else { return nil }
        let bytes = Array(data)
        guard let hash = Bytes32(sha256(bytes)) else { return nil }
        let tag = SiteTag.text(of: hash, isPacked: isPacked)
        return (isPacked ? packed.packed(bytes, hash: hash) : bytes, tag)
    }
}
