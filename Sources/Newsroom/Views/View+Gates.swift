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

/// Why a gate must be cleared: a line of the policy, or somebody's word.
public struct Requirement: Hashable, Sendable {
    /// The operation that requires it; nil for the first policy of a newsroom.
    public let operation: OperationID?
    /// The gate.
    public let gate: Gate
    /// How many clearances.
    public let count: Int
    /// Whether a person required it, so that even an emergency does not pass it.
    public let isByPerson: Bool
}

extension View {
    /// Which gates clear a kind of draft, as the newsroom's policy says; the desk, where it is silent.
    public func policy(for kind: DraftKind) -> [GateNeed] {
        let needs = office.policy(for: kind).map(\.need)
        return needs.isEmpty ? [GateNeed(gate: .desk, count: 1)] : needs
    }

    /// The requirements that bind a draft, in the order of gates.
    public func requirements(of draft: Draft) -> [Requirement] {
        let waived = draft.waivers.values.map { ($0.act.gate, Set($0.act.requirements)) }
        func isWaived(_ gate: Gate, _ operation: OperationID?) -> Bool {
            guard let operation else { return false }
            return waived.contains { $0.0 == gate && $0.1.contains(operation) }
        }
        var found = office.policy(for: draft.kind).map { operation, need in
            Requirement(operation: operation, gate: need.gate, count: need.count, isByPerson: false)
        }
        if found.isEmpty {
            found = [Requirement(operation: nil, gate: .desk, count: 1, isByPerson: false)]
        }
        found += (stories[draft.story]?.requirements ?? [:]).map { operation, required in
            Requirement(
                operation: operation,
                gate: required.act.gate,
                count: 1,
                isByPerson: true
            )
        }
        return found.filter { !isWaived($0.gate, $0.operation) }
            .sorted { left, right in
                left.gate == right.gate
                    ? left.operation.map { one in right.operation.map { one < $0 } ?? false }
                        ?? true
                    : left.gate.rawValue < right.gate.rawValue
            }
    }

    /// How many clearances a gate needs on a draft; 0 where nobody has to clear it.
    public func need(of gate: Gate, on draft: Draft) -> Int {
        requirements(of: draft).filter { $0.gate == gate }.map(\.count).max() ?? 0
    }

    /// The clearances that count: in force, and not taken back.
    public func countingClearances(of draft: Draft) -> [Clearance] {
        guard !draft.retracted.isEmpty else { return Array(draft.clearances.values) }
        return draft.clearances.filter { !draft.retracted.contains($0.key) }.map(\.value)
    }

    /// The state of a gate on a draft with content `hash`.
    public func state(of gate: Gate, on draft: Draft, at hash: ContentHash) -> GateState {
        if standingObjections(on: draft).contains(where: { $0.value.act.gate == gate }) {
            return .changesRequested
        }
        let need = need(of: gate, on: draft)
        guard need > 0 else { return .notNeeded }
        let given = countingClearances(of: draft).filter { $0.act.gate == gate }
        let have = Set(given.filter { $0.act.hash == hash }.map(\.member)).count
        if have >= need { return .cleared }
        return have == 0 && !given.isEmpty ? .stale : .required(have: have, need: need)
    }

    /// The objections that nobody took back, answered or overruled.
    public func standingObjections(on draft: Draft) -> [OperationID: Objection] {
        draft.objections.filter {
            draft.answered[$0.key] == nil && !draft.retracted.contains($0.key)
        }
    }

    /// The submissions that no recall stands against: every recall is before them.
    public func standingSubmissions(of draft: Draft) -> [Submission] {
        draft.submissions.values.filter { submission in
            draft.recalls.allSatisfy { isBefore($0, submission.rank.operation) }
        }
    }

    /// The revision with this content, the highest first; nil where none was saved.
    public func revision(of draft: Draft, at hash: ContentHash) -> Revision? {
        draft.revisions.compactMap { revisions[$0] }
            .filter { $0.hash == hash && $0.isListed }
            .max { $0.rank < $1.rank }
    }

    /// The newest revision of a draft.
    public func newestRevision(of draft: Draft) -> Revision? {
        draft.revisions.compactMap { revisions[$0] }.filter(\.isListed)
            .max { $0.rank < $1.rank }
    }

    /// Whether an emergency release went out that nobody read back, or that a reader objects to.
    public func isUnread(_ release: Release, of draft: Draft) -> Bool {
        guard release.emergency != nil else { return false }
        let operation = release.rank.operation
        let isIssued = (stories[draft.story]?.events ?? []).contains { $0.request == operation }
        let readings = draft.readings.values.filter { $0.act.release == operation }
        let objects = readings.contains { $0.act.verdict == .objects }
        return isIssued && (objects || !readings.contains { $0.act.verdict == .stands })
    }
}
