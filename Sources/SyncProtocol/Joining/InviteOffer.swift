import Ledger
package import Newsroom
package import Signing

/// What a hub says of an invite to somebody who joins; nothing of it is believed before the code
/// was held against it.
package struct InviteOffer: Sendable, Hashable {
    /// The newsroom that invites.
    package let newsroom: NewsroomID
    /// The invite.
    package let invite: InviteID
    /// The member whose device it will be.
    package let member: MemberID
    /// What binds the invite to newsroom and pins.
    package let bind: Bytes32
    /// SHA-256 of the server keys that the newsroom's hub may have, ascending; none where the
    /// newsroom pinned none.
    package let pins: [Bytes32]
    /// For whom the invite is.
    package let name: String
    /// Pins in one invite at most.
    package static let maximumPins = 4

    /// Takes the parts.
    package init(
        newsroom: NewsroomID,
        invite: InviteID,
        member: MemberID,
        bind: Bytes32,
        pins: [Bytes32],
        name: String
    ) {
        self.newsroom = newsroom
        self.invite = invite
        self.member = member
        self.bind = bind
        self.pins = pins
        self.name = name
    }

    /// Whether the code was made for this newsroom and these server keys: who does not know it can
    /// invent neither.
    package func isBound(by secret: InviteSecret) -> Bool {
        secret.bind(newsroom: newsroom.bytes.bytes, pins: pins.map(\.bytes)) == bind.bytes
    }

    /// The offer as it travels.
    package var text: String {
        JSONText.object([
            "newsroom": .string(newsroom.description), "invite": .string(invite.description),
            "member": .string(member.description), "bind": .string(bind.description),
            "pins": .array(pins.map { .string($0.description) }), "name": .string(name),
        ]).description
    }

    /// Reads what `text` writes.
    ///
    /// - Throws: `SyncError.malformed`.
    package init(parsing bytes: [UInt8]) throws(SyncError) {
        guard bytes.count <= 4_096 else { throw .malformed }
        let control = try JSONText(parsing: bytes)
        guard let newsroom = control["newsroom"]?.string.flatMap({ NewsroomID(hex: $0) }),
            let invite = control["invite"]?.string.flatMap({ InviteID(hex: $0) }),
            let member = control["member"]?.string.flatMap({ MemberID(hex: $0) }),
            let bind = control["bind"]?.string.flatMap({ Bytes32(hex: $0) }),
            let named = control["pins"]?.array, named.count <= Self.maximumPins,
            let name = control["name"]?.string
        else { throw .malformed }
        let pins = named.compactMap { $0.string.flatMap { Bytes32(hex: $0) } }
        guard pins.count == named.count else { throw .malformed }
        self.init(
            newsroom: newsroom,
            invite: invite,
            member: member,
            bind: bind,
            pins: pins,
            name: name
        )
    }
}
