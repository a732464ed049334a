package import Ledger
package import Newsroom
package import Signing

/// What people may know of this device's key.
package struct KeyFacts: Sendable, Hashable {
    /// The public key.
    package let device: DeviceKey
    /// Five words of it, to be compared by phone.
    package let words: [String]
    /// What the device is called; nil until it was added.
    package let label: String?
    /// Who owns it; nil until it was added.
    package let owner: Member?
    /// The log that it writes in now.
    package let log: LogID
}

extension Replica {
    /// The device's key as people may see it.
    ///
    /// - Throws: `StoreError.noDevice` on a replica that only relays.
    package func keyFacts() throws -> KeyFacts {
        guard let device, let log else { throw StoreError.noDevice }
        return KeyFacts(
            device: device,
            words: keyWords(device.bytes.bytes),
            label: newsroom.view.devices[device]?.label,
            owner: newsroom.view.owner(of: device),
            log: log
        )
    }

    /// Protects the key's file by a passphrase, or takes the protection away.
    ///
    /// - Throws: `SigningError.emptyPassphrase`, `StoreError.noDevice`, `.disk`; then the file is as
    ///   it was.
    package func protectKey(passphrase: [UInt8]?) throws {
        guard let key else { throw StoreError.noDevice }
        let pem =
            try passphrase.map { passphrase in
                try key.protectedPEM(
                    passphrase: passphrase,
                    salt: surroundings.random.bytes(16),
                    vector: surroundings.random.bytes(16)
                )
            } ?? key.pem()
        try KeyFile(folder.key).write(pem)
    }

    /// Does what only a root key may, with the key typed from paper: one entry in a log of its own.
    ///
    /// The key is kept nowhere. Each use opens a new log, so that an old replica cannot fork it.
    ///
    /// - Throws: `StoreError.noRoot` where the code is not one of this newsroom's, `Refusal`,
    ///   `StoreError`.
    @discardableResult
    package func commit(_ intent: Intent, as root: RootCode) throws -> Entry {
        let (key, device) = try checked(root)
        let author = author(device, key, at: now)
        let operations = try newsroom.operations(for: intent, by: author)
        try linkHeads()
        let heads = Array(newsroom.heads.prefix(EntryDraft.maximumParents))
        let draft = EntryDraft(
            newsroom: id,
            author: device,
            incarnation: number(surroundings.random.bytes(8)),
            seq: 0,
            prev: nil,
            lamport: 1 + (heads.compactMap { newsroom.lamport(of: $0) }.max() ?? 0),
            claimed: author.claimed,
            parents: heads,
            operations: operations
        )
        let entry = try draft.signed(by: key.sign)
        try appendOwn(entry)
        return entry
    }

    /// Whether a code typed from paper is a root key of this newsroom.
    ///
    /// - Throws: `StoreError.noRoot` where it is not.
    package func checkRoot(_ root: RootCode) throws { _ = try checked(root) }

    private func checked(_ root: RootCode) throws -> (SigningKey, DeviceKey) {
        let key = try SigningKey(seed: root.seed)
        guard let device = Bytes32(key.publicKey).map({ DeviceKey($0) }),
            newsroom.view.isRoot(device)
        else { throw StoreError.noRoot }
        return (key, device)
    }
}
