// Handing in, reading, clearing, asking for changes.
extension IntentWriter {
    func reviewOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .submit(let draft, let note): return submitted(try found(draft, intent), note)
        case .recall(let draft, let reason):
            let story = try found(draft, intent).story
            return [.recallDraft(DraftRecall(story: story, draft: draft, reason: reason))]
        case .clear(let draft, let gate, let note):
            return [try cleared(found(draft, intent), gate, note, intent)]
        case .requestChanges(let draft, let gate, let note):
            return [try objection(found(draft, intent), gate, note, intent)]
        case .requireGate(let story, let gate, let reason):
            return [.requireGate(GateRequirement(story: story, gate: gate, reason: reason))]
        case .waive(let draft, let gate, let reason):
            return [try waived(found(draft, intent), gate, reason, intent)]
        case .retract(let story, let verdict, let reason):
            return [.retract(VerdictRetraction(story: story, verdict: verdict, reason: reason))]
        case .overrule(let story, let objection, let reason):
            return [
                .overrule(
                    ObjectionOverruling(story: story, objection: objection, reason: reason)
                )
            ]
        default: return nil
        }
    }

    /// Submits the revision that has the present content, or saves one with it.
    private func submitted(_ draft: Draft, _ note: String?) -> [Operation] {
        let hash = view.hash(of: draft.id)
        let revision = view.revision(of: draft, at: hash)
        let submission = Operation.submitDraft(
            DraftSubmission(
                story: draft.story,
                draft: draft.id,
                revision: revision?.id ?? RevisionID(.zero),
                hash: hash,
                note: note
            )
        )
        return revision == nil ? [saved(draft, nil), submission] : [submission]
    }

    /// The revision that has the present content: what a reviewer has before him.
    func present(_ draft: Draft, _ intent: Intent) throws(Refusal) -> Revision {
        guard let revision = view.revision(of: draft, at: view.hash(of: draft.id)) else {
            throw refusal(intent, draft.submissions.isEmpty ? .unsubmitted : .missing)
        }
        return revision
    }

    private func cleared(
        _ draft: Draft,
        _ gate: Gate,
        _ note: String?,
        _ intent: Intent
    ) throws -> Operation {
        let revision = try present(draft, intent)
        let answers = view.standingObjections(on: draft).filter { _, objection in
            objection.act.gate == gate
                && (objection.act.hash != revision.hash || objection.member == me)
        }
        return try sealed { seal in
            .clear(
                GateClearance(
                    story: draft.story,
                    draft: draft.id,
                    gate: gate,
                    revision: revision.id,
                    hash: revision.hash,
                    answers: answers.keys.sorted(),
                    note: note,
                    seal: seal
                )
            )
        }
    }

    private func objection(
        _ draft: Draft,
        _ gate: Gate,
        _ note: String,
        _ intent: Intent
    ) throws(Refusal) -> Operation {
        let revision = try present(draft, intent)
        return .requestChanges(
            GateObjection(
                story: draft.story,
                draft: draft.id,
                gate: gate,
                revision: revision.id,
                hash: revision.hash,
                note: note
            )
        )
    }

    /// Frees the draft of every requirement of the gate that binds it now.
    private func waived(
        _ draft: Draft,
        _ gate: Gate,
        _ reason: String,
        _ intent: Intent
    ) throws(Refusal) -> Operation {
        let named = view.requirements(of: draft).filter { $0.gate == gate }
            .compactMap(\.operation)
        if gate == .desk { throw refusal(intent, .waive) }
        guard !named.isEmpty else { throw refusal(intent, .empty) }
        return .waiveGate(
            GateWaiver(
                story: draft.story,
                draft: draft.id,
                gate: gate,
                requirements: named.sorted(),
                reason: reason
            )
        )
    }
}
