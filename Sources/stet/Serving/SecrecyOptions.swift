import ArgumentParser
import Foundation
import Hub
import Store

/// How a server keeps what it says secret.
struct SecrecyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The server's certificate chain for TLS, as PEM.", valueName: "file")
    )
    var certificate: String?

    @Option(help: ArgumentHelp("The certificate's private key, as PEM.", valueName: "file"))
    var key: String?

    @Flag(help: "Speak TLS with a certificate that this server makes for itself, once.")
    var selfMade = false

    @Flag(help: "Speak plain HTTP on any address: a proxy before this server speaks TLS.")
    var behindProxy = false

    /// Certificate and key as files: by options, else by the environment.
    private var files: (certificate: String, key: String)? {
        let environment = ProcessInfo.processInfo.environment
        let certificate = certificate ?? environment["STET_HUB_CERTIFICATE"]
        let key = key ?? environment["STET_HUB_KEY"]
        guard let certificate, let key, !selfMade else { return nil }
        return (certificate, key)
    }

    /// Refuses what would send words in the clear, or makes no sense.
    func validate(for listen: ListenAddress) throws {
        guard files != nil || (certificate == nil && key == nil) else {
            throw ValidationError("--certificate and --key go together, without --self-made")
        }
        guard selfMade || files != nil || behindProxy || listen.isLoopback else {
            throw ValidationError(
                "without TLS only this machine is served: give --certificate and --key, "
                    + "--self-made, or --behind-proxy"
            )
        }
    }

    /// The keys for TLS; nil where plain HTTP is spoken.
    func keys(in folder: URL, for listen: ListenAddress) throws -> HubKeys? {
        if let files {
            return try HubKeys(
                certificates: URL(filePath: files.certificate),
                key: URL(filePath: files.key)
            )
        }
        guard selfMade else { return nil }
        return try .selfMade(in: folder, for: listen.host, surroundings: .system())
    }
}
