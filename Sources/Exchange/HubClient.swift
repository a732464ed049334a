import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Newsroom
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
    /// `progress` hears after each reply how far the hub's entries are read, and how many there are.
    ///
    /// - Throws: `ExchangeError`, `StoreError`. What was stored before stays stored.
    package func sync(
        _ replica: Replica,
        progress: @escaping SyncProgress = { _, _ in }
    ) async throws -> SyncReport {
        try await Conversation(over: self, progress: progress).sync(replica)
    }

    /// Sends one exchange, signed.
    package func send(
        _ body: [UInt8],
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [UInt8] {
        let signer = try CallSigner(replica)
        return try await call(
            "POST",
            "/v1/\(replica.id)/sync",
            body: body,
            by: signer,
            to: hub,
            clockOffset: clockOffset
        )
    }

    /// Makes one signed call, and returns the answer's body.
    ///
    /// - Throws: `HubRefusal`, `ExchangeError`, and what signing throws.
    func call(
        _ method: String,
        _ path: String,
        body: [UInt8] = [],
        by signer: CallSigner,
        to hub: [UInt8],
        clockOffset: Int64 = 0
    ) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: url + path)
        request.method = .init(rawValue: method)
        if !body.isEmpty {
            request.headers.add(name: "Content-Type", value: "application/vnd.stet.sync")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        let signed = try await signer.headers(
            of: method,
            path,
            body: body,
            to: hub,
            clockOffset: clockOffset
        )
        for (name, value) in signed { request.headers.add(name: name, value: value) }
        return try await answer(to: request)
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
