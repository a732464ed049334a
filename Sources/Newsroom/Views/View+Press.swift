/// A release that waits for the press.
public struct PressRequest: Sendable, Hashable {
    /// The request's operation.
    public let operation: OperationID
    /// The release.
    public let release: Release
    /// Why it cannot be carried out; empty where it can.
    public let reasons: [RefusalReason]
}

extension View {
    /// The request that the press answers next at this time; nil where none is due.
    ///
    /// Corrections come before originals, then the lowest rank (newsroom.md 4.5).
    public func nextRequest(at now: Moment) -> PressRequest? {
        let waiting = drafts.values.flatMap { draft in
            draft.releases.filter { id, release in
                draft.refusals[id] == nil && !isAnswered(id, draft) && release.isDue(at: now)
            }
        }
        let next = waiting.min { left, right in
            let places = (urgency(of: left.value), urgency(of: right.value))
            return places.0 == places.1
                ? left.value.rank < right.value.rank : places.0 < places.1
        }
        return next.map {
            PressRequest(operation: $0.key, release: $0.value, reasons: reasons(against: $0.value))
        }
    }

    private func isAnswered(_ request: OperationID, _ draft: Draft) -> Bool {
        draft.receipt?.issue.request == request
    }

    /// The order of kinds at the press: correction, clarification, refile, update, original.
    private func urgency(of release: Release) -> Int {
        switch drafts[release.act.draft]?.kind {
        case .correction: 0
        case .clarification: 1
        case .refile: 2
        case .update: 3
        default: 4
        }
    }

    private func reasons(against release: Release) -> [RefusalReason] {
        guard let draft = drafts[release.act.draft] else { return [] }
        if draft.releases.values.contains(where: { isSuperseding($0, release) }) {
            return [RefusalReason(code: .superseded)]
        }
        let named = Set(release.act.clearances)
        return blockers(of: draft, at: release.act.hash, naming: named)
            .map { RefusalReason(code: $0.code) }
    }

    private func isSuperseding(_ later: Release, _ earlier: Release) -> Bool {
        later.act.superseded.contains(earlier.rank.operation)
    }
}

extension Release {
    fileprivate func isDue(at now: Moment) -> Bool {
        switch act.when {
        case .now: true
        case .at(let moment): moment <= now
        }
    }
}
