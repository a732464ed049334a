import AsyncHTTPClient
import Foundation
import Ledger
import NIOCore
import NIOHTTP1
import Newsroom
import Signing
package import Store
import SyncProtocol

/// The client's half of an exchange with a hub: push first, then pull, until both hold the same.
package struct HubClient: Sendable {
    private let url: String
    private static let limitRaw = 4_194_304
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

    /// Exchanges until nothing is left to say on either side.
    ///
    /// - Throws: `ExchangeError`, `StoreError`. What was stored before stays stored.
    package func sync(_ replica: Replica) async throws -> SyncReport {
        let hub = try await hubID()
        var report = SyncReport()
        var isDone = false
        while !isDone {
            isDone = try await exchange(with: hub, replica, &report)
        }
        report.pending = try await replica.pendingEntries().count
        return report
    }

    /// One round trip; true where nothing is left.
    private func exchange(
        with hub: [UInt8],
        _ replica: Replica,
        _ report: inout SyncReport
    ) async throws -> Bool {
        var peer = try await replica.peer(hub, url: url)
        let outbox = try await replica.outbox(for: hub, limitBytes: Self.limitRaw)
        let request = ExchangeRequest(
            cursor: peer.cursor,
            limitBytes: Self.limitRaw,
            entries: outbox.entries
        )
        let (reply, entries): (ExchangeReply, [[UInt8]])
        do {
            (reply, entries) = try await send(request, to: hub, replica)
        } catch ExchangeError.refused(.epochChanged, _) {
            // The hub's database was made anew: what it is said to have, it may lack.
            try await replica.forget(hub)
            return false
        }
        peer.cursor = reply.cursor
        let reception = try await replica.receive(entries, from: peer)
        if reply.missing.isEmpty, reply.refused.isEmpty {
            try await replica.mark(outbox.entries.map(\.id), on: peer)
        }
        report.roundTrips += 1
        report.pushed += reply.accepted
        report.pulled += reception.new.count
        report.refused += reply.refused + reception.refused
        report.rootsAgree = await replica.frontier.root == reply.root
        let isStuck = !reply.missing.isEmpty || !reply.refused.isEmpty
        return !reply.more && (isStuck || outbox.entries.count == outbox.count)
    }

    private func send(
        _ request: ExchangeRequest,
        to hub: [UInt8],
        _ replica: Replica
    ) async throws -> (ExchangeReply, [[UInt8]]) {
        let path = "/v1/\(replica.id)/sync"
        let body = request.body
        let signed = SignedRequest(method: "POST", path: path, body: body, newsroom: replica.id)
        var call = HTTPClientRequest(url: url + path)
        call.method = .POST
        call.headers.add(name: "Content-Type", value: "application/vnd.stet.sync")
        for (name, value) in try await headers(of: signed, for: hub, replica) {
            call.headers.add(name: name, value: value)
        }
        call.body = .bytes(ByteBuffer(bytes: body))
        let answer = try await answer(to: call)
        do {
            let parsed = try ExchangeReply.parse(answer)
            return (parsed.reply, parsed.entries)
        } catch {
            throw ExchangeError.notAHub(url)
        }
    }

    private func headers(
        of request: SignedRequest,
        for hub: [UInt8],
        _ replica: Replica
    ) async throws -> [(String, String)] {
        guard let device = replica.device else { throw StoreError.noDevice }
        let parameters = SignatureParameters(
            created: await replica.now.milliseconds / 1_000,
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

    private func hubID() async throws -> [UInt8] {
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
        guard let code = (try? JSONText(parsing: body))?["error"]?.string,
            let error = SyncError(rawValue: code)
        else { throw ExchangeError.notAHub(url) }
        throw ExchangeError.refused(error, url: url)
    }
}
