// Restricting, releasing, and changing what is public.
extension IntentWriter {
    func releaseOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .restrict(let story, let kind, let isLegal, let reason):
            return [
                .restrict(
                    RestrictionSetting(story: story, kind: kind, isLegal: isLegal, reason: reason)
                )
            ]
        case .lift(let story, let restrictions, let reason):
            return [
                .lift(
                    RestrictionLift(
                        story: story,
                        restrictions: restrictions.sorted(),
                        reason: reason
                    )
                )
            ]
        case .release(let draft, let when):
            return [try released(found(draft, intent), when, intent)]
        case .releaseAlone(let draft, let reason):
            return [try releasedAlone(found(draft, intent), reason, intent)]
        case .cancelRelease(let draft, let reason):
            let story = try found(draft, intent).story
            return [
                .cancelRelease(ReleaseCancellation(story: story, draft: draft, reason: reason))
            ]
        case .readBack(let draft, let verdict, let note):
            return [try readBack(found(draft, intent), verdict, note, intent)]
        default: return try publicOperations(for: intent)
        }
    }

    private func publicOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .change(let action, let story, let note):
            guard let live = try found(story, intent).live?.issue.hash else {
                throw refusal(intent, .state)
            }
            return [
                try sealed { seal in
                    .askPublic(
                        PublicRequest(
                            story: story,
                            action: action,
                            replaces: live,
                            note: note,
                            seal: seal
                        )
                    )
                }
            ]
        case .dropCorrection(let story, let receipt, let reason):
            return [
                try sealed { seal in
                    .dropCorrection(
                        CorrectionDrop(story: story, receipt: receipt, reason: reason, seal: seal)
                    )
                }
            ]
        case .second(let story, let request):
            return [
                try sealed { seal in
                    .secondRequest(PublicSecond(story: story, request: request, seal: seal))
                }
            ]
        case .askErasure(let story, let entries, let reason):
            return [
                .askErasure(
                    ErasureRequest(story: story, entries: entries.sorted(), reason: reason)
                )
            ]
        case .orderErasure(let story, let request, let skeletons):
            return [
                .orderErasure(
                    ErasureOrder(story: story, request: request, skeletons: skeletons)
                )
            ]
        default: return nil
        }
    }

    private func released(_ draft: Draft, _ when: ReleaseTime, _ intent: Intent) throws -> Operation
    {
        let request = try request(draft, when, intent, isEmergency: false)
        return try sealed { seal in
            var sealed = request
            sealed.seal = seal
            return .askRelease(sealed)
        }
    }

    /// An emergency needs no submission; the revision is the newest with the present content.
    private func releasedAlone(
        _ draft: Draft,
        _ reason: String,
        _ intent: Intent
    ) throws -> Operation {
        let request = try request(draft, .now, intent, isEmergency: true)
        return try sealed { seal in
            .askEmergency(
                EmergencyRequest(
                    story: request.story,
                    draft: request.draft,
                    revision: request.revision,
                    hash: request.hash,
                    slug: request.slug,
                    replaces: request.replaces,
                    clearances: request.clearances,
                    superseded: request.superseded,
                    seal: seal,
                    reason: reason
                )
            )
        }
    }

    /// What a release asks for, with a seal of zeros.
    private func request(
        _ draft: Draft,
        _ when: ReleaseTime,
        _ intent: Intent,
        isEmergency: Bool
    ) throws(Refusal) -> ReleaseRequest {
        guard let story = view.stories[draft.story], let slug = story.slug.shown else {
            throw refusal(intent, .slug)
        }
        guard let blank = Seal([UInt8](repeating: 0, count: 64)) else {
            preconditionFailure("a seal has 64 bytes")
        }
        var asked = ReleaseCase()
        asked.isEmergency = isEmergency
        if case .at(let time) = when { asked.time = time }
        let blockers = view.blockers(of: draft, content: view.content(of: draft), in: asked)
        guard blockers.isEmpty else {
            throw Refusal(
                verb: intent.verb,
                subject: view.subject(of: intent),
                blockers: blockers.map { view.named($0, when, in: draft.story) }
            )
        }
        let revision = try present(draft, intent)
        return ReleaseRequest(
            story: draft.story,
            draft: draft.id,
            revision: revision.id,
            hash: revision.hash,
            slug: slug,
            replaces: story.live?.issue.hash,
            clearances: relied(on: draft, revision),
            when: when,
            superseded: waiting(draft),
            seal: blank
        )
    }

    /// The counting clearances of this content at gates that are required.
    private func relied(on draft: Draft, _ revision: Revision) -> [OperationID] {
        let needed = Set(view.requirements(of: draft).map(\.gate))
        return view.countingClearances(of: draft)
            .filter { needed.contains($0.act.gate) && $0.act.hash == revision.hash }
            .map(\.rank.operation)
            .sorted()
    }

    /// The releases of the draft that still wait, which the new one replaces.
    private func waiting(_ draft: Draft) -> [OperationID] {
        draft.releases.keys.filter {
            view.openRequests[$0] != nil && draft.supersededReleases[$0] == nil
        }.sorted()
    }

    /// Reads the emergency release of a draft back.
    private func readBack(
        _ draft: Draft,
        _ verdict: ReadingVerdict,
        _ note: String?,
        _ intent: Intent
    ) throws -> Operation {
        let issued = draft.releases.values.first { release in
            release.emergency != nil
                && view.receipt(of: draft)?.issue.request == release.rank.operation
        }
        guard let issued else { throw refusal(intent, .missing) }
        return try sealed { seal in
            .readRelease(
                ReleaseReading(
                    story: draft.story,
                    release: issued.rank.operation,
                    hash: issued.act.hash,
                    verdict: verdict,
                    note: note,
                    seal: seal
                )
            )
        }
    }
}
