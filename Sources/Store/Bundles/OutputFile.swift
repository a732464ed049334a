import Foundation
@unsafe @preconcurrency import Glibc

/// A file that is written from its beginning to its end beside its place, then put there.
struct OutputFile: ~Copyable {
    private let place: URL
    private let part: String
    private let descriptor: Int32
    private var isInPlace = false

    /// Starts to write `NAME.part`.
    ///
    /// - Throws: `StoreError.disk`.
    init(_ place: URL) throws(StoreError) {
        self.place = place
        part = place.path + ".part"
        descriptor = unsafe open(part, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .disk(failingWith: errno) }
    }

    deinit {
        close(descriptor)
        if !isInPlace { unsafe unlink(part) }
    }

    func append(_ bytes: [UInt8]) throws(StoreError) {
        try SafeFile.writeAll(bytes, to: descriptor)
    }

    /// Appends all of another file, which may lie anywhere.
    func append(contentsOf other: borrowing OutputFile) throws(StoreError) {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var offset: off_t = 0
        while true {
            let count = unsafe pread(other.descriptor, &buffer, buffer.count, offset)
            guard count >= 0 else { throw .disk(failingWith: errno) }
            guard count > 0 else { return }
            try append(Array(buffer[..<count]))
            offset += off_t(count)
        }
    }

    /// Forces the bytes to disk and puts the file in its place.
    consuming func finish() throws(StoreError) {
        guard fsync(descriptor) == 0, unsafe rename(part, place.path) == 0 else {
            throw .disk(failingWith: errno)
        }
        isInPlace = true
        try SafeFile.sync(folder: place.deletingLastPathComponent())
    }
}
