package import Foundation
@unsafe @preconcurrency import Glibc

/// A small file that is replaced as a whole: after a power cut it holds the old bytes or the new.
package struct SafeFile: Sendable {
    private let url: URL

    /// Names the file.
    package init(_ url: URL) { self.url = url }

    /// Writes `NAME.part`, forces it to disk, renames it, and forces the folder to disk.
    ///
    /// - Throws: `StoreError.disk`; then the old file is untouched.
    package func write(_ bytes: [UInt8], mode: mode_t) throws(StoreError) {
        let part = url.path + ".part"
        let file = unsafe open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw .disk(failingWith: errno) }
        defer { close(file) }
        try Self.writeAll(bytes, to: file)
        guard fchmod(file, mode) == 0, fsync(file) == 0, unsafe rename(part, url.path) == 0 else {
            throw .disk(failingWith: errno)
        }
        try Self.sync(folder: url.deletingLastPathComponent())
    }

    static func writeAll(_ bytes: [UInt8], to file: Int32) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe Glibc.write(file, bytes.baseAddress, bytes.count)
            }
            guard count > 0 else { throw .disk(failingWith: errno) }
            rest = rest.dropFirst(count)
        }
    }

    static func sync(folder: URL) throws(StoreError) {
        let descriptor = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk(failingWith: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .disk(failingWith: errno) }
    }
}
