import Ledger
import Newsroom

/// The public keys of all invites, by the member whom they are for, whatever became of them: a
/// device's consent is judged by its entry's past alone.
struct InviteKeys {
    private var keys: [MemberID: [(entry: EntryID, key: Bytes32)]] = [:]

    /// What the fold sees of an entry, whose own invites are noted.
    mutating func facts(of entry: Entry, in newsroom: Newsroom) -> EntryFacts {
        note(entry)
        return entry.facts { member in
            let found = keys[member] ?? []
            guard !found.isEmpty else { return [] }
            let past = newsroom.past(of: entry.causes)
            return found.filter { past.contains($0.entry) }.map(\.key)
        }
    }

    private mutating func note(_ entry: Entry) {
        for case .invite(let act) in entry.operations {
            let member = act.member ?? MemberID(madeBy: entry.id)
            keys[member, default: []].append((entry.id, act.key.bytes))
        }
    }
}
