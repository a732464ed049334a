import COpenSSL

/// A key of 32 bytes from a password, by scrypt (RFC 7914) with N = 32768, r = 8, p = 1.
///
/// Takes about 0.1 s and 32 MiB, which is what a guess costs.
///
/// - Throws: `SigningError.library` where the memory is not there.
package func scrypt(password: [UInt8], salt: [UInt8]) throws(SigningError) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    // The password is bytes to us and characters to the call.
    let characters = password.map { CChar(bitPattern: $0) }
    let done = unsafe EVP_PBE_scrypt(
        characters,
        password.count,
        salt,
        salt.count,
        32_768,
        8,
        1,
        64 << 20,
        &key,
        32
    )
    guard done == 1 else {
        ERR_clear_error()
        throw .library("stretching a password")
    }
    return key
}
