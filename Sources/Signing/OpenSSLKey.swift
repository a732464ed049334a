import COpenSSL

/// One Ed25519 key as libcrypto holds it.
@safe struct OpenSSLKey: ~Copyable {
    let handle: OpaquePointer

    init(seed: [UInt8]) throws(SigningError) {
        let made = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        guard let made = unsafe made else { throw .library("loading a key") }
        unsafe handle = made
    }

    init(publicKey: [UInt8]) throws(SigningError) {
        let made = unsafe EVP_PKEY_new_raw_public_key(
            EVP_PKEY_ED25519,
            nil,
            publicKey,
            publicKey.count
        )
        guard let made = unsafe made else { throw .damagedKey }
        unsafe handle = made
    }

    /// Reads PKCS#8 PEM, with a passphrase where it is encrypted (RFC 8410, RFC 5958).
    init(pem: [UInt8], passphrase: [UInt8]?) throws(SigningError) {
        guard let file = unsafe BIO_new_mem_buf(pem, Int32(clamping: pem.count)) else {
            throw .library("reading a key")
        }
        defer { unsafe BIO_free(file) }
        // The C string of an empty passphrase keeps OpenSSL from asking at the terminal.
        var secret = (passphrase ?? []) + [0]
        let read = unsafe PEM_read_bio_PrivateKey(file, nil, nil, &secret)
        guard let read = unsafe read else {
            ERR_clear_error()
            throw passphrase == nil ? .damagedKey : .wrongPassphrase
        }
        guard unsafe EVP_PKEY_get_id(read) == EVP_PKEY_ED25519 else {
            unsafe EVP_PKEY_free(read)
            throw .damagedKey
        }
        unsafe handle = read
    }

    deinit { unsafe EVP_PKEY_free(handle) }

    var publicKey: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = 32
        let done = unsafe EVP_PKEY_get_raw_public_key(handle, &bytes, &count)
        precondition(done == 1 && count == 32, "an Ed25519 key has a public half")
        return bytes
    }

    var seed: [UInt8] {
        get throws(SigningError) {
            var bytes = [UInt8](repeating: 0, count: 32)
            var count = 32
            guard unsafe EVP_PKEY_get_raw_private_key(handle, &bytes, &count) == 1, count == 32
            else { throw .damagedKey }
            return bytes
        }
    }

    func sign(_ message: [UInt8]) throws(SigningError) -> [UInt8] {
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 64)
        var count = 64
        guard unsafe EVP_DigestSignInit(context, nil, nil, nil, handle) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        else { throw .library("signing") }
        return signature
    }

    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, handle) == 1 else { return false }
        let verdict = unsafe EVP_DigestVerify(context, signature, 64, message, message.count)
        if verdict != 1 { ERR_clear_error() }
        return verdict == 1
    }

    /// PKCS#8 PEM of the private key.
    func privatePEM() throws(SigningError) -> [UInt8] {
        try unsafe Self.text { file in
            unsafe PEM_write_bio_PKCS8PrivateKey(file, handle, nil, nil, 0, nil, nil)
        }
    }

    /// SubjectPublicKeyInfo PEM of the public key.
    func publicPEM() throws(SigningError) -> [UInt8] {
        try unsafe Self.text { file in unsafe PEM_write_bio_PUBKEY(file, handle) }
    }

    static func text(
        _ write: (OpaquePointer) -> Int32
    ) throws(SigningError) -> [UInt8] {
        guard let file = unsafe BIO_new(BIO_s_mem()) else { throw .library("writing a key") }
        defer { unsafe BIO_free(file) }
        guard unsafe write(file) == 1 else { throw .library("writing a key") }
        return unsafe bytes(in: file)
    }

    /// What was written to a file in memory.
    static func bytes(in file: OpaquePointer) -> [UInt8] {
        var start: UnsafeMutablePointer<CChar>?
        let count = unsafe stet_bio_bytes(file, &start)
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
        return unsafe Array(bytes)
    }
}
