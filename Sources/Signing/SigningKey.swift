import COpenSSL

/// An Ed25519 private key (RFC 8032), kept as its 32-byte seed.
package struct SigningKey: Sendable {
    /// The secret: 32 bytes; never printed, never logged.
    package let seed: [UInt8]
    /// The public key: 32 bytes.
    package let publicKey: [UInt8]

    /// Makes the key that grows from a seed.
    ///
    /// - Throws: `SigningError.badKey` unless the seed has 32 bytes.
    package init(seed: [UInt8]) throws(SigningError) {
        guard seed.count == 32 else { throw .badKey(byteCount: seed.count) }
        self.seed = seed
        publicKey = try OpenSSLKey(seed: seed).publicKey
    }

    /// Signs a message: 64 bytes.
    package func sign(_ message: [UInt8]) throws(SigningError) -> [UInt8] {
        try OpenSSLKey(seed: seed).sign(message)
    }
}

/// Whether `signature` is a strict Ed25519 signature of `message` by `key`.
///
/// Libraries disagree about edge cases; OpenSSL's answer after the checks of `StrictPoint` is the
/// one that every replica gives (ledger.md 2).
package func isSignature(_ signature: [UInt8], of message: [UInt8], by key: [UInt8]) -> Bool {
    guard signature.count == 64, key.count == 32 else { return false }
    let commitment = StrictPoint(Array(signature[..<32]))
    let point = StrictPoint(key)
    guard point.isCanonical, !point.isOfSmallOrder, !commitment.isOfSmallOrder else { return false }
    guard let verifier = try? OpenSSLKey(publicKey: key) else { return false }
    return verifier.verifies(signature, of: message)
}
