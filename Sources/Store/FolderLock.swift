import Foundation
@unsafe @preconcurrency import Glibc

/// An exclusive lock on a newsroom folder, held as long as this lives.
///
/// Two processes with one key would write two histories of one log.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock and writes who holds it.
    ///
    /// - Throws: `StoreError.locked` with the holder, `StoreError.disk`.
    init(_ folder: NewsroomFolder) throws(StoreError) {
        let path = folder.lock.path
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .disk(failingWith: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            // Everything is initialised, so that `deinit` closes; a second time would close a file
            // that somebody else opened meanwhile.
            throw .locked(holder: Self.holder(in: descriptor))
        }
        let holder = Array("\(ProcessInfo.processInfo.processName), process \(getpid())".utf8)
        ftruncate(descriptor, 0)
        unsafe pwrite(descriptor, holder, holder.count, 0)
    }

    deinit { close(descriptor) }

    /// Who wrote his name into the file; only what is harmless to print.
    private static func holder(in descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 80)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        let name = bytes.prefix(max(0, count)).filter { (0x20...0x7e).contains($0) }
        return name.isEmpty ? "unknown" : String(decoding: name, as: UTF8.self)
    }
}

extension StoreError {
    /// The sentence for what the operating system answered.
    static func disk(failingWith code: Int32) -> StoreError {
        switch code {
        case EROFS, EACCES, EPERM: .disk("the folder is read-only")
        case ENOSPC, EDQUOT: .disk("the disk is full")
        default: .disk(unsafe String(cString: strerror(code)))
        }
    }
}
