import COpenSSL

/// A certificate that a server made for itself, with its key: clients trust it by the digest of its
/// key, which reaches them another way, and not by who signed it.
package struct ServerCertificate: Sendable {
    /// The certificate as PEM.
    package let certificate: [UInt8]
    /// The private key as PKCS#8 PEM.
    package let key: [UInt8]

    /// Makes a P-256 key and a certificate of `name` that is good for so many days, from `seconds`
    /// after 1970 on.
    ///
    /// `serial` is the certificate's number: random bytes, at most 20 (RFC 5280, 4.1.2.2).
    ///
    /// - Throws: `SigningError.library`.
    package init(
        of name: String,
        serial: [UInt8],
        from seconds: Int64,
        days: Int64
    ) throws(SigningError) {
        guard let certificate = unsafe BIO_new(BIO_s_mem()), let key = unsafe BIO_new(BIO_s_mem())
        else { throw .library("making a certificate") }
        defer {
            unsafe BIO_free(certificate)
            unsafe BIO_free(key)
        }
        // The high bit would make the number negative.
        let number = [serial.first.map { $0 & 0x7F | 0x01 } ?? 1] + serial.dropFirst().prefix(19)
        let isMade = unsafe stet_self_signed(
            name,
            number,
            Int32(number.count),
            seconds,
            days * 86_400,
            certificate,
            key
        )
        guard isMade == 1 else { throw .library("making a certificate") }
        self.certificate = unsafe OpenSSLKey.bytes(in: certificate)
        self.key = unsafe OpenSSLKey.bytes(in: key)
    }
}
