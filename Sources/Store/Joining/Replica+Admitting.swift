package import Ledger
package import Newsroom
package import SyncProtocol

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
    /// Whether the device was let in already.
    package let isAdmitted: Bool
}

extension Replica {
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
        let words = joiningWords(
            newsroom: id,
            member: member.id,
            device: request.device,
            inviteKey: invite.act.key.bytes
        )
        return JoinCandidate(
            invite: invite,
            member: member,
            label: request.label,
            words: words,
            isAdmitted: newsroom.view.devices[request.device] != nil
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
}
