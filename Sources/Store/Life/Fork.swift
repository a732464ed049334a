import Foundation
import GRDB
package import Ledger
package import Newsroom

/// A log with two histories: ordinary data, of which no text is lost (ledger.md 6).
package struct Fork: Sendable, Hashable {
    /// Two signatures for one place, which prove it to anybody.
    package let proof: ForkProof
    /// Whose device it is; nil where that is not known.
    package let owner: Member?
    /// What the device is called.
    package let label: String
    /// When the first entry of the second history says it was written.
    package let since: Moment
    /// The heads of its histories, the first 16.
    package let branches: [EntryID]
    /// Powers used on either history.
    package let held: HeldActs

    /// What to tell people.
    package var sentence: String {
        let time = "\(since.utcSeconds.dropLast(4).replacing("T", with: " ")) UTC"
        let told = "\(label) has two histories since \(time). No text is lost."
        return held.sentence.map { "\(told) \($0)" } ?? told
    }
}

/// A key that writes in two places at once.
package struct SharedKey: Sendable, Hashable {
    /// The device.
    package let device: DeviceKey
    /// What it is called.
    package let label: String

    /// What to tell people.
    package var sentence: String {
        "The key of \(label) is in use in two places. If you did not copy it yourself, revoke the "
            + "device: \(device)"
    }
}

extension Replica {
    /// Every log with two histories, by log.
    ///
    /// - Throws: `StoreError`.
    package func forks() throws -> [Fork] {
        try frontier.forked.compactMap { log in
            guard let proof = try proof(of: log) else { return nil }
            let device = newsroom.view.devices[proof.device]
            return Fork(
                proof: proof,
                owner: newsroom.view.owner(of: proof.device),
                label: device?.label ?? "a root key",
                since: proof.entries.compactMap { newsroom.entry($0)?.claimed }.max()
                    ?? Moment(milliseconds: 0),
                branches: Array(frontier.heads(of: log).prefix(16)),
                held: HeldActs(of: newsroom, on: log)
            )
        }
    }

    /// The lowest place that a log has twice, with both entries.
    private func proof(of log: LogID) throws -> ForkProof? {
        let rows = try translating {
            try database.read { database in
                try Data.fetchAll(
                    database,
                    sql: """
                        WITH its AS (
                            SELECT id, seq, header FROM entry
                            WHERE log = (SELECT number FROM log WHERE id = ?))
                        SELECT header FROM its WHERE seq = (
                            SELECT min(seq) FROM (
                                SELECT seq FROM its GROUP BY seq HAVING count(*) > 1))
                        ORDER BY id LIMIT 2
                        """,
                    arguments: [Data(log.bytes.bytes)]
                )
            }
        }
        guard rows.count == 2 else { return nil }
        return try ForkProof(Array(rows[0]), Array(rows[1]))
    }

    /// The keys that grow two logs at the same time: each log knows of the other's entries.
    package func sharedKeys() -> [SharedKey] {
        let logs = Dictionary(grouping: frontier.items) { newsroom.entry($0.head)?.device }
        return logs.compactMap { device, items in
            guard let device, isShared(items) else { return nil }
            let label = newsroom.view.devices[device]?.label ?? "a root key"
            return SharedKey(device: device, label: label)
        }.sorted { $0.device < $1.device }
    }

    private func isShared(_ items: [LogHeads.Item]) -> Bool {
        items.contains { one in
            items.contains { other in
                one.log < other.log && hasSeen(other.log, from: one.head)
                    && hasSeen(one.log, from: other.head)
            }
        }
    }

    /// Whether an entry of a log is in the past of another entry.
    private func hasSeen(_ log: LogID, from head: EntryID) -> Bool {
        var seen: Set<EntryID> = [head]
        var waiting = [head]
        while let next = waiting.popLast() {
            guard let entry = newsroom.entry(next) else { continue }
            if entry.log == log { return true }
            waiting += entry.causes.filter { seen.insert($0).inserted }
        }
        return false
    }
}
