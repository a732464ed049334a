package import Foundation
import Ledger
import Newsroom
package import Signing
package import Store
package import SyncProtocol

/// The calls with which somebody joins over a hub, and those with which he is let in.
package struct JoiningCalls: Sendable {
    private let client: HubClient

    /// Calls a hub.
    package init(to client: HubClient) { self.client = client }

    /// Asks to join: finds out what the invite is for, holds the code against it, makes the
    /// device's key, and leaves the request.
    ///
    /// - Throws: `ExchangeError.otherHub` where the code was not made for what the hub offers,
    ///   `ExchangeError`, `StoreError`, `SigningError`. Asking again goes on where this ended.
    package func join(
        in project: URL,
        with code: InviteCode,
        device label: String,
        surroundings: Surroundings
    ) async throws -> Joining {
        let secret = try code.secret()
        let signer = try CallSigner(secret, surroundings)
        let path = "/v1/invites/\(secret.lookUpID)"
        let (answer, pin) = try await client.meet { client in
            try await JoiningCalls(to: client).call("GET", path, by: signer)
        }
        guard let offer = try? InviteOffer(parsing: answer), offer.isBound(by: secret),
            // A connection without TLS has no key that could be one of those pinned.
            offer.pins.isEmpty || pin.map({ offer.pins.contains($0) }) == true
        else { throw ExchangeError.otherHub(client.address) }
        let hub = HubPlace(url: client.address, pins: Set(offer.pins))
        let calls = JoiningCalls(to: try HubClient(hub))
        let joining = try await Replica.join(
            in: project,
            with: secret,
            to: offer,
            device: label,
            surroundings: surroundings
        )
        let body = Array(joining.request.text.utf8)
        _ = try await calls.call("POST", path + "/join", body: body, by: signer)
        try await joining.replica.keep(hub)
        return joining
    }

    /// Exchanges, if the device was let in; nil while nobody has.
    ///
    /// - Throws: `ExchangeError`, `StoreError`.
    package func admitted(_ replica: Replica) async throws -> SyncReport? {
        do {
            return try await client.sync(replica)
        } catch ExchangeError.refused(.notAdmitted, _) {
            return nil
        }
    }

    /// The requests to join that wait at the hub for somebody like this replica's member.
    ///
    /// - Throws: `ExchangeError`, `StoreError`.
    package func waiting(for replica: Replica) async throws -> [WaitingJoin] {
        let signer = try CallSigner(replica)
        let answer = try await call("GET", "/v1/\(replica.id)/joins", by: signer)
        guard let joins = try? WaitingJoin.list(parsing: answer) else {
            throw ExchangeError.notAHub(client.address)
        }
        return joins
    }

    /// Tells the hub that a request was answered.
    ///
    /// - Throws: `ExchangeError`, `StoreError`.
    package func settle(_ request: JoinRequest, by replica: Replica) async throws {
        let signer = try CallSigner(replica)
        _ = try await call("DELETE", "/v1/\(replica.id)/joins/\(request.lookUpID)", by: signer)
    }

    /// One call; where our clock is too far off, again with the hub's time.
    private func call(
        _ method: String,
        _ path: String,
        body: [UInt8] = [],
        by signer: CallSigner
    ) async throws -> [UInt8] {
        let hub = try await client.hubID()
        var offset: Int64 = 0
        var isFirst = true
        while true {
            do {
                return try await client.call(
                    method,
                    path,
                    body: body,
                    by: signer,
                    to: hub,
                    clockOffset: offset
                )
            } catch let refusal as HubRefusal {
                guard refusal.error == .clock, isFirst, let time = refusal.time else {
                    throw ExchangeError.refused(refusal.error, url: client.address)
                }
                offset = time - (await signer.now().milliseconds)
                isFirst = false
            }
        }
    }
}
