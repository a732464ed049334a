import Foundation
import GRDB
import Ledger
package import Newsroom

/// What became of entries that arrived.
package struct Reception: Sendable, Hashable {
    /// Accepted now.
    package var new: [EntryID] = []
    /// Here before.
    package var known: [EntryID] = []
    /// Kept until their past arrives, with what is missing.
    package var pending: [EntryID: [EntryID]] = [:]
    /// Refused, with the code.
    package var refused: [String] = []
    /// Those of them that had a name.
    package var refusedEntries: [EntryID] = []

    /// Makes that of nothing.
    package init(known: [EntryID] = []) { self.known = known }
}

extension Replica {
    /// Takes in entries from elsewhere: checks, stores and folds them in one transaction.
    ///
    /// One bad entry never blocks the rest. `cursor` is stored with them: it is the resume point.
    ///
    /// - Throws: `StoreError`; then nothing of it was stored.
    package func receive(_ received: [[UInt8]], from peer: Peer? = nil) throws -> Reception {
        try receive(begin(received), from: peer)
    }

    /// Begins to check what arrived, but for what is here already.
    func begin(_ received: [[UInt8]]) -> Arrival {
        var known: [EntryID] = []
        let fresh = received.filter { bytes in
            guard let id = Entry.id(of: bytes), newsroom.contains(id),
                !withoutContent.contains(id)
            else { return true }
            known.append(id)
            return false
        }
        return Arrival(
            known: known,
            fresh: fresh,
            checked: CheckedEntries(fresh, newsroom: id)
        )
    }

    /// Takes in entries whose checks have begun.
    ///
    /// With `brake` nothing is taken in that would set many operations aside which count now.
    func receive(
        _ arrival: Arrival,
        from peer: Peer? = nil,
        brake: Brake? = nil
    ) throws -> Reception {
        var reception = Reception(known: arrival.known)
        let waited: [Entry] = try pendingCount() == 0 ? [] : pendingEntries()
        var waiting = waited
        var refused: [(code: String, bytes: [UInt8])] = []
        for (bytes, verdict) in zip(arrival.fresh, arrival.checked.verdicts()) {
            switch verdict {
            case .failure(let error): refused.append((error.code, bytes))
            case .success(let entry): waiting.append(entry)
            }
        }
        try fill(waiting.filter { withoutContent.contains($0.id) && $0.hasPayload })
        try recall(waiting)
        let batch = arrange(waiting, into: &reception, refusing: &refused)
        reception.refused = refused.map(\.code)
        reception.refusedEntries = refused.compactMap { Entry.id(of: $0.bytes) }
        let before = Set(waited.map(\.id))
        let added = waiting.filter { reception.pending[$0.id] != nil && !before.contains($0.id) }
        let place = last?.seq
        try store(
            Batch(entries: batch, arrived: before.intersection(reception.new), brake: brake),
            pending: added,
            refused: refused,
            peer: peer,
            known: reception.known
        )
        try takeNewLogIfShared(batch + added, before: place)
        try holdAgainstHubs(batch, from: peer)
        return reception
    }

    /// Takes in what this device just signed; while it is stored and folded, another core checks
    /// the signature, which has to be good before anything is committed.
    func appendOwn(_ entry: Entry) throws {
        var reception = Reception()
        var refused: [(code: String, bytes: [UInt8])] = []
        try recall([entry])
        let batch = arrange([entry], into: &reception, refusing: &refused)
        guard batch.count == 1 else {
            throw StoreError.damaged("this device's own entry does not fit its log")
        }
        try store(
            Batch(entries: batch, own: CheckedEntries(inBackground: entry, newsroom: id)),
            pending: [],
            refused: [],
            peer: nil,
            known: []
        )
    }

