import Ledger
package import Newsroom
package import Signing

/// What somebody who was invited asks: let this device be mine.
///
/// It travels to a hub, or as a file.
package struct JoinRequest: Sendable, Hashable {
    /// The invite's name at a hub: 16 hexadecimal digits.
    package let lookUpID: String
    /// The new device's public key.
    package let device: DeviceKey
    /// What the device is to be called.
    package let label: String
    /// The device's signature over the joining statement.
    package let consent: Seal
    /// The invite key's signature over the same.
    package let proof: Seal

    /// Signs a request with both keys.
    ///
    /// - Throws: `SigningError`.
    package init(
        invite: InviteSecret,
        newsroom: NewsroomID,
        member: MemberID,
        device: SigningKey,
        label: String
    ) throws {
        guard let key = Bytes32(device.publicKey), let inviteKey = Bytes32(invite.key.publicKey)
        else { throw SigningError.damagedKey }
        let statement = joiningStatement(
            newsroom: newsroom,
            member: member,
            device: DeviceKey(key),
            inviteKey: inviteKey
        )
        guard let consent = Seal(try device.sign(statement)),
            let proof = Seal(try invite.key.sign(statement))
        else { throw SigningError.damagedKey }
        lookUpID = invite.lookUpID
        self.device = DeviceKey(key)
        self.label = label
        (self.consent, self.proof) = (consent, proof)
    }

    /// Whether both keys signed that the device belongs to the member.
    package func isSigned(newsroom: NewsroomID, member: MemberID, inviteKey: Bytes32) -> Bool {
        let statement = joiningStatement(
            newsroom: newsroom,
            member: member,
            device: device,
            inviteKey: inviteKey
        )
        return isSignature(consent.bytes, of: statement, by: device.bytes.bytes)
            && isSignature(proof.bytes, of: statement, by: inviteKey.bytes)
    }

    /// The request as JSON, which is a file's text too.
    package var text: String { control.description }

    var control: JSONText {
        .object([
            "invite": .string(lookUpID), "device": .string(device.description),
            "name": .string(label), "consent": .string(hexadecimal(consent.bytes)),
            "proof": .string(hexadecimal(proof.bytes)),
        ])
    }

    /// The longest that is read.
    package static let limitBytes = 4_096

    /// Reads what `text` writes.
    ///
    /// - Throws: `SyncError.malformed`.
    package init(parsing bytes: [UInt8]) throws(SyncError) {
        guard bytes.count <= Self.limitBytes else { throw .malformed }
        try self.init(JSONText(parsing: bytes))
    }

    init(_ control: JSONText) throws(SyncError) {
        guard let lookUpID = control["invite"]?.string, lookUpID.utf8.count == 16,
            let device = control["device"]?.string.flatMap({ DeviceKey(hex: $0) }),
            let label = control["name"]?.string, !label.isEmpty, label.utf8.count <= 256,
            let consent = control["consent"]?.string.flatMap(seal),
            let proof = control["proof"]?.string.flatMap(seal)
        else { throw .malformed }
        self.lookUpID = lookUpID
        self.device = device
        self.label = label
        (self.consent, self.proof) = (consent, proof)
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The signature that 128 digits spell.
private func seal(_ text: String) -> Seal? {
    guard text.utf8.count == 128, let first = Bytes32(hex: text.prefix(64)),
        let second = Bytes32(hex: text.suffix(64))
    else { return nil }
    return Seal(first.bytes + second.bytes)
}
