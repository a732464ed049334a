import Newsroom
import Signing
import Store
import SyncProtocol

/// A call before it is signed.
struct Call: Sendable {
    let method: String
    let path: String
    /// What stands after the question mark.
    var query = ""
    var body: [UInt8] = []
}

/// Who signs a call to a hub: a device, or an invite while there is no device yet.
struct CallSigner: Sendable {
    let key: DeviceKey
    /// The newsroom that calls speak of; zeros while somebody joins.
    let newsroom: NewsroomID
    let now: @Sendable () async -> Moment
    let random: @Sendable (Int) async -> [UInt8]
    let sign: @Sendable ([UInt8]) async throws -> [UInt8]

    /// A replica's device signs.
    ///
    /// - Throws: `StoreError.noDevice`.
    init(_ replica: Replica) throws {
        guard let device = replica.device else { throw StoreError.noDevice }
        key = device
        newsroom = replica.id
        now = { await replica.now }
        random = { await replica.random($0) }
        sign = { try await replica.sign($0) }
    }

    /// An invite signs.
    ///
    /// - Throws: `SigningError.damagedKey`.
    init(_ invite: InviteSecret, _ surroundings: Surroundings) throws {
        guard let bytes = Bytes32(invite.key.publicKey) else { throw SigningError.damagedKey }
        key = DeviceKey(bytes)
        newsroom = NewsroomID(.zero)
        now = { surroundings.clock.now() }
        random = { surroundings.random.bytes($0) }
        sign = { try invite.key.sign($0) }
    }

    /// The header fields of a signed call; `clockOffset` is what the hub's clock is ahead of ours.
    func headers(
        of call: Call,
        to hub: [UInt8],
        clockOffset: Int64
    ) async throws -> [(String, String)] {
        let request = SignedRequest(
            method: call.method,
            path: call.path,
            query: call.query,
            body: call.body,
            newsroom: newsroom
        )
        let parameters = SignatureParameters(
            created: (await now().milliseconds + clockOffset) / 1_000,
            nonce: Base64.encodeForAddress(await random(16)),
            key: key,
            hub: hub.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        )
        let signature = try await sign(request.base(parameters.text))
        return [
            ("Stet-Newsroom", newsroom.description), ("Content-Digest", request.contentDigest),
            ("Signature-Input", "stet=\(parameters.text)"),
            ("Signature", "stet=:\(Base64.encode(signature)):"),
        ]
    }
}
