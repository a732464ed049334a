package import Newsroom
import Signing
package import SyncProtocol

// A hub's half of joining: what it knows of an invite, and the requests that it keeps. It believes
// no more than what is signed, and lets nobody in.

extension Replica {
    private static let kept = "join "

    /// What a hub tells somebody who holds an invite.
    ///
    /// - Throws: `StoreError.noInvite`.
    package func offer(_ lookUpID: String) throws -> InviteOffer {
        let (invite, member) = try invitation(lookUpID)
        return InviteOffer(
            newsroom: id,
            invite: invite.id,
            member: member.id,
            bind: invite.act.bind,
            pins: newsroom.view.pins,
            name: invite.act.label
        )
    }

    /// The public key of an invite, which signs the calls of whoever joins with it.
    ///
    /// - Throws: `StoreError.noInvite`.
    package func inviteKey(_ lookUpID: String) throws -> DeviceKey {
        try invitation(lookUpID).0.act.key
    }

    /// Keeps a request until a member answers it: one for each invite, the first.
    ///
    /// - Throws: `SyncError.alreadyAsked` for a second device with the same invite, which is
    ///   counted; `StoreError.noInvite`, `.forgedRequest`.
    package func keep(_ request: JoinRequest) throws {
        _ = try candidate(request)
        let facts = Facts(database: database)
        let name = Self.kept + request.lookUpID
        guard let known = try facts.bytes(name) else {
            try facts.set(name, Array(WaitingJoin(request: request).text.description.utf8))
            return
        }
        var waiting = try WaitingJoin(JSONText(parsing: known))
        guard waiting.request.device != request.device else { return }
        waiting.others += 1
        try facts.set(name, Array(waiting.text.description.utf8))
        throw SyncError.alreadyAsked
    }

    /// The requests that wait.
    ///
    /// - Throws: `StoreError`.
    package func waitingJoins() throws -> [WaitingJoin] {
        try Facts(database: database).values(named: Self.kept).map {
            try WaitingJoin(JSONText(parsing: $0))
        }
    }

    /// Forgets a request that was answered.
    ///
    /// - Throws: `StoreError`.
    package func forgetJoin(_ lookUpID: String) throws {
        try Facts(database: database).remove(Self.kept + lookUpID)
    }
}
