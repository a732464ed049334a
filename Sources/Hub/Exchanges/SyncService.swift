import Newsroom
import Store
import SyncProtocol

/// A newsroom as a hub serves it: who belongs to it, where its entries are, and who waits for news.
struct ServedNewsroom: Sendable {
    /// Judges who may read and write.
    let replica: Replica
    let log: any HubLog
    let bell: Bell
    /// Its pictures.
    let shelf: BlobShelf
    let pieces: NewsPieces

    /// Serves a replica from its own log.
    init(_ replica: Replica, clock: any WallClock) {
        (self.replica, log, bell) = (replica, replica, Bell())
        shelf = BlobShelf(replica, clock: clock)
        pieces = NewsPieces(from: replica)
    }
}

/// The hub's half of an exchange: who asks, what he pushes, what he lacks.
struct SyncService: Sendable {
    let newsrooms: [NewsroomID: ServedNewsroom]
    let verifier: CallVerifier
    /// For exchanges, each of which holds what it was sent and what it answers (ledger.md 10).
    let atWork = Capacity(of: 64)

    /// Serves replicas.
    init(_ replicas: [NewsroomID: Replica], verifier: CallVerifier) {
        newsrooms = replicas.mapValues { ServedNewsroom($0, clock: verifier.clock) }
        self.verifier = verifier
    }

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
            for (id, served) in newsrooms { counts[id.short] = await served.replica.newsroom.count }
            return counts
        }
    }

    /// How many devices listen to live events.
    var listeners: Int { newsrooms.values.reduce(0) { $0 + $1.bell.listeners } }

    /// One exchange: push first, then pull; everything is idempotent.
    ///
    /// A caller who wants to wait is answered as soon as something arrives; meanwhile he takes no
    /// place from those who have something to say.
    func exchange(_ call: SignedCall, with newsroom: String) async throws -> [UInt8] {
        let served = try await admitted(call, to: newsroom)
        let request = try ReceivedRequest(parsing: call.body)
        let reply = try await atWork.hold { try await answer(to: request, in: served) }
        guard reply.isEmpty, request.wait > 0 else { return reply.body }
        await served.bell.wait(after: reply.last, atMost: .seconds(request.wait))
        return try await atWork.hold { try await answer(to: request, in: served) }.body
    }

    /// Live events for a caller who read up to a cursor.
    func events(_ call: SignedCall, of newsroom: String) async throws -> EventStream {
        let (served, key) = try caller(of: call, with: newsroom)
        try await admit(key, to: served)
        guard call.query.hasPrefix("after=") else { throw SyncError.malformed }
        let epoch = try await served.log.epoch()
        let cursor = try Cursor(parsing: String(call.query.dropFirst(6)), epoch: epoch)
        let last = try await served.log.heads().last
        served.bell.ring { $0.last = max($0.last, last) }
        let stream = EventStream(of: served, to: key, after: cursor)
        guard let stream else { throw SyncError.slowDown }
        return stream
    }

    /// The newsroom that a call speaks of, and the key that signed it.
    func caller(
        of call: SignedCall,
        with newsroom: String
    ) throws -> (ServedNewsroom, DeviceKey) {
        guard let id = NewsroomID(hex: newsroom), let served = newsrooms[id] else {
            throw SyncError.unknownNewsroom
        }
        return (served, try verifier.signer(of: call, about: id))
    }

    private func answer(
        to request: ReceivedRequest,
        in served: ServedNewsroom
    ) async throws -> ExchangeAnswer.Reply {
        let reply = try await ExchangeAnswer(from: served.log).answer(to: request)
        served.bell.ring { $0.last = max($0.last, reply.last) }
        return reply
    }

    /// The newsroom that a member's call speaks of.
    func admitted(_ call: SignedCall, to newsroom: String) async throws -> ServedNewsroom {
        let (served, key) = try caller(of: call, with: newsroom)
        try await admit(key, to: served)
        return served
    }

    private func admit(_ key: DeviceKey, to served: ServedNewsroom) async throws {
        guard await served.replica.admits(key) else {
            let joins = try await served.replica.waitingJoins()
            let isWaiting = joins.contains { $0.request.device == key }
            throw isWaiting ? SyncError.notAdmitted : .notAMember
        }
    }
}

extension Replica {
    /// Whether a device may read and write here: a member's who may do anything, or the press.
    ///
    /// A hub without the newsroom's first entry takes it from anybody, for the id vouches for it.
    func admits(_ key: DeviceKey) -> Bool {
        guard newsroom.count > 0 else { return true }
        let view = newsroom.view
        return view.owner(of: key)?.capabilities.isEmpty == false
            || view.press?.appointment.device == key
    }
}
