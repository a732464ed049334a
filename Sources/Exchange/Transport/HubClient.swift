import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Newsroom
package import Store
package import SyncProtocol

/// A hub reached over HTTP.
package struct HubClient: LiveHubTransport {
    private let url: String
    /// One for the process.
    private static let client = HTTPClient(configuration: .hub)
    /// Another for live events: a stream that is silent for 45 s is dead (ledger.md 7.4).
    private static let listener: HTTPClient = {
        var configuration = HTTPClient.Configuration.hub
        configuration.timeout.read = .seconds(45)
        return HTTPClient(configuration: configuration)
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
        let call = Call(method: method, path: path, body: body)
        let signed = try await signer.headers(of: call, to: hub, clockOffset: clockOffset)
        var request = request(for: call, signed)
        if !body.isEmpty {
            request.headers.add(name: "Content-Type", value: "application/vnd.stet.sync")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        return try await answer(to: request)
    }

    /// Listens to a hub's live events.
    package func events(
        after cursor: String,
        for replica: Replica,
        of hub: [UInt8],
        clockOffset: Int64
    ) async throws -> AsyncThrowingStream<HubEvent, any Error> {
        let call = Call(method: "GET", path: "/v1/\(replica.id)/events", query: "after=\(cursor)")
        let signer = try CallSigner(replica)
        let signed = try await signer.headers(of: call, to: hub, clockOffset: clockOffset)
        let response = try await response(
            to: request(for: call, signed),
            from: Self.listener,
            until: .distantFuture
        )
        guard response.status == .ok else { throw try await refusal(in: response) }
        return events(in: response.body)
    }

    private func events(
        in body: HTTPClientResponse.Body
    ) -> AsyncThrowingStream<HubEvent, any Error> {
        let (events, continuation) = AsyncThrowingStream.makeStream(
            of: HubEvent.self,
            bufferingPolicy: .bufferingNewest(16)
        )
        let reading = Task {
            var reader = HubEventReader()
            do {
                for try await piece in body {
                    for event in try reader.take(piece.readableBytesView) {
                        continuation.yield(event)
                    }
                }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in reading.cancel() }
        return events
    }

    private func request(
        for call: Call,
        _ headers: [(String, String)]
    ) -> HTTPClientRequest {
        let query = call.query.isEmpty ? "" : "?\(call.query)"
        var request = HTTPClientRequest(url: url + call.path + query)
        request.method = .init(rawValue: call.method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        return request
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
        // Longer than a hub may be asked to hold an answer.
        let response = try await response(
            to: request,
            from: Self.client,
            until: .now() + .seconds(45)
        )
        guard response.status == .ok else { throw try await refusal(in: response) }
        return try await body(of: response)
    }

    private func response(
        to request: HTTPClientRequest,
        from client: HTTPClient,
        until deadline: NIODeadline
    ) async throws(ExchangeError) -> HTTPClientResponse {
        do {
            return try await client.execute(request, deadline: deadline)
        } catch {
            throw .unreachable(url)
        }
    }

    private func body(of response: HTTPClientResponse) async throws(ExchangeError) -> [UInt8] {
        let limit = MessageBody.limitBytes
        guard let buffer = try? await response.body.collect(upTo: limit) else {
            throw .unreachable(url)
        }
        return Array(buffer.readableBytesView)
    }

    /// What a hub said instead of a good answer; what is no hub's is said to be none.
    private func refusal(in response: HTTPClientResponse) async throws(ExchangeError) -> HubRefusal
    {
        guard let control = try? JSONText(parsing: try await body(of: response)),
            let error = control["error"]?.string.flatMap({ SyncError(rawValue: $0) })
        else { throw .notAHub(url) }
        return HubRefusal(
            error,
            time: control["time"]?.number.map { Int64($0) },
            retryAfter: response.headers.first(name: "Retry-After").flatMap { Int($0) }
        )
    }
}

extension HTTPClient.Configuration {
    /// A hub that is away is reported at once, not after 30 s of trying.
    fileprivate static var hub: Self {
        var configuration = singletonConfiguration
        configuration.timeout.connect = .seconds(5)
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}
