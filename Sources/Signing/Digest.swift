import COpenSSL

// Looked up once: asking libcrypto for an algorithm by name takes longer than a short digest. It
// only reads what is found, on any number of threads (openssl-threads(7)).
private nonisolated(unsafe) let sha256Algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

/// The SHA-256 (FIPS 180-4) of a message: 32 bytes.
package func sha256(_ message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var size: UInt32 = 0
    let done = unsafe EVP_Digest(message, message.count, &digest, &size, sha256Algorithm, nil)
    precondition(done == 1 && size == 32, "SHA-256 is part of every libcrypto")
    return digest
}

/// The SHA-512 (FIPS 180-4) of a message: 64 bytes.
package func sha512(_ message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 64)
    var size: UInt32 = 0
    let done = unsafe EVP_Digest(message, message.count, &digest, &size, EVP_sha512(), nil)
    precondition(done == 1 && size == 64, "SHA-512 is part of every libcrypto")
    return digest
}

/// The HMAC-SHA-256 (RFC 2104) of a message: 32 bytes.
package func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: 32)
    var size: UInt32 = 0
    _ = unsafe HMAC(
        EVP_sha256(),
        key,
        Int32(key.count),
        message,
        message.count,
        &code,
        &size
    )
    precondition(size == 32, "HMAC is part of every libcrypto")
    return code
}

/// A running SHA-256, for messages that are never in memory as a whole.
@safe package struct Digester: ~Copyable {
    private let context: OpaquePointer

    /// Starts with the empty message.
    package init() {
        guard let made = unsafe EVP_MD_CTX_new(),
            unsafe EVP_DigestInit_ex(made, sha256Algorithm, nil) == 1
        else { preconditionFailure("SHA-256 is part of every libcrypto") }
        unsafe context = made
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    /// Appends to the message.
    package mutating func update(_ bytes: [UInt8]) {
        let done = unsafe EVP_DigestUpdate(context, bytes, bytes.count)
        precondition(done == 1, "a digest takes any bytes")
    }

    /// The digest of the whole message: 32 bytes; the digester starts anew.
    package mutating func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var size: UInt32 = 0
        let done = unsafe EVP_DigestFinal_ex(context, &digest, &size)
        precondition(done == 1 && size == 32, "a SHA-256 has 32 bytes")
        let again = unsafe EVP_DigestInit_ex(context, sha256Algorithm, nil)
        precondition(again == 1, "a digester starts anew")
        return digest
    }
}
