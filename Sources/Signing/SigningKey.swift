import COpenSSL

/// An Ed25519 private key (RFC 8032), kept as its 32-byte seed.
package struct SigningKey: Sendable {
    /// The secret: 32 bytes; never printed, never logged.
    package let seed: [UInt8]
    /// The public key: 32 bytes.
    package let publicKey: [UInt8]
    private let shared: SharedKey

    /// Makes the key that grows from a seed.
    ///
    /// - Throws: `SigningError.badKey` unless the seed has 32 bytes.
    package init(seed: [UInt8]) throws(SigningError) {
        guard seed.count == 32 else { throw .badKey(byteCount: seed.count) }
        self.seed = seed
        shared = SharedKey(try OpenSSLKey(seed: seed))
        publicKey = shared.publicKey
    }

    /// Signs a message: 64 bytes.
    package func sign(_ message: [UInt8]) throws(SigningError) -> [UInt8] {
        try shared.sign(message)
    }
}

/// A key that libcrypto made ready once: growing it from the seed costs as much as a signature.
@safe private final class SharedKey: Sendable {
    // libcrypto counts references to a key atomically and only reads it when signing, so any
    // number of threads may sign with one (openssl-threads(7)).
    private nonisolated(unsafe) let key: OpenSSLKey

    init(_ key: consuming OpenSSLKey) { unsafe self.key = key }

    var publicKey: [UInt8] { unsafe key.publicKey }

    func sign(_ message: [UInt8]) throws(SigningError) -> [UInt8] { try unsafe key.sign(message) }
}

/// Whether `signature` is a strict Ed25519 signature of `message` by `key`.
///
/// Libraries disagree about edge cases; OpenSSL's answer after the checks of `StrictPoint` is the
/// one that every replica gives (ledger.md 2).
package func isSignature(_ signature: [UInt8], of message: [UInt8], by key: [UInt8]) -> Bool {
    guard signature.count == 64, key.count == 32 else { return false }
    let commitment = StrictPoint(signature[..<32])
    let point = StrictPoint(key)
    guard point.isCanonical, !point.isOfSmallOrder, !commitment.isOfSmallOrder else { return false }
    guard let verifier = try? OpenSSLKey(publicKey: key) else { return false }
    return verifier.verifies(signature, of: message)
}
