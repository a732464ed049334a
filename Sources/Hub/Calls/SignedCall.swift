import Newsroom
import Store
import SyncProtocol
import Synchronization

/// A call as it came in, before anything of it is believed; what is missing is empty, and so will
/// not verify.
struct SignedCall: Sendable {
    let method: String
    let path: String
    /// What stands after the question mark.
    let query: String
    /// The newsroom of which the call says that it speaks.
    let newsroom: String
    let digest: String
    let input: String
    let signature: String
    let body: [UInt8]
    /// Where it comes from, as far as the server can tell.
    let address: String
}

/// Says who signed a call: the signature, the hub that it is for, its clock, and that it was not
/// seen before (ledger.md 8.1).
final class CallVerifier: Sendable {
    /// The hub's id as 32 hexadecimal digits.
    let hub: String
    let clock: any WallClock
    private let nonces = Mutex(NonceTable())
    private let budget = CallBudget()
    /// Pictures are many and small beside exchanges: they have a budget of calls of their own.
    private let blobBudget = CallBudget(calls: 1_200)

    init(hub: [UInt8], clock: any WallClock) {
        self.hub = hub.map { padded($0) }.joined()
        self.clock = clock
    }

    var now: Moment { clock.now() }

    /// The key that signed a call which speaks of a newsroom; zeros where it speaks of none yet.
    func signer(of call: SignedCall, about newsroom: NewsroomID) throws(SyncError) -> DeviceKey {
        guard call.newsroom == newsroom.description, call.input.hasPrefix("stet=") else {
            throw .signature
        }
        let signed = SignedRequest(
            method: call.method,
            path: call.path,
            query: call.query,
            body: call.body,
            newsroom: newsroom
        )
        guard call.digest == signed.contentDigest else { throw .signature }
        let parameters = try SignatureParameters(parsing: call.input.dropFirst("stet=".count))
        let seconds = now.milliseconds / 1_000
        try parameters.check(call.signature, of: signed, hub: hub, now: seconds)
        try nonces.withLock { nonces throws(SyncError) in
            try nonces.note(parameters, now: seconds)
        }
        let budget = call.path.contains("/blobs/") ? blobBudget : budget
        guard budget.takes(parameters.key, bytes: call.body.count, at: seconds) else {
            throw .slowDown
        }
        return parameters.key
    }
}

/// A byte as two hexadecimal digits.
func padded(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
