import AsyncHTTPClient
import Foundation
import SyncProtocol

/// The proxy through which other machines are reached with TLS: it carries bytes that it cannot
/// read, and looks their names up.
struct WebProxy: Hashable, Sendable {
    private let host: String
    private let port: Int
    private let user: String?
    private let password: String

    /// The proxy to a host, as `HTTPS_PROXY` and `NO_PROXY` say it, in capitals or small letters; nil
    /// where there is none.
    ///
    /// This machine is never reached through a proxy.
    ///
    /// - Throws: `ExchangeError.badProxy` where what they name is none.
    init?(to name: String, in environment: [String: String]) throws(ExchangeError) {
        let named = environment["https_proxy"] ?? environment["HTTPS_PROXY"] ?? ""
        let spared = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        guard !named.isEmpty, !isThisMachine(name), !Self.isSpared(name, by: spared) else {
            return nil
        }
        let address = named.contains("://") ? named : "http://\(named)"
        guard let parts = URLComponents(string: address), parts.scheme == "http",
            let host = parts.host, !host.isEmpty
        else { throw .badProxy }
        (self.host, port, user) = (host, parts.port ?? 80, parts.user)
        password = parts.password ?? ""
    }

    /// Whether a list of hosts and domains, with commas between, names a host.
    private static func isSpared(_ host: String, by list: String) -> Bool {
        list.lowercased().split { $0 == "," || $0 == " " }.contains { entry in
            let domain = entry.hasPrefix(".") ? entry.dropFirst() : entry
            return entry == "*" || host.lowercased() == domain
                || host.lowercased().hasSuffix(".\(domain)")
        }
    }

    /// The same as the client takes it.
    var setting: HTTPClient.Configuration.Proxy {
        .server(
            host: host,
            port: port,
            authorization: user.map { .basic(username: $0, password: password) }
        )
    }
}
