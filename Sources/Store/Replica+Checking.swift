import GRDB
import Ledger
package import Newsroom

/// What `stet check` found.
package struct CheckReport: Sendable {
    /// The newsroom's id.
    package let newsroom: NewsroomID
    /// How many entries are stored.
    package let entries: Int
    /// How many wait for their past.
    package let pending: Int
    /// One hash over the state.
    package let stateHash: Bytes32
    /// One hash over all heads.
    package let frontierRoot: Bytes32
    /// What is wrong, a line each; empty where all is sound.
    package var problems: [String]
}

extension Replica {
    /// Reads every entry again, checks every hash, signature and chain, folds from nothing, and
    /// compares with what is stored and shown.
    ///
    /// - Throws: `StoreError` where the database cannot be read.
    package func check(rebuild: Bool = false) throws -> CheckReport {
        var problems = try integrityProblems()
        var fresh = Newsroom(digest: digest)
        var heads = LogHeads()
        var freshInvites = InviteKeys()
        var seen: [EntryID: EntryCause] = [:]
        for bytes in try StoredEntries(database: database).after(0, limitBytes: Int.max).map(
            \.bytes
        ) {
            do {
                let entry = try Entry(bytes, newsroom: id)
                let verdict = entry.acceptance {
                    seen[$0]
                } isKnownDevice: {
                    newsroom.view.isRoot(entry.author) || newsroom.view.devices[entry.author] != nil
                }
                guard verdict == .accepted else {
                    problems.append("entry out of place: \(entry.id)")
                    continue
                }
                seen[entry.id] = entry.cause
                fresh.fold(freshInvites.facts(of: erasures.read(entry), in: fresh))
                heads.advance(over: entry)
            } catch {
                problems.append(error.description)
            }
        }
        if fresh.stateHash() != newsroom.stateHash() { problems.append("the state differs") }
        if heads.root != frontier.root { problems.append("the frontier differs") }
        if rebuild { try archiveAnew() }
        for hash in media.names() where !media.isSound(hash) {
            problems.append("picture spoiled on the disk: \(hash)")
        }
        return CheckReport(
            newsroom: id,
            entries: seen.count,
            pending: try pendingCount(),
            stateHash: fresh.stateHash(),
            frontierRoot: heads.root,
            problems: problems
        )
    }

    private func integrityProblems() throws -> [String] {
        let answer = try translating {
            try database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(10)") }
        }
        return answer == ["ok"] ? [] : answer.map { "database: \($0)" }
    }
}
