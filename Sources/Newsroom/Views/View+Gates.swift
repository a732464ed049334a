/// What a gate says about a draft as it is (newsroom.md 5).
public enum GateState: Hashable, Sendable {
    /// Somebody asks for changes.
    case changesRequested
    /// Nobody has to clear it.
    case notNeeded
    /// Enough members cleared this text.
    case cleared
    /// What was cleared is another text.
    case stale
    /// So many of so many cleared this text.
    case required(have: Int, need: Int)
}

/// Where a draft stands (newsroom.md 4.1).
public enum DraftStatus: String, Hashable, Sendable {
    case draft, submitted, changes, ready, released
}

extension View {
    /// How many clearances each gate needs; a new newsroom wants the desk's.
    public func requirements(of draft: Draft) -> [Gate: Int] { [.desk: 1] }

    /// The state of a gate on a draft with content `hash`.
    public func state(of gate: Gate, on draft: Draft, at hash: ContentHash) -> GateState {
        if standingObjections(on: draft).contains(where: { $0.value.act.gate == gate }) {
            return .changesRequested
        }
        guard let need = requirements(of: draft)[gate] else { return .notNeeded }
        let given = draft.clearances.values.filter { $0.act.gate == gate }
        let have = Set(given.filter { $0.act.hash == hash }.map(\.member)).count
        if have >= need { return .cleared }
        return have == 0 && !given.isEmpty ? .stale : .required(have: have, need: need)
    }

    /// The objections that no clearance answered.
    public func standingObjections(on draft: Draft) -> [OperationID: Objection] {
        let answered = Set(draft.clearances.values.flatMap(\.act.answers))
        return draft.objections.filter { !answered.contains($0.key) }
    }

    /// Who contributed to a revision since the gate last cleared the draft, or since it was last
    /// public: they may not clear it (newsroom.md 5, four eyes).
    public func contributors(to revision: Revision, at gate: Gate) -> Set<MemberID> {
        guard let draft = drafts[revision.draft] else { return [] }
        let covered = draft.revisions.compactMap { revisions[$0] }.filter { earlier in
            let isCleared = requirements(of: draft)[gate].map { need in
                let given = draft.clearances.values.filter {
                    $0.act.gate == gate && $0.act.hash == earlier.hash
                }
                return Set(given.map(\.member)).count >= max(need, 1)
            }
            return isCleared == true || draft.receipt?.issue.revision == earlier.id
        }
        let known = Set(covered.flatMap(\.contributions.keys))
        return Set(revision.contributions.filter { !known.contains($0.key) }.values)
    }

    /// Where a draft stands.
    public func status(of draft: Draft) -> DraftStatus {
        if draft.receipt != nil { return .released }
        let seen = Set(draft.submissions.values.flatMap(\.seen))
        if standingObjections(on: draft).keys.contains(where: { !seen.contains($0) }) {
            return .changes
        }
        guard !draft.submissions.isEmpty else { return .draft }
        return blockers(of: draft, at: hash(of: draft.id)).isEmpty ? .ready : .submitted
    }

    /// The revision with this content, the highest first; nil where none was saved.
    public func revision(of draft: Draft, at hash: ContentHash) -> Revision? {
        draft.revisions.compactMap { revisions[$0] }
            .filter { $0.hash == hash }
            .max { $0.rank < $1.rank }
    }

    /// The newest revision of a draft.
    public func newestRevision(of draft: Draft) -> Revision? {
        draft.revisions.compactMap { revisions[$0] }.max { $0.rank < $1.rank }
    }
}
