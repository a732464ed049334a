package import Foundation
import NIOSSL
package import Newsroom
import Signing
package import Store

/// A server's certificate and key for TLS, and the digest by which devices know the key.
package struct HubKeys: Sendable {
    /// SHA-256 of the key's SubjectPublicKeyInfo (RFC 7469, 2.4).
    package let pin: Bytes32
    let configuration: TLSConfiguration

    /// Reads a chain of certificates and a private key from PEM files.
    ///
    /// - Throws: `HubKeysError`.
    package init(certificates: URL, key: URL) throws(HubKeysError) {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificates.path)
            let privateKey = try NIOSSLPrivateKey(file: key.path, format: .pem)
            guard let first = chain.first, let pin = try first.pin else {
                throw HubKeysError(certificates.path)
            }
            self.pin = pin
            configuration = .serving(chain, privateKey)
        } catch let error as HubKeysError {
            throw error
        } catch {
            throw HubKeysError("\(certificates.path) and \(key.path)")
        }
    }

    /// Takes the certificate that this hub made for itself, or makes it now: good for ten years,
    /// for nobody looks at its date but at its key.
    ///
    /// - Throws: `HubKeysError`, `StoreError.disk`, `SigningError`.
    package static func selfMade(
        in folder: URL,
        for name: String,
        surroundings: Surroundings
    ) throws -> HubKeys {
        let (certificate, key) = (
            folder.appending(path: "hub-certificate.pem"), folder.appending(path: "hub-key.pem")
        )
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: certificate.path) {
            let made = try ServerCertificate(
                of: name,
                serial: surroundings.random.bytes(16),
                from: surroundings.clock.now().milliseconds / 1_000 - 86_400,
                days: 3_653
            )
            try SafeFile(key).write(made.key, mode: 0o600)
            try SafeFile(certificate).write(made.certificate, mode: 0o644)
        }
        return try HubKeys(certificates: certificate, key: key)
    }
}

/// A certificate or key that cannot be used.
package struct HubKeysError: HintedError {
    private let files: String

    init(_ files: String) { self.files = files }

    /// One line: what failed.
    package var description: String { "no certificate and key in PEM: \(files)" }

    /// What to do about it.
    package var hint: String? {
        "--certificate takes the chain, --key its private key, both as PEM"
    }
}

extension NIOSSLCertificate {
    /// SHA-256 of the key's SubjectPublicKeyInfo.
    fileprivate var pin: Bytes32? {
        get throws { Bytes32(sha256(try extractPublicKey().toSPKIBytes())) }
    }
}

extension TLSConfiguration {
    /// TLS 1.2 or 1.3, with these.
    fileprivate static func serving(
        _ chain: [NIOSSLCertificate],
        _ key: NIOSSLPrivateKey
    ) -> TLSConfiguration {
        var configuration = makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
