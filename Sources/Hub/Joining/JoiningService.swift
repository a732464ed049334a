import Newsroom
import Store
import SyncProtocol

/// The hub's half of joining (ledger.md 8.3).
///
/// It tells what an invite is for, keeps one request for each, and shows them to those who may
/// answer. It lets nobody in.
struct JoiningService: Sendable {
    let sync: SyncService
    private let guesses = InviteGuard()

    init(_ sync: SyncService) { self.sync = sync }

    /// What an invite is for; asked by whoever holds its code.
    func offer(_ lookUpID: String, _ call: SignedCall) async throws -> [UInt8] {
        let served = try await inviter(lookUpID, call)
        return Array(try await served.replica.offer(lookUpID).text.utf8)
    }

    /// Keeps a request, if nobody else asked with the same invite before.
    func ask(_ lookUpID: String, _ call: SignedCall) async throws -> [UInt8] {
        let served = try await inviter(lookUpID, call)
        let request = try JoinRequest(parsing: call.body)
        guard request.lookUpID == lookUpID else { throw SyncError.malformed }
        do {
            try await served.replica.keep(request)
        } catch StoreError.forgedRequest {
            throw SyncError.signature
        }
        try await ring(served)
        return Self.done
    }

    /// The requests that the caller may answer: an admin all, a member those for himself.
    func waiting(in newsroom: String, _ call: SignedCall) async throws -> [UInt8] {
        let joins = try await answerable(in: newsroom, call).joins
        return Array(WaitingJoin.list(joins).utf8)
    }

    /// Forgets a request that the caller answered.
    func settle(_ lookUpID: String, in newsroom: String, _ call: SignedCall) async throws -> [UInt8]
    {
        let (served, joins) = try await answerable(in: newsroom, call)
        guard joins.contains(where: { $0.request.lookUpID == lookUpID }) else {
            throw SyncError.unknownInvite
        }
        try await served.replica.forgetJoin(lookUpID)
        try await ring(served)
        return Self.done
    }

    private static let done = Array("{}".utf8)

    /// Tells those who listen how many wait.
    private func ring(_ served: ServedNewsroom) async throws {
        let count = try await served.replica.waitingJoins().count
        served.bell.ring { $0.waiting = count }
    }

    private func answerable(
        in newsroom: String,
        _ call: SignedCall
    ) async throws -> (served: ServedNewsroom, joins: [WaitingJoin]) {
        let (served, key) = try sync.caller(of: call, with: newsroom)
        let replica = served.replica
        guard let member = await replica.newsroom.view.owner(of: key) else {
            throw SyncError.notAMember
        }
        let joins = try await replica.waitingJoins()
        if member.capabilities.contains(.admin) { return (served, joins) }
        var own: [WaitingJoin] = []
        for join in joins where try await replica.offer(join.request.lookUpID).member == member.id {
            own.append(join)
        }
        return (served, own)
    }

    /// The newsroom whose invite this is, if the call is signed with the invite's key.
    private func inviter(_ lookUpID: String, _ call: SignedCall) async throws -> ServedNewsroom {
        do {
            for served in sync.newsrooms.values {
                guard let key = try? await served.replica.inviteKey(lookUpID) else { continue }
                let signer = try sync.verifier.signer(of: call, about: NewsroomID(.zero))
                guard signer == key else { throw SyncError.signature }
                return served
            }
            throw SyncError.unknownInvite
        } catch let error as SyncError where error == .unknownInvite || error == .signature {
            let seconds = sync.verifier.now.milliseconds / 1_000
            guard guesses.takes(call.address, at: seconds) else { throw SyncError.slowDown }
            throw error
        }
    }
}
