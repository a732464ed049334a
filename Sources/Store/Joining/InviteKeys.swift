import Ledger
import Newsroom

/// The public keys of all invites, by the member whom they are for, whatever became of them: a
/// device's consent is judged by its entry's past alone.
struct InviteKeys {
    private var keys: [MemberID: [(entry: EntryID, key: Bytes32)]] = [:]

    /// The invites of a newsroom so far.
    init(of newsroom: Newsroom? = nil) {
        for done in newsroom?.officeOperations ?? [] { note(done.operation, of: done.id.entry) }
    }

    /// What the fold sees of an entry, whose own invites are noted.
    mutating func facts(of entry: Entry, in newsroom: Newsroom) -> EntryFacts {
        for operation in entry.operations { note(operation, of: entry.id) }
        return entry.facts { member in
            let found = keys[member] ?? []
            return found.filter { invite in
                entry.causes.contains {
                    $0 == invite.entry || newsroom.isSeen(invite.entry, by: $0)
                }
            }.map(\.key)
        }
    }

    private mutating func note(_ operation: Operation, of entry: EntryID) {
        guard case .invite(let act) = operation else { return }
        let member = act.member ?? MemberID(madeBy: entry)
        keys[member, default: []].append((entry, act.key.bytes))
    }
}
