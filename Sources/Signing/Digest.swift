import COpenSSL

/// The SHA-256 (FIPS 180-4) of a message: 32 bytes.
package func sha256(_ message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var size: UInt32 = 0
    let done = unsafe EVP_Digest(message, message.count, &digest, &size, EVP_sha256(), nil)
    precondition(done == 1 && size == 32, "SHA-256 is part of every libcrypto")
    return digest
}
