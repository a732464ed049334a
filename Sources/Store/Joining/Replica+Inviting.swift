import Ledger
package import Newsroom
package import Signing

/// An invite as its maker sees it; the code is shown once and stored nowhere.
package struct Invitation: Sendable {
    /// What the invited person types.
    package let code: InviteCode
    /// The invite.
    package let id: InviteID
    /// The member whom it is for: made with it, where it is for a newcomer.
    package let member: MemberID
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
        let pins = newsroom.view.pins.map(\.bytes)
        guard let key = Bytes32(secret.key.publicKey),
            let bind = Bytes32(secret.bind(newsroom: id.bytes.bytes, pins: pins))
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
        let entry = try commit { newsroom, author in
            try newsroom.operations(for: .invite(act), by: author)
                + (member == nil ? [admission] : [])
        }
        return Invitation(
            code: code,
            id: InviteID(madeBy: entry.id),
            member: member ?? MemberID(madeBy: entry.id)
        )
    }

    /// The invite that a hub knows under a name, with the member whom it is for.
    ///
    /// - Throws: `StoreError.noInvite`.
    func invitation(_ lookUpID: String) throws -> (Invite, Member) {
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

extension View {
    /// SHA-256 of the server keys that the hub may have, by all settings alive, ascending.
    var pins: [Bytes32] { Set(hub.values.flatMap(\.pins)).sorted() }
}
