import Foundation
package import Ledger
package import Newsroom

/// What a bundle brought.
package struct BundleReport: Sendable, Hashable {
    /// What the bundle says of itself.
    package let manifest: Manifest
    /// Who packed it, if he is a member; nil for an unsigned bundle or a stranger's.
    package let packer: Member?
    /// Entries that joined the set.
    package internal(set) var new = 0
    /// Entries that were here.
    package internal(set) var known = 0
    /// Entries that wait for their past.
    package internal(set) var pending = 0
    /// Entries that were refused, by code.
    package internal(set) var refused: [String: Int] = [:]
    /// Of the new ones, operations that do not count, by what became of them.
    package internal(set) var notInForce: [String: Int] = [:]
    /// Causes that neither the bundle nor this replica has.
    package internal(set) var missing: [EntryID] = []
    /// Logs of which the packer has more than is here now.
    package internal(set) var incomplete: [LogID] = []
    /// Pictures that were not here.
    package internal(set) var pictures = 0
    /// The picture that comes now, and whether it is taken.
    var picture: ComingPicture?
    /// What ended the import early; what came before it is kept.
    package internal(set) var damage: BundleError?
}

/// A picture of a bundle while its bytes are read.
struct ComingPicture: Sendable, Hashable {
    let hash: Bytes32
    let isWanted: Bool
}

extension Replica {
    /// Imports a bundle, entry by entry the same way as sync.
    ///
    /// With `braking`, it stops before it sets many operations aside that count now; what came before
    /// them is kept. Twice changes nothing. A damaged bundle is imported up to the damage, which the report names.
    ///
    /// - Throws: `BundleError` where nothing could be imported at all, also `.otherNewsroom`;
    ///   `StoreError`, also `.sweeping`.
    package func importBundle(
        from file: BundleFile,
        braking: Bool = true,
        progress: (BundleProgress) -> Void = { _ in }
    ) throws -> BundleReport {
        var report: BundleReport?
        var coming: Arrival?
        var fresh: Set<EntryID>? = braking ? [] : nil
        do {
            try file.read(progress: progress) { part in
                switch part {
                case .manifest(let manifest): report = try begin(manifest)
                case .entries(let received): try take(received, &coming, &fresh, into: &report)
                case .media(let hash, let bytes, let isLast):
                    // What is needed is known when all entries are in.
                    if let arrival = coming { try take(arrival, &fresh, into: &report) }
                    coming = nil
                    try take(bytes, of: hash, isLast: isLast, into: &report)
                }
                return true
            }
        } catch let error as BundleError {
            guard report != nil else { throw error }
            report?.damage = error
        }
        if let coming { try take(coming, &fresh, into: &report) }
        guard var report else { throw BundleError.endsEarly(at: 0) }
        compare(&report)
        return report
    }

    private func begin(_ manifest: Manifest) throws -> BundleReport {
        guard manifest.newsroom == id else {
            throw BundleError.otherNewsroom(manifest.newsroom)
        }
        let packer = manifest.packer.flatMap { newsroom.view.owner(of: $0) }
        return BundleReport(manifest: manifest, packer: packer)
    }

    /// Takes in the next bytes of a picture, if a story needs it and it is not here.
    private func take(
        _ bytes: [UInt8],
        of hash: Bytes32,
        isLast: Bool,
        into report: inout BundleReport?
    ) throws {
        let part = media.part(of: hash)
        if report?.picture?.hash != hash {
            let isWanted = try missingMedia().contains(hash)
            report?.picture = ComingPicture(hash: hash, isWanted: isWanted)
            // What broke off before, here or at a hub, is another beginning.
            if isWanted { try part.remove() }
        }
        guard report?.picture?.isWanted == true else { return }
        try part.append(bytes)
        if isLast, try part.finish() { report?.pictures += 1 }
    }

    /// While one stretch is stored and folded, the signatures of the next are checked.
    private func take(
        _ received: [[UInt8]],
        _ coming: inout Arrival?,
        _ fresh: inout Set<EntryID>?,
        into report: inout BundleReport?
    ) throws {
        for start in stride(from: 0, to: received.count, by: 512) {
            let next = begin(Array(received[start..<min(start + 512, received.count)]))
            if let arrival = coming { try take(arrival, &fresh, into: &report) }
            coming = next
        }
    }

    private func take(
        _ arrival: Arrival,
        _ fresh: inout Set<EntryID>?,
        into report: inout BundleReport?
    ) throws {
        let reception = try receive(arrival, brake: fresh.map { Brake(fresh: $0) })
        fresh?.formUnion(reception.new)
        report?.new += reception.new.count
        report?.known += reception.known.count
        for code in reception.refused { report?.refused[code, default: 0] += 1 }
        for entry in reception.new { note(entry, in: &report) }
    }

    private func note(_ entry: EntryID, in report: inout BundleReport?) {
        guard let count = newsroom.entry(entry)?.operations.count else { return }
        for index in 0..<count {
            guard let status = newsroom.status(of: OperationID(entry, index)), status != .inForce
            else { continue }
            report?.notInForce[status.word, default: 0] += 1
        }
    }

    /// Says what is missing, by what the manifest states.
    private func compare(_ report: inout BundleReport) {
        let waiting = (try? pendingEntries()) ?? []
        report.pending = waiting.count
        let wanted = Set(report.manifest.needs + waiting.flatMap(\.causes))
        let held = Set(waiting.map(\.id))
        report.missing = wanted.filter { !newsroom.contains($0) && !held.contains($0) }.sorted()
        report.incomplete = report.manifest.stretches.filter { !newsroom.contains($0.head) }.map(
            \.log
        )
    }
}
