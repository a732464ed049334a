package import Ledger
package import Newsroom
import Signing

extension Replica {
    /// Does what somebody wants: one entry, signed, stored and folded before this returns.
    ///
    /// - Throws: `Refusal` with the reasons, `StoreError`; then nothing was changed.
    @discardableResult
    package func commit(_ intent: Intent) throws -> Entry {
        try commit { newsroom, author in try newsroom.operations(for: intent, by: author) }
    }

    /// Commits the operations that `make` writes, as one entry of this device.
    ///
    /// - Throws: what `make` throws, `StoreError`; then nothing was changed.
    @discardableResult
    package func commit(_ make: (Newsroom, Author) throws -> [Operation]) throws -> Entry {
        try openLogIfNeeded()
        guard let key, let device else { throw StoreError.noDevice }
        let author = author(device, key, at: now)
        return try write(try make(newsroom, author), claimed: author.claimed)
    }

    /// A device's log begins with an entry that says so.
    func openLogIfNeeded() throws {
        guard last == nil else { return }
        guard member != nil else { throw StoreError.noDevice }
        try write(try logOpening(), claimed: now)
    }

    func author(_ device: DeviceKey, _ key: SigningKey, at claimed: Moment) -> Author {
        Author(device: device, log: log, claimed: claimed) { statement in
            guard let seal = Seal(try key.sign(statement.bytes)) else {
                preconditionFailure("an Ed25519 signature has 64 bytes")
            }
            return seal
        }
    }

    /// Writes one entry upon everything that is here.
    @discardableResult
    private func write(_ operations: [Operation], claimed: Moment) throws -> Entry {
        try linkHeads()
        return try append(operations, upon: unseenHeads, claimed: claimed)
    }

    /// Where there are more heads than an entry may name, binds them first.
    func linkHeads() throws {
        while last != nil, unseenHeads.count > EntryDraft.maximumParents {
            try append([.link], upon: unseenHeads, claimed: now)
        }
    }

    private var unseenHeads: [EntryID] { newsroom.heads.filter { $0 != last?.id } }

    @discardableResult
    private func append(
        _ operations: [Operation],
        upon heads: [EntryID],
        claimed: Moment
    ) throws -> Entry {
        guard let key, let device else { throw StoreError.noDevice }
        let parents = Array(heads.prefix(EntryDraft.maximumParents))
        let all = parents + (last.map { [$0.id] } ?? [])
        let draft = EntryDraft(
            newsroom: id,
            author: device,
            incarnation: incarnation,
            seq: last.map { $0.seq + 1 } ?? 0,
            prev: last?.id,
            lamport: 1 + (all.compactMap { newsroom.lamport(of: $0) }.max() ?? 0),
            claimed: claimed,
            parents: parents,
            operations: operations
        )
        let entry = try draft.signedUnchecked(by: key.sign)
        try appendOwn(entry)
        return entry
    }
}
