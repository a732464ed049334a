import COpenSSL

extension SigningKey {
    /// The key as encrypted PKCS#8 PEM: PBES2 with scrypt (N = 16384, r = 8, p = 1) and
    /// AES-256-CBC, which `openssl pkey` reads.
    ///
    /// `salt` and `vector` are 16 random bytes each.
    ///
    /// - Throws: `SigningError.emptyPassphrase`, or `.library`.
    package func protectedPEM(
        passphrase: [UInt8],
        salt: [UInt8],
        vector: [UInt8]
    ) throws(SigningError) -> [UInt8] {
        precondition(salt.count == 16 && vector.count == 16, "salt and vector have 16 bytes")
        guard !passphrase.isEmpty, !passphrase.contains(0) else { throw .emptyPassphrase }
        return try OpenSSLKey(seed: seed).protectedPEM(passphrase, salt, vector)
    }
}

extension OpenSSLKey {
    fileprivate func protectedPEM(
        _ passphrase: [UInt8],
        _ salt: [UInt8],
        _ vector: [UInt8]
    ) throws(SigningError) -> [UInt8] {
        var (salt, vector) = (salt, vector)
        let scheme = unsafe PKCS5_pbe2_set_scrypt(
            EVP_aes_256_cbc(),
            &salt,
            16,
            &vector,
            16_384,
            8,
            1
        )
        guard let scheme = unsafe scheme else { throw .library("protecting a key") }
        guard let plain = unsafe EVP_PKEY2PKCS8(handle) else {
            unsafe X509_ALGOR_free(scheme)
            throw .library("protecting a key")
        }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(plain) }
        let characters = passphrase.map { CChar(bitPattern: $0) }
        // Takes over the scheme where it succeeds.
        let sealed = unsafe PKCS8_set0_pbe(characters, Int32(passphrase.count), plain, scheme)
        guard let sealed = unsafe sealed else {
            unsafe X509_ALGOR_free(scheme)
            throw .library("protecting a key")
        }
        defer { unsafe X509_SIG_free(sealed) }
        return try unsafe Self.text { file in unsafe PEM_write_bio_PKCS8(file, sealed) }
    }
}
