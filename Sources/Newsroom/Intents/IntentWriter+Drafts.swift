extension IntentWriter {
    func setting(_ draft: Draft, _ field: DocumentField, _ value: String) -> DraftSetting {
        DraftSetting(
            story: draft.story,
            draft: draft.id,
            field: field,
            value: value,
            superseded: draft.fields[field]?.toSupersede ?? []
        )
    }

    func edited(_ draft: Draft, _ edits: [TextEdit]) -> Operation {
        .writeText(
            TextChange(
                story: draft.story,
                draft: draft.id,
                parents: view.textParents(of: draft),
                edits: edits
            )
        )
    }

    func saved(_ draft: Draft, _ note: String?) -> Operation {
        .saveDraft(
            DraftSaving(
                story: draft.story,
                draft: draft.id,
                hash: view.hash(of: draft.id),
                note: note
            )
        )
    }

    /// Settles every open overlap at once.
    func settled(_ draft: Draft, _ intent: Intent) throws(Refusal) -> Operation {
        let edits = Set(view.overlaps(in: draft.id).flatMap(\.edits))
        guard !edits.isEmpty else { throw refusal(intent, .empty) }
        return .settleDraft(
            DraftSettlement(story: draft.story, draft: draft.id, edits: edits.sorted())
        )
    }

    /// Submits the revision that has the present content, or saves one with it.
    func submitted(_ draft: Draft, _ note: String?) -> [Operation] {
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
    private func present(_ draft: Draft, _ intent: Intent) throws(Refusal) -> Revision {
        guard let revision = view.revision(of: draft, at: view.hash(of: draft.id)) else {
            throw refusal(intent, draft.submissions.isEmpty ? .unsubmitted : .missing)
        }
        return revision
    }

    func cleared(
        _ draft: Draft,
        _ gate: Gate,
        _ note: String?,
        _ intent: Intent
    ) throws -> Operation {
        let revision = try present(draft, intent)
        let me = view.owner(of: author.device)?.id
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

    func objection(
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

    func released(_ draft: Draft, _ when: ReleaseTime, _ intent: Intent) throws -> Operation {
        guard let slug = view.stories[draft.story]?.slug.shown else {
            throw refusal(intent, .slug)
        }
        let blockers = view.blockers(of: draft, at: view.hash(of: draft.id))
        guard blockers.isEmpty else {
            throw Refusal(
                verb: intent.verb,
                subject: view.subject(of: intent),
                blockers: blockers
            )
        }
        let revision = try present(draft, intent)
        let relied = draft.clearances.filter { id, clearance in
            view.requirements(of: draft)[clearance.act.gate] != nil
                && clearance.act.hash == revision.hash
        }
        return try sealed { seal in
            .askRelease(
                ReleaseRequest(
                    story: draft.story,
                    draft: draft.id,
                    revision: revision.id,
                    hash: revision.hash,
                    slug: slug,
                    replaces: view.stories[draft.story]?.live?.issue.hash,
                    clearances: relied.keys.sorted(),
                    when: when,
                    superseded: draft.releases.keys.sorted(),
                    seal: seal
                )
            )
        }
    }
}
