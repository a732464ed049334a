import GRDB
import Ledger
import Newsroom

extension Replica {
    /// The newest place of a log, or of the order of arrival where there is no device.
    static func last(_ log: LogID?, in database: DatabaseQueue) throws -> UInt64? {
        guard let log else {
            let arrival = try StoredEntries(database: database).lastArrival()
            return arrival == 0 ? nil : UInt64(arrival)
        }
        return try StoredEntries(database: database).last(of: log).map { UInt64($0) }
    }

    /// Tells the marker how far this device's log goes, after a transaction.
    func noteProgress() throws {
        let place = try last?.seq ?? (device == nil ? Self.last(nil, in: database) : nil)
        if let place { marker.note(place) }
    }

    /// Goes on as a new log where others brought entries of the present one that are not ours:
    /// an older state was restored, or the key writes in a second place.
    func takeNewLogIfShared(_ arrived: [Entry], before: UInt64?) throws {
        let strange = arrived.filter { $0.log == log }
        guard !strange.isEmpty else { return }
        let isSplit = strange.contains { entry in before.map { entry.seq <= $0 } ?? false }
        let keeper = LifeKeeper(
            folder: folder,
            facts: Facts(database: database),
            surroundings: surroundings
        )
        let old = MarkerFile.read(folder.marker)
        guard let old else { throw StoreError.damaged("the restore marker is missing") }
        let new = try keeper.takeNewLife(after: old, reason: isSplit ? .split : .restored)
        marker = try MarkerFile(new, at: folder.marker)
        incarnation = new.incarnation
        last = nil
        life = .restored
    }

    /// The operations that open this device's log, with the heads of its earlier logs; those that
    /// have two histories are closed.
    func logOpening() throws -> [Operation] {
        let reason = try Facts(database: database).bytes("opening")?.first
            .flatMap { LogOpeningReason(rawValue: $0) }
        let earlier = frontier.items.filter { item in
            item.log != log && newsroom.entry(item.head)?.device == device
        }
        let opening = Operation.openLog(
            LogOpening(reason: reason ?? .first, earlier: earlier.map(\.head).sorted())
        )
        let split = Set(earlier.map(\.log)).intersection(frontier.forked).sorted()
        return [opening] + split.map { .closeLog(LogClosing(log: $0, heads: [])) }
    }
}
