package import Store
package import SyncProtocol

/// One question to a hub and its answer: the seam between the conversation and the network.
package protocol HubTransport: Sendable {
    /// Where the hub is, as people wrote it.
    var address: String { get }

    /// The hub's id: 16 bytes.
    ///
    /// - Throws: `ExchangeError`.
    func hubID() async throws -> [UInt8]

    /// Sends the body of an exchange, signed by the replica's device, and returns the answer's.
    ///
    /// `clockOffset` is what this hub's clock is ahead of ours, in milliseconds.
    ///
    /// - Throws: `HubRefusal` where the hub says no, `ExchangeError`, `StoreError`.
    func send(
        _ body: [UInt8],
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [UInt8]

    /// The way to the hub's pictures; nil where there is none.
    var blobs: (any BlobTransport)? { get }
}

extension HubTransport {
    /// No pictures.
    package var blobs: (any BlobTransport)? { nil }
}

/// A hub that tells when something arrived there.
package protocol LiveHubTransport: HubTransport {
    /// Listens for what comes after a cursor; the stream ends when the hub or the network ends it.
    ///
    /// - Throws: `HubRefusal`, `ExchangeError`, `StoreError`.
    func events(
        after cursor: String,
        for replica: Replica,
        of hub: [UInt8],
        clockOffset: Int64
    ) async throws -> AsyncThrowingStream<HubEvent, any Error>
}

/// A hub's no.
package struct HubRefusal: Error, Sendable, Hashable {
    /// Why.
    package let error: SyncError
    /// The hub's clock, in milliseconds since 1970; nil where it did not say.
    package let time: Int64?
    /// After how many seconds to ask again; nil where it did not say.
    package let retryAfter: Int?

    /// Takes reason, clock and pause.
    package init(_ error: SyncError, time: Int64? = nil, retryAfter: Int? = nil) {
        self.error = error
        self.time = time
        self.retryAfter = retryAfter
    }
}
