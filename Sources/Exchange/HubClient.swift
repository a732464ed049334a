import AsyncHTTPClient
import Foundation
import Ledger
import NIOCore
import NIOHTTP1
import Newsroom
import Signing
package import Store
import SyncProtocol

/// A hub reached over HTTP.
package struct HubClient: HubTransport {
    private let url: String
    /// One for the process: a hub that is away is reported at once, not after 30 s of trying.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.timeout.connect = .seconds(5)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Names the hub's address, "http://host:port".
    ///
    /// - Throws: `ExchangeError.badAddress`.
    package init(url: String) throws(ExchangeError) {
        guard let parsed = URL(string: url), parsed.scheme == "http" || parsed.scheme == "https",
            parsed.host() != nil
        else { throw .badAddress(url) }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Where the hub is.
    package var address: String { url }

    /// Exchanges until nothing is left to say on either side.
    ///
    /// - Throws: `ExchangeError`, `StoreError`. What was stored before stays stored.
    package func sync(_ replica: Replica) async throws -> SyncReport {
        try await Conversation(over: self).sync(replica)
    }

    /// Sends one exchange, signed.
    package func send(
        _ body: [UInt8],
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [UInt8] {
        let path = "/v1/\(replica.id)/sync"
        let signed = SignedRequest(method: "POST", path: path, body: body, newsroom: replica.id)
        var call = HTTPClientRequest(url: url + path)
        call.method = .POST
        call.headers.add(name: "Content-Type", value: "application/vnd.stet.sync")
        for (name, value) in try await headers(of: signed, for: hub, replica, clockOffset) {
            call.headers.add(name: name, value: value)
        }
        call.body = .bytes(ByteBuffer(bytes: body))
        return try await answer(to: call)
    }

    private func headers(
        of request: SignedRequest,
        for hub: [UInt8],
        _ replica: Replica,
        _ clockOffset: Int64
    ) async throws -> [(String, String)] {
        guard let device = replica.device else { throw StoreError.noDevice }
        let parameters = SignatureParameters(
            created: (await replica.now.milliseconds + clockOffset) / 1_000,
            nonce: Base64.encodeForAddress(await replica.random(16)),
            key: device,
            hub: hub.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        )
        let signature = try await replica.sign(request.base(parameters.text))
        return [
            ("Stet-Newsroom", request.newsroom.description),
            ("Content-Digest", request.contentDigest),
            ("Signature-Input", "stet=\(parameters.text)"),
            ("Signature", "stet=:\(Base64.encode(signature)):"),
        ]
    }

    /// Asks the hub who it is.
    package func hubID() async throws -> [UInt8] {
        let answer = try await answer(to: HTTPClientRequest(url: url + "/v1/hub"))
        guard let control = try? JSONText(parsing: answer), let hex = control["hub"]?.string,
            let padded = Bytes32(hex: hex + String(repeating: "0", count: 32))
        else { throw ExchangeError.notAHub(url) }
        return Array(padded.bytes[..<16])
    }

    /// The body of a good answer.
    private func answer(to request: HTTPClientRequest) async throws -> [UInt8] {
        let response: HTTPClientResponse
        do {
            response = try await Self.client.execute(request, timeout: .seconds(30))
        } catch {
            throw ExchangeError.unreachable(url)
        }
        let limit = MessageBody.limitBytes
        guard let buffer = try? await response.body.collect(upTo: limit) else {
            throw ExchangeError.unreachable(url)
        }
        let body = Array(buffer.readableBytesView)
        guard response.status != .ok else { return body }
        guard let control = try? JSONText(parsing: body),
            let error = control["error"]?.string.flatMap({ SyncError(rawValue: $0) })
        else { throw ExchangeError.notAHub(url) }
        throw HubRefusal(
            error,
            time: control["time"]?.number.map { Int64($0) },
            retryAfter: response.headers.first(name: "Retry-After").flatMap { Int($0) }
        )
    }
}
