import Foundation
import Glibc
import Newsroom

/// The folder that the press writes: a cache of the ledger, so nothing is synced to disk; every
/// file is written beside its place and renamed into it, the index last (H9).
struct SiteFolder: Sendable {
    /// Its path, without a slash at the end.
    private let root: String

    init(url: URL) {
        let path = url.absoluteURL.path
        root = path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The index of what was written last; an unreadable one counts as none.
    func index() -> PressIndex {
        guard let data = try? Data(contentsOf: URL(filePath: place(PressIndex.path))),
            let text = String(validating: data, as: UTF8.self),
            let index = PressIndex(parsing: text)
        else { return PressIndex() }
        return index
    }

    /// Whether a file is as it was written: who changes it changes its time or its length.
    func isIntact(_ file: PressIndex.File) -> Bool {
        var status = stat()
        guard unsafe lstat(place(file.path), &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFREG && status.st_size == file.length
            && Int64(status.st_mtim.tv_sec) == file.modified.milliseconds / 1_000
    }

    /// Writes a file beside its place and renames it.
    func replace(_ path: String, with bytes: [UInt8], modified: Moment) throws(PressError) {
        let place = place(path)
        let (folder, name) = Self.cut(place)
        let fresh = "\(folder)/.\(name).tmp"
        var file = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        if file < 0, errno == ENOENT {
            try? FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
            file = unsafe open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        }
        guard file >= 0 else { throw Self.failure() }
        defer { close(file) }
        try Self.write(bytes, to: file)
        let seconds = Int(modified.milliseconds / 1_000)
        let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
        guard Self.letEverybodyRead(file), unsafe futimens(file, times) == 0,
            unsafe rename(fresh, place) == 0
        else { throw Self.failure() }
    }

    /// Gives a file its mode where the process's mask took some of it: most do not, and looking is
    /// a fifth of the cost of setting.
    private static func letEverybodyRead(_ file: Int32) -> Bool {
        var status = stat()
        let isSo = unsafe fstat(file, &status) == 0 && status.st_mode & 0o777 == 0o644
        return isSo || fchmod(file, 0o644) == 0
    }

    /// Stores the index anew.
    func store(_ index: String) throws(PressError) {
        try replace(PressIndex.path, with: Array(index.utf8), modified: .ever)
    }

    /// Adds lines to the stored index in one write; a crash leaves a whole line or a cut one.
    func append(_ lines: String) throws(PressError) {
        let file = unsafe open(place(PressIndex.path), O_WRONLY | O_APPEND | O_CLOEXEC)
        guard file >= 0 else { throw Self.failure() }
        defer { close(file) }
        try Self.write(Array(lines.utf8), to: file)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws(PressError) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    file,
                    buffer.baseAddress.map { unsafe $0 + done },
                    bytes.count - done
                )
            }
            guard count > 0 else { throw failure() }
            done += count
        }
    }

    /// Removes a file, and the folders that it leaves empty; false where it was not there.
    func remove(_ path: String) throws(PressError) -> Bool {
        guard unsafe unlink(place(path)) == 0 else {
            guard errno == ENOENT else { throw Self.failure() }
            return false
        }
        var folder = Self.cut(place(path)).folder
        while folder.hasPrefix(root + "/"), unsafe rmdir(folder) == 0 {
            folder = Self.cut(folder).folder
        }
        return true
    }

    private func place(_ path: String) -> String { "\(root)/\(path)" }

    /// A path as its folder and its last part.
    private static func cut(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }

    private static func failure() -> PressError {
        switch errno {
        case ENOSPC, EDQUOT: .disk("the disk is full")
        case EACCES, EROFS, EPERM: .disk("the folder is read-only")
        default: .disk("the folder cannot be used")
        }
    }
}
