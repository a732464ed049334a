import Ledger
package import Newsroom
package import Signing

/// The two entries with which a root key founds a newsroom (ledger.md 2).
struct Founding {
    let root: SigningKey
    let rootKey: DeviceKey
    let device: SigningKey
    let deviceKey: DeviceKey
    let incarnation: UInt64
    let claimed: Moment

    init(root: SigningKey, device: SigningKey, incarnation: UInt64, claimed: Moment) throws {
        guard let rootBytes = Bytes32(root.publicKey), let deviceBytes = Bytes32(device.publicKey)
        else { throw SigningError.badKey(byteCount: root.publicKey.count) }
        self.root = root
        self.device = device
        self.incarnation = incarnation
        self.claimed = claimed
        rootKey = DeviceKey(rootBytes)
        deviceKey = DeviceKey(deviceBytes)
    }

    /// The newsroom with its founder, then his device and all rights.
    func entries(newsroom: String, founder: String, device label: String) throws -> [Entry] {
        let genesis = try draft(
            seq: 0,
            prev: nil,
            newsroom: nil,
            [
                .found(NewsroomFounding(roots: [rootKey], name: newsroom, rules: 1)),
                .admit(MemberAdmission(name: founder, proof: [])),
            ]
        ).signed(by: root.sign)
        var room = Newsroom(digest: digest)
        room.fold(genesis.facts)
        let member = MemberID(madeBy: genesis.id)
        let consent = try Consent(key: device, newsroom: genesis.belongsTo, member: member)
        let author = Author(device: rootKey, claimed: claimed) { statement in
            guard let seal = Seal(try root.sign(statement.bytes)) else {
                preconditionFailure("an Ed25519 signature has 64 bytes")
            }
            return seal
        }
        let addition = try room.operations(
            for: .addDevice(member, key: deviceKey, label: label, consent: consent.signature),
            by: author
        )
        let grant = try room.operations(for: .grant(member, .everything), by: author)
        let second = draft(
            seq: 1,
            prev: genesis.id,
            newsroom: genesis.belongsTo,
            addition + grant
        )
        return [genesis, try second.signed(by: root.sign)]
    }

    private func draft(
        seq: UInt64,
        prev: EntryID?,
        newsroom: NewsroomID?,
        _ operations: [Operation]
    ) -> EntryDraft {
        EntryDraft(
            newsroom: newsroom,
            author: rootKey,
            incarnation: incarnation,
            seq: seq,
            prev: prev,
            lamport: seq + 1,
            claimed: claimed,
            parents: [],
            operations: operations
        )
    }
}

/// A device's consent to belong to one member: its key, and its signature over the joining
/// statement, as one line that a person can send.
package struct Consent: Sendable, Hashable, CustomStringConvertible {
    /// The device's public key.
    package let key: DeviceKey
    /// Its signature.
    package let signature: Seal

    /// Signs the consent of a device; the invite key is zeros where nobody was invited.
    package init(
        key: SigningKey,
        newsroom: NewsroomID,
        member: MemberID,
        inviteKey: Bytes32 = .zero
    ) throws {
        guard let bytes = Bytes32(key.publicKey) else { throw SigningError.damagedKey }
        self.key = DeviceKey(bytes)
        let statement = joiningStatement(
            newsroom: newsroom,
            member: member,
            device: self.key,
            inviteKey: inviteKey
        )
        guard let seal = Seal(try key.sign(statement)) else { throw SigningError.damagedKey }
        signature = seal
    }

    /// Reads the line that `description` prints; nil for anything else.
    package init?(_ line: some StringProtocol) {
        let parts = line.split(separator: ".")
        guard parts.count == 2, let key = DeviceKey(hex: parts[0]), parts[1].utf8.count == 128,
            let first = Bytes32(hex: parts[1].prefix(64)),
            let second = Bytes32(hex: parts[1].suffix(64)),
            let seal = Seal(first.bytes + second.bytes)
        else { return nil }
        self.key = key
        signature = seal
    }

    /// The key and the signature in hexadecimal digits, with a full stop between.
    package var description: String {
        let halves = [signature.bytes[..<32], signature.bytes[32...]].compactMap { Bytes32($0) }
        return "\(key).\(halves.map(\.description).joined())"
    }
}