    /// The entries that can join the set, causes first.
    private func arrange(
        _ entries: [Entry],
        into reception: inout Reception,
        refusing refused: inout [(code: String, bytes: [UInt8])]
    ) -> [Entry] {
        var accepted: [Entry] = []
        var found: [EntryID: Entry] = [:]
        var waiting = entries
        var isMoving = true
        while isMoving {
            isMoving = false
            var still: [Entry] = []
            for entry in waiting where found[entry.id] == nil && !newsroom.contains(entry.id) {
                let acceptance = entry.acceptance {
                    causes[$0] ?? found[$0]?.cause
                } isKnownDevice: {
                    isKnown(entry, besides: accepted)
                }
                switch acceptance {
                case .accepted:
                    accepted.append(entry)
                    found[entry.id] = entry
                    isMoving = true
                case .pending(let missing):
                    still.append(entry)
                    reception.pending[entry.id] = missing
                case .refused(let error): refused.append((error.code, entry.bytes))
                }
            }
            waiting = still
        }
        for entry in accepted { reception.pending[entry.id] = nil }
        reception.new = accepted.map(\.id)
        return accepted
    }

    /// Whether the device of a log's first entry was added before it, or is a root key.
    private func isKnown(_ entry: Entry, besides accepted: [Entry]) -> Bool {
        if entry.newsroom == nil || newsroom.view.isRoot(entry.author) { return true }
        if newsroom.view.devices[entry.author] != nil { return true }
        return accepted.contains { earlier in
            earlier.operations.contains { operation in
                switch operation {
                case .addDevice(let act): act.key == entry.author
                case .found(let act): act.roots.contains(entry.author)
                default: false
                }
            }
        }
    }

    /// Stores, folds and projects in one transaction; where that fails, nothing has changed.
    private func store(
        _ batch: Batch,
        pending: [Entry],
        refused: [(code: String, bytes: [UInt8])],
        peer: Peer?,
        known: [EntryID]
    ) throws {
        if let failure { throw failure }
        let now = surroundings.clock.now()
        storedAt = now
        var flipped: [OperationID] = []
        var isErasing = false
        do {
            try translating {
                try database.write { database in
                    for entry in batch.entries {
                        try StoredEntries.insert(entry, at: now, into: database)
                        if batch.own != nil { try StoredEntries.readBack(entry, from: database) }
                        flipped += take(entry).flipped
                    }
                    // What could not be read makes everything that was folded upon it worthless.
                    if let failure = archive?.failure { throw failure }
                    try batch.brake?.check(flipped, besides: batch.entries, in: newsroom)
                    for id in batch.arrived { try PendingEntries.remove(id, from: database) }
                    if try pending.isEmpty || PendingEntries.hasRoom(in: database) {
                        for entry in pending { try PendingEntries.insert(entry, into: database) }
                    }
                    try RefusedEntries.insert(refused, at: now, into: database)
                    try peer?.mark(batch.entries.map(\.id) + known, in: database)
                    try noteAcknowledged(in: database)
                    guard batch.own?.areAllGood != false else { throw StoreError.failing }
                    isErasing = try carryOutOrders(of: batch.entries, in: database)
                }
            }
        } catch {
            // The state is changed in place, for copying it would cost more than all the rest.
            if !batch.entries.isEmpty { reload() }
            if error as? StoreError == .failing { failure = .failing }
            throw error
        }
        if isErasing { try finishErasing() }
        if unarchivedCount >= keeper.stretch { archiveNow() }
        try noteProgress()
    }

    private func take(_ entry: Entry) -> Changes {
        let changes = newsroom.fold(invites.facts(of: erasures.read(entry), in: newsroom))
        if !entry.hasPayload, !erasures.contains(entry.id) { withoutContent.insert(entry.id) }
        frontier.advance(over: entry)
        causes[entry.id] = entry.cause
        if entry.log == log { last = (entry.id, entry.seq) }
        return changes
    }
}

/// Entries on their way in, with the checks that have begun.
struct Arrival {
    /// Those that are here already.
    let known: [EntryID]
    /// The bytes of the others.
    let fresh: [[UInt8]]
    /// What becomes of these.
    let checked: CheckedEntries
}

/// Entries that join the set together, causes first.
private struct Batch {
    let entries: [Entry]
    /// Those that waited for the others.
    var arrived: Set<EntryID> = []
    /// The check of the signature, where this device just signed.
    var own: CheckedEntries?
    /// What stops it where it would set too much aside.
    var brake: Brake?
}
