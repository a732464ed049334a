import Newsroom
import Signing
import SyncProtocol
import Testing

struct `A signed call` {
    private let key: SigningKey
    private let hub = String(repeating: "5", count: 32)
    private let request = SignedRequest(
        method: "GET",
        path: "/v1/x/events",
        query: "after=",
        body: [],
        newsroom: NewsroomID(.zero)
    )

    init() throws { key = try SigningKey(seed: [UInt8](repeating: 7, count: 32)) }

    private func check(created: Int64, now: Int64, as text: String? = nil) throws {
        let device = DeviceKey(try #require(Bytes32(key.publicKey)))
        let nonce = "AAECAwQFBgcICQoLDA0ODw"
        let signed = SignatureParameters(created: created, nonce: nonce, key: device, hub: hub)
        let signature = Base64.encode(try key.sign(request.base(signed.text)))
        try SignatureParameters(parsing: text ?? signed.text)
            .check("stet=:\(signature):", of: request, hub: hub, now: now)
    }

    @Test(arguments: [Int64.min, -1, 0, 699, 1_301, Int64.max])
    func `at any other time is refused for its clock`(created: Int64) {
        #expect(throws: SyncError.clock) { try check(created: created, now: 1_000) }
    }

    @Test func `within five minutes is taken`() throws {
        for created in [700, 1_000, 1_300] as [Int64] { try check(created: created, now: 1_000) }
    }

    @Test(arguments: [
        "", "stet", "();created=1", ";;;;;", ";created=;nonce=\"\";keyid=\"\";alg=\"\";tag=\"\"",
    ])
    func `with other parameters than ours is refused`(text: String) {
        #expect(throws: SyncError.signature) { try check(created: 1_000, now: 1_000, as: text) }
    }
}
