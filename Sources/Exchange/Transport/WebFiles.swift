import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
package import Press
import Synchronization

/// A site at its address, read over HTTP: one file at a time, and never more than is asked for.
package final class WebFiles: PublishedFiles {
    private let site: String
    /// How many bytes may still come.
    private let allowance = Mutex(WebFiles.limitBytes)

    /// All that is read of one site, in bytes.
    private static let limitBytes = 512 << 20
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.timeout.connect = .seconds(5)
        configuration.redirectConfiguration = .follow(max: 3, allowCycles: false)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Names the site, `https://example.org`.
    ///
    /// - Throws: `CheckRefusal` where that is no address of a site.
    package init(site: String) throws(CheckRefusal) {
        guard let url = URL(string: site), ["http", "https"].contains(url.scheme),
            url.host() != nil, url.query() == nil
        else { throw CheckRefusal("no address of a site: \(site)") }
        self.site = site.hasSuffix("/") ? String(site.dropLast()) : site
    }

    /// Asks for a file; what is not there, or gone by law, is nil.
    package func read(_ path: String, limit: Int) async throws(CheckRefusal) -> [UInt8]? {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        let answer: HTTPClientResponse
        do {
            let request = HTTPClientRequest(url: "\(site)/\(escaped)")
            answer = try await Self.client.execute(request, timeout: .seconds(30))
        } catch {
            throw CheckRefusal("the site does not answer: \(site)")
        }
        guard ![404, 410, 451].contains(answer.status.code) else { return nil }
        guard answer.status == .ok else {
            throw CheckRefusal("\(path): the site answers \(answer.status.code)")
        }
        return try await body(of: answer, path, limit: limit)
    }

    private func body(
        of answer: HTTPClientResponse,
        _ path: String,
        limit: Int
    ) async throws(CheckRefusal) -> [UInt8] {
        let rest = allowance.withLock { $0 }
        guard rest > 0 else { throw CheckRefusal("the site sends more than is read of one") }
        guard let buffer = try? await answer.body.collect(upTo: min(limit, rest)) else {
            throw CheckRefusal("\(path) was cut off, or has more than \(limit) bytes")
        }
        allowance.withLock { $0 -= buffer.readableBytes }
        return Array(buffer.readableBytesView)
    }

    /// Nobody lists what lies behind an address.
    package func paths() -> [String]? { nil }
}
