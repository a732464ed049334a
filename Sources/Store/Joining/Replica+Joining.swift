package import Foundation
package import Ledger
package import Newsroom
package import Signing
package import SyncProtocol

/// An invite as its maker sees it; the code is shown once and stored nowhere.
package struct Invitation: Sendable {
    /// What the invited person types.
    package let code: InviteCode
    /// The invite.
    package let id: InviteID
    /// The member whom it is for: made with it, where it is for a newcomer.
    package let member: MemberID
}

/// A request to join as an admin sees it, before he lets anybody in.
package struct JoinCandidate: Sendable, Hashable {
    /// The invite that was used.
    package let invite: Invite
    /// The member whose device it will be.
    package let member: Member
    /// What the device will be called.
    package let label: String
    /// Five words, to be compared by phone with those that the joining machine shows.
    package let words: [String]
}

extension Replica {
    /// Invites a newcomer, who becomes a member with no right yet, or a further device of a member.
    ///
    /// - Throws: `Refusal`, `StoreError`, `SigningError`; then nothing was changed.
    package func invite(
        _ name: String,
        label: String,
        as capabilities: Capabilities,
        member: MemberID? = nil,
        expires: Moment
    ) throws -> Invitation {
        let code = try InviteCode(random: surroundings.random.bytes(13))
        let secret = try code.secret()
        guard let key = Bytes32(secret.key.publicKey),
            let bind = Bytes32(secret.bind(newsroom: id.bytes.bytes, pins: []))
        else { throw SigningError.damagedKey }
        let act = MemberInvite(
            key: DeviceKey(key),
            bind: bind,
            label: label,
            capabilities: capabilities,
            member: member,
            expires: expires
        )
        let admission = Operation.admit(
            MemberAdmission(invite: InviteID(.zero), name: name, proof: [])
        )
        let intent = Intent.invite(act)
        let entry = try commit { newsroom, author in
            try newsroom.operations(for: intent, by: author) + (member == nil ? [admission] : [])
        }
        return Invitation(
            code: code,
            id: InviteID(madeBy: entry.id),
            member: member ?? MemberID(madeBy: entry.id)
        )
    }

    /// Makes a replica out of a bundle, for somebody who was invited and has no hub, and the
    /// request that goes back to the admin.
    ///
    /// The bundle's newsroom must be the one that the code was made for.
    ///
    /// - Throws: `StoreError.noInvite`, `.exists`, `BundleError`, `SigningError`.
    package static func join(
        in project: URL,
        with code: InviteCode,
        reading bundle: BundleFile,
        device label: String,
        surroundings: Surroundings
    ) async throws -> (replica: Replica, request: JoinRequest, words: [String]) {
        let secret = try code.secret()
        let newsroom = try bundle.manifest().newsroom
        let key = try SigningKey(seed: surroundings.random.bytes(32))
        try create(in: project, newsroom: newsroom, key: key, surroundings)
        let replica = try Replica(opening: project, surroundings: surroundings)
        _ = try await replica.importBundle(from: bundle)
        let (request, words) = try await replica.request(key, secret, label)
        return (replica, request, words)
    }

    private func request(
        _ key: SigningKey,
        _ secret: InviteSecret,
        _ label: String
    ) throws -> (JoinRequest, [String]) {
        let (invite, member) = try invitation(secret.lookUpID)
        let bind = secret.bind(newsroom: id.bytes.bytes, pins: [])
        guard invite.act.bind.bytes == bind else { throw StoreError.noInvite }
        let request = try JoinRequest(
            invite: secret,
            newsroom: id,
            member: member.id,
            device: key,
            label: label
        )
        return (request, words(of: request, invite, member))
    }

    /// What an admin is shown of a request, with the words to compare.
    ///
    /// - Throws: `StoreError.noInvite`, `.forgedRequest`.
    package func candidate(_ request: JoinRequest) throws -> JoinCandidate {
        let (invite, member) = try invitation(request.lookUpID)
        let isSigned = request.isSigned(
            newsroom: id,
            member: member.id,
            inviteKey: invite.act.key.bytes
        )
        guard isSigned else { throw StoreError.forgedRequest }
        return JoinCandidate(
            invite: invite,
            member: member,
            label: request.label,
            words: words(of: request, invite, member)
        )
    }

    /// Lets a device in whose words were compared, and gives its member what the invite says.
    ///
    /// - Throws: `StoreError.noInvite`, `.forgedRequest`, `Refusal`; then nothing was changed.
    @discardableResult
    package func admit(_ request: JoinRequest) throws -> Entry {
        let candidate = try candidate(request)
        let addition = Intent.addDevice(
            candidate.member.id,
            key: request.device,
            label: request.label,
            consent: request.consent
        )
        let granted = candidate.invite.act.capabilities
        let grant = Intent.grant(candidate.member.id, granted)
        let isNew = !granted.isEmpty && candidate.invite.act.member == nil
        return try commit { newsroom, author in
            try newsroom.operations(for: addition, by: author)
                + (isNew ? newsroom.operations(for: grant, by: author) : [])
        }
    }

    private func words(of request: JoinRequest, _ invite: Invite, _ member: Member) -> [String] {
        joiningWords(
            newsroom: id,
            member: member.id,
            device: request.device,
            inviteKey: invite.act.key.bytes
        )
    }

    /// The invite that a hub knows under a name, with the member whom it is for.
    private func invitation(_ lookUpID: String) throws -> (Invite, Member) {
        let view = newsroom.view
        let invite = view.invites.values.first {
            inviteLookUpID($0.act.key.bytes.bytes) == lookUpID
        }
        guard let invite,
            let member = view.members[invite.act.member ?? MemberID(invite.id.bytes)]
        else { throw StoreError.noInvite }
        return (invite, member)
    }
}
