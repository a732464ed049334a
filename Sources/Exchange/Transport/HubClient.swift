import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Newsroom
package import Store
package import SyncProtocol
import Synchronization

/// A hub reached over HTTP.
package struct HubClient: LiveHubTransport {
    private let place: HubPlace
    let lines: HubLines
    private let proxy: WebProxy?
    private var url: String { place.url }

    /// Names the hub: `https://host`, or `http://` for one on this machine.
    ///
    /// With pins the hub must show one of those keys; without, a public authority vouches for it.
    ///
    /// - Throws: `ExchangeError.badAddress`, `.plain`, `.badProxy`.
    package init(_ hub: HubPlace) throws(ExchangeError) {
        let address = try HubAddress(hub.url)
        place = HubPlace(url: address.text, pins: hub.pins)
        proxy = try address.proxy
        lines = HubLines.known(for: address.isSecret ? hub.pins : [], through: proxy)
    }

    /// Names the hub by its address alone.
    ///
    /// - Throws: `ExchangeError.badAddress`, `.plain`.
    package init(url: String) throws(ExchangeError) { try self.init(HubPlace(url: url)) }

    private init(_ place: HubPlace, lines: HubLines, through proxy: WebProxy?) {
        (self.place, self.lines, self.proxy) = (place, lines, proxy)
    }

    /// Says something to a hub whose key nobody has told yet, and returns the key that it showed:
    /// nil without TLS.
    ///
    /// Only for what may reach anybody; whoever asks has to hold the key against what he learns.
    func meet<Answer: Sendable>(
        _ talk: (HubClient) async throws -> Answer
    ) async throws -> (answer: Answer, pin: Bytes32?) {
        guard url.hasPrefix("https:") else { return (try await talk(self), nil) }
        let shown = Mutex<Set<Bytes32>>([])
        let check = PinCheck { pin in
            shown.withLock { $0.insert(pin).inserted || $0.count == 1 }
        }
        let lines = HubLines(check: check, through: proxy)
        do {
            let answer = try await talk(HubClient(place, lines: lines, through: proxy))
            await lines.close()
            return (answer, shown.withLock { $0.count == 1 ? $0.first : nil })
        } catch {
            await lines.close()
            throw error
        }
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
        try await call(
            "POST",
            "/v1/\(replica.id)/sync",
            body: body,
            by: try CallSigner(replica),
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
        return try await answer(to: try await request(call, by: signer, to: hub, clockOffset))
    }

    /// Listens to a hub's live events.
    package func events(
        after cursor: String,
        for replica: Replica,
        of hub: [UInt8],
        clockOffset: Int64
    ) async throws -> AsyncThrowingStream<HubEvent, any Error> {
        let call = Call(method: "GET", path: "/v1/\(replica.id)/events", query: "after=\(cursor)")
        let request = try await request(call, by: try CallSigner(replica), to: hub, clockOffset)
        let response = try await response(
            to: request,
            from: lines.listener,
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

    /// A call as it goes out, signed.
    func request(
        _ call: Call,
        by signer: CallSigner,
        to hub: [UInt8],
        _ clockOffset: Int64
    ) async throws -> HTTPClientRequest {
        let query = call.query.isEmpty ? "" : "?\(call.query)"
        var request = HTTPClientRequest(url: url + call.path + query)
        request.method = .init(rawValue: call.method)
        if !call.body.isEmpty {
            request.headers.add(name: "Content-Type", value: "application/vnd.stet.sync")
            request.body = .bytes(ByteBuffer(bytes: call.body))
        }
        let signed = try await signer.headers(of: call, to: hub, clockOffset: clockOffset)
        for (name, value) in signed { request.headers.add(name: name, value: value) }
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
            from: lines.caller,
            until: .now() + .seconds(45)
        )
        guard response.status == .ok else { throw try await refusal(in: response) }
        return try await body(of: response)
    }

    /// The head of an answer.
    func response(
        to request: HTTPClientRequest,
        from client: HTTPClient,
        until deadline: NIODeadline
    ) async throws(ExchangeError) -> HTTPClientResponse {
        do {
            return try await client.execute(request, deadline: deadline)
        } catch {
            throw HubLines.reason(of: error, at: url)
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
    func refusal(in response: HTTPClientResponse) async throws(ExchangeError) -> HubRefusal {
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
