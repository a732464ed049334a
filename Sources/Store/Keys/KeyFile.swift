import Foundation
@unsafe @preconcurrency import Glibc
import Signing

/// The file with the device's private key: PKCS#8 PEM, for its owner alone.
struct KeyFile {
    let url: URL
    private static let limitBytes = 16_384

    init(_ url: URL) { self.url = url }

    /// Reads the key; nil where there is no file.
    ///
    /// - Throws: `StoreError.exposedKey` where others can read it, `.passphraseNeeded`,
    ///   `.wrongPassphrase`, `.key`.
    func readIfThere(passphrase: [UInt8]?) throws(StoreError) -> SigningKey? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        try checkMode()
        guard let handle = try? FileHandle(forReadingFrom: url),
            let pem = try? handle.read(upToCount: Self.limitBytes)
        else { throw .key("it cannot be read") }
        do {
            return try SigningKey(pem: Array(pem), passphrase: passphrase)
        } catch {
            switch error {
            case .passphraseNeeded: throw .passphraseNeeded
            case .wrongPassphrase: throw .wrongPassphrase
            default: throw .key(error.description)
            }
        }
    }

    /// Writes the key beside its place, then puts it there: a power cut leaves the old or the new.
    ///
    /// - Throws: `StoreError.disk`, `SigningError`.
    func write(_ pem: [UInt8]) throws {
        try SafeFile(url).write(pem, mode: 0o600)
    }

    /// The key must be its owner's alone, as `ssh` wants it too.
    private func checkMode() throws(StoreError) {
        var status = stat()
        guard unsafe stat(url.path, &status) == 0 else { throw .key("it cannot be read") }
        let mode = status.st_mode & 0o777
        guard mode & 0o077 == 0 else { throw .exposedKey(mode: String(mode, radix: 8)) }
    }
}
