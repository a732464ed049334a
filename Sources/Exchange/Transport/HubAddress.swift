import Foundation
import SyncProtocol

/// The address of a hub as a person wrote it, if words may go there.
struct HubAddress {
    /// Without a slash at the end.
    let text: String
    /// Whether it is spoken to with TLS.
    let isSecret: Bool
    private let host: String

    init(_ url: String) throws(ExchangeError) {
        guard let parsed = URL(string: url), let scheme = parsed.scheme, let host = parsed.host(),
            scheme == "http" || scheme == "https", parsed.query() == nil
        else { throw .badAddress(url) }
        isSecret = scheme == "https"
        guard isSecret || isThisMachine(host) else { throw .plain(url) }
        self.host = host
        text = url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// The proxy on the way to it, if the environment names one.
    ///
    /// - Throws: `ExchangeError.badProxy`.
    var proxy: WebProxy? {
        get throws(ExchangeError) {
            guard isSecret else { return nil }
            return try WebProxy(to: host, in: ProcessInfo.processInfo.environment)
        }
    }
}
