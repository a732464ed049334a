import AsyncHTTPClient
import NIOCore
import NIOSSL
import Newsroom
import Signing
import Synchronization

/// The connections of this process to hubs that are known by the same keys.
struct HubLines: Sendable {
    /// For calls.
    let caller: HTTPClient
    /// For live events: a stream that is silent for 45 s is dead (ledger.md 7.4).
    let listener: HTTPClient

    private struct Way: Hashable {
        let pins: Set<Bytes32>
        let proxy: WebProxy?
    }

    private static let known = Mutex<[Way: HubLines]>([:])

    /// The lines to hubs that show one of these keys; for as long as the process runs.
    ///
    /// Where there are none, those to hubs that an authority vouches for.
    static func known(for pins: Set<Bytes32>, through proxy: WebProxy?) -> HubLines {
        let way = Way(pins: pins, proxy: proxy)
        return known.withLock { known in
            if let lines = known[way] { return lines }
            let check = pins.isEmpty ? nil : PinCheck { pins.contains($0) }
            let lines = HubLines(check: check, through: proxy)
            known[way] = lines
            return lines
        }
    }

    /// New lines on which `check` looks at the key of each connection; else an authority does.
    init(check: PinCheck?, through proxy: WebProxy?) {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        // A hub that is away is reported at once, not after 30 s of trying.
        configuration.timeout.connect = .seconds(5)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        configuration.proxy = proxy?.setting
        configuration.tlsConfiguration = .hub(isPinned: check != nil)
        configuration.http1_1ConnectionDebugInitializer = check?.look
        caller = HTTPClient(configuration: configuration)
        configuration.timeout.read = .seconds(45)
        listener = HTTPClient(configuration: configuration)
    }

    /// Why a call did not come to an answer.
    static func reason(of error: any Error, at url: String) -> ExchangeError {
        switch error {
        case is OtherKey: .otherKey(url)
        case NIOSSLError.handshakeFailed(let failure) where "\(failure)".contains("CERTIFICATE"):
            .untrusted(url)
        default: .unreachable(url)
        }
    }

    /// Closes them; only for lines that were not `known`.
    func close() async {
        try? await caller.shutdown()
        try? await listener.shutdown()
    }
}

/// Looks at the key of a server before anything is said to it.
struct PinCheck: Sendable {
    let isGood: @Sendable (Bytes32) -> Bool

    /// Fails a connection whose key is not good.
    @Sendable func look(at channel: any Channel) -> EventLoopFuture<Void> {
        channel.nioSSL_peerCertificate().flatMapThrowing { certificate in
            guard let certificate,
                let pin = Bytes32(sha256(try certificate.extractPublicKey().toSPKIBytes())),
                isGood(pin)
            else { throw OtherKey() }
        }.flatMapErrorThrowing { error in
            channel.close(promise: nil)
            throw error
        }
    }
}

/// A server showed a key that is not good.
struct OtherKey: Error {}

extension TLSConfiguration {
    /// TLS 1.2 or 1.3; a hub that is known by its key needs no name and no authority.
    fileprivate static func hub(isPinned: Bool) -> TLSConfiguration {
        var configuration = makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if isPinned { configuration.certificateVerification = .none }
        return configuration
    }
}
