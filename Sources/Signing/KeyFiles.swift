extension SigningKey {
    /// Reads a PKCS#8 PEM file, encrypted or not.
    ///
    /// - Throws: `SigningError.damagedKey` where the text holds no Ed25519 key, `.passphraseNeeded`
    ///   where it is encrypted and none is given, `.wrongPassphrase` where that does not open it.
    package init(pem: [UInt8], passphrase: [UInt8]? = nil) throws(SigningError) {
        let isEncrypted = String(decoding: pem, as: UTF8.self).contains("BEGIN ENCRYPTED PRIVATE")
        if isEncrypted, passphrase == nil { throw .passphraseNeeded }
        try self.init(seed: OpenSSLKey(pem: pem, passphrase: isEncrypted ? passphrase : nil).seed)
    }

    /// The key as PKCS#8 PEM, as `openssl pkey` reads it.
    package func pem() throws(SigningError) -> [UInt8] {
        try OpenSSLKey(seed: seed).privatePEM()
    }
}

/// A public key as SubjectPublicKeyInfo PEM, as `openssl pkeyutl -pubin` reads it.
///
/// - Throws: `SigningError.badKey` unless the key has 32 bytes.
package func publicKeyPEM(_ key: [UInt8]) throws(SigningError) -> [UInt8] {
    guard key.count == 32 else { throw .badKey(byteCount: key.count) }
    return try OpenSSLKey(publicKey: key).publicPEM()
}
