import Newsroom
import Store
import SyncProtocol
import Synchronization

/// A call as it came in, before anything of it is believed.
struct SyncCall: Sendable {
    let path: String
    let newsroom: String
    let header: String
    let digest: String
    let input: String
    let signature: String
    let body: [UInt8]
}

/// The hub's half of an exchange: who asks, what he pushes, what he lacks.
final class SyncService: Sendable {
    private let replicas: [NewsroomID: Replica]
    private let hub: String
    private let clock: any WallClock
    private let nonces = Mutex(NonceTable())

    init(replicas: [NewsroomID: Replica], hub: [UInt8], clock: any WallClock) {
        self.replicas = replicas
        self.hub = hub.map { padded($0) }.joined()
        self.clock = clock
    }

    var now: Moment { clock.now() }

    /// What anybody may know of this hub, as JSON.
    var description: [UInt8] {
        let members: [String: JSONText] = [
            "hub": .string(hub), "protocols": .array([.number(1)]),
            "software": .string("stet 0.1.0"), "time": .number(Int(now.milliseconds)),
        ]
        return Array(JSONText.object(members).description.utf8)
    }

    /// One exchange: push first, then pull; everything is idempotent.
    func exchange(_ call: SyncCall) async throws -> [UInt8] {
        guard let id = NewsroomID(hex: call.newsroom), let replica = replicas[id] else {
            throw SyncError.unknownNewsroom
        }
        try await authenticate(call, id, replica)
        return try await ExchangeAnswer(from: replica).body(to: call.body)
    }

    private func authenticate(_ call: SyncCall, _ id: NewsroomID, _ replica: Replica) async throws {
        guard call.header == id.description, call.input.hasPrefix("stet=") else {
            throw SyncError.signature
        }
        let signed = SignedRequest(method: "POST", path: call.path, body: call.body, newsroom: id)
        guard call.digest == signed.contentDigest else { throw SyncError.signature }
        let parameters = try SignatureParameters(parsing: call.input.dropFirst("stet=".count))
        let seconds = now.milliseconds / 1_000
        try parameters.check(call.signature, of: signed, hub: hub, now: seconds)
        guard nonces.withLock({ $0.note(parameters, now: seconds) }) else {
            throw SyncError.signature
        }
        guard await replica.admits(parameters.key) else { throw SyncError.notAMember }
    }
}

extension Replica {
    /// Whether a device may read and write here: a member's who may do anything, or the press.
    ///
    /// A hub without the newsroom's first entry takes it from anybody, for the id vouches for it.
    fileprivate func admits(_ key: DeviceKey) -> Bool {
        guard newsroom.count > 0 else { return true }
        let view = newsroom.view
        return view.owner(of: key)?.capabilities.isEmpty == false
            || view.press?.appointment.device == key
    }
}
