import Newsroom
import Store
import SyncProtocol

/// The hub's half of an exchange: who asks, what he pushes, what he lacks.
struct SyncService: Sendable {
    let replicas: [NewsroomID: Replica]
    let verifier: CallVerifier

    /// What anybody may know of this hub, as JSON.
    func description(at time: Int64) -> [UInt8] {
        let members: [String: JSONText] = [
            "hub": .string(verifier.hub), "protocols": .array([.number(1)]),
            "software": .string("stet 0.1.0"), "time": .number(Int(time)),
        ]
        return Array(JSONText.object(members).description.utf8)
    }

    /// How many entries each newsroom has, by the beginning of its id.
    var entryCounts: [String: Int] {
        get async {
            var counts: [String: Int] = [:]
            for (id, replica) in replicas { counts[id.short] = await replica.newsroom.count }
            return counts
        }
    }

    /// One exchange: push first, then pull; everything is idempotent.
    func exchange(_ call: SignedCall, with newsroom: String) async throws -> [UInt8] {
        let (replica, key) = try await caller(of: call, with: newsroom)
        guard await replica.admits(key) else {
            let isWaiting = try await replica.waitingJoins().contains { $0.request.device == key }
            throw isWaiting ? SyncError.notAdmitted : .notAMember
        }
        return try await ExchangeAnswer(from: replica).body(to: call.body)
    }

    /// The newsroom that a call speaks of, and the key that signed it.
    func caller(
        of call: SignedCall,
        with newsroom: String
    ) async throws -> (Replica, DeviceKey) {
        guard let id = NewsroomID(hex: newsroom), let replica = replicas[id] else {
            throw SyncError.unknownNewsroom
        }
        return (replica, try verifier.signer(of: call, about: id))
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
