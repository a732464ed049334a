// The needs of reviewing and restricting.
extension View {
    func unmetReviewNeed(of operation: Operation, _ given: Case) -> RefusalCode? {
        switch operation {
        case .waiveGate(let act): unmetNeed(of: act, given)
        case .submitDraft(let act): closed(act.draft) ?? mismatch(act)
        case .clear(let act): unmetNeed(of: act, given)
        case .requestChanges(let act): mismatch(act)
        case .retract(let act): unmetNeed(of: act, given)
        case .overrule(let act): unmetNeed(of: act, given)
        case .lift(let act): unmetNeed(of: act, given)
        default: nil
        }
    }

    /// Why the revision that an operation names is not what it says.
    func mismatch(_ act: some RevisionPart) -> RefusalCode? {
        guard let found = revisions[act.revision], found.draft == act.draft else { return .missing }
        return found.hash == act.hash ? nil : .hash
    }

    private func unmetNeed(of act: GateWaiver, _ given: Case) -> RefusalCode? {
        guard act.gate != .desk else { return .waive }
        guard let draft = drafts[act.draft] else { return .missing }
        let policy = office.policy(for: draft.kind).filter { $0.need.gate == act.gate }
        let isThere = act.requirements.allSatisfy { requirement in
            policy.contains { $0.operation == requirement }
                || stories[act.story]?.requirements[requirement]?.act.gate == act.gate
        }
        guard isThere else { return .missing }
        return isContributor(given, to: contributors(to: draft, at: act.gate))
    }

    private func unmetNeed(of act: GateClearance, _ given: Case) -> RefusalCode? {
        guard let draft = drafts[act.draft] else { return .missing }
        if standingSubmissions(of: draft).isEmpty { return .unsubmitted }
        if let refusal = mismatch(act) { return refusal }
        guard let revision = revisions[act.revision] else { return .missing }
        if let refusal = isContributor(given, to: contributors(to: revision, at: act.gate)) {
            return refusal
        }
        for answer in act.answers {
            guard let objection = draft.objections[answer], objection.act.gate == act.gate else {
                return .missing
            }
            if objection.act.hash == act.hash, objection.member != given.author { return .same }
        }
        return nil
    }

    private func unmetNeed(of act: VerdictRetraction, _ given: Case) -> RefusalCode? {
        guard let giver = giver(of: act.verdict, in: act.story) else { return .missing }
        return giver == given.author ? nil : .theirs
    }

    /// Who gave a clearance or raised an objection; nil where there is none.
    private func giver(of verdict: OperationID, in story: StoryID) -> MemberID? {
        for draft in stories[story]?.drafts ?? [] {
            if let clearance = drafts[draft]?.clearances[verdict] { return clearance.member }
            if let objection = drafts[draft]?.objections[verdict] { return objection.member }
        }
        return nil
    }

    /// Whether a verdict is an objection, so that taking it back permits something.
    func isObjection(_ verdict: OperationID, in story: StoryID) -> Bool {
        stories[story]?.drafts.contains { drafts[$0]?.objections[verdict] != nil } ?? false
    }

    private func unmetNeed(of act: ObjectionOverruling, _ given: Case) -> RefusalCode? {
        for draft in stories[act.story]?.drafts ?? [] {
            guard let objection = drafts[draft]?.objections[act.objection],
                let revision = revisions[objection.act.revision]
            else { continue }
            return isContributor(given, to: contributors(to: revision, at: objection.act.gate))
        }
        return .missing
    }

    private func unmetNeed(of act: RestrictionLift, _ given: Case) -> RefusalCode? {
        let named = act.restrictions.compactMap { stories[act.story]?.restrictions[$0] }
        guard named.count == act.restrictions.count else { return .missing }
        for restriction in named {
            if restriction.act.isLegal, !given.held.contains(.clearing(.legal)) { return .lift }
            let isHis = restriction.member == given.author || given.held.contains(.publish)
            if !restriction.act.isLegal, !isHis { return .lift }
        }
        return nil
    }

    func isContributor(_ given: Case, to contributors: Set<MemberID>) -> RefusalCode? {
        given.author.map { contributors.contains($0) } == true ? .contributor : nil
    }
}
