extension View {
    /// What is public of a story and should be looked at: K07, K08 and K09.
    func publicItems(of story: Story) -> [Item] {
        guard case .live = publicStatus(of: story.id),
            let event = story.events.last(where: {
                $0.issue != nil
            }), let issue = event.issue, let draft = drafts[issue.draft]
        else { return [] }
        let late = tooLate(story, event, draft)
        let objections = standingObjections(on: draft).filter {
            $0.value.act.hash == issue.hash && !isBefore($0.key, event.operation)
        }.keys
        var found: [Item] = []
        if !late.isEmpty {
            let both = [event.operation] + late
            found.append(Item(.tooLate, story: story.id, draft: draft.id, both))
        }
        if !objections.isEmpty {
            let both = [event.operation] + objections
            found.append(Item(.objection, story: story.id, draft: draft.id, both))
        }
        if let doubt = doubt(about: event, issue, draft) { found.append(doubt) }
        return found
    }

    /// Holds on a live story; restrictions, unmet requirements and spikes that the receipt had not seen.
    private func tooLate(_ story: Story, _ event: PublicEvent, _ draft: Draft) -> [OperationID] {
        let restrictions = story.standingRestrictions.filter {
            $0.act.kind == .hold || isUnseen($0.operation, by: event)
        }.map(\.operation)
        let hash = event.issue?.hash ?? ContentHash(.zero)
        let requirements = requirements(of: draft).filter { requirement in
            guard requirement.isByPerson, let operation = requirement.operation else {
                return false
            }
            return isUnseen(operation, by: event)
                && state(of: requirement.gate, on: draft, at: hash) != .cleared
        }.compactMap(\.operation)
        let spikes = draft.standingSpikes.map(\.operation).filter { isUnseen($0, by: event) }
        return restrictions + requirements + spikes
    }

    /// Neither before the receipt nor after it.
    private func isUnseen(_ operation: OperationID, by event: PublicEvent) -> Bool {
        !isBefore(operation, event.operation)
    }

    /// What a receipt relied on and what has fallen since, unless it was cleared again (K09).
    private func doubt(about event: PublicEvent, _ issue: ReceiptIssue, _ draft: Draft) -> Item? {
        var codes = event.faults
        var fallen: [OperationID] = []
        guard let release = draft.releases[issue.request] else {
            return Item(
                .doubt,
                story: draft.story,
                draft: draft.id,
                [event.operation, issue.request],
                codes: codes + [.right]
            )
        }
        if !stands(release, of: draft) { codes.append(.cancelled) }
        for operation in release.act.clearances where !isCounting(operation, draft) {
            guard !isClearedAgain(operation, draft, issue.hash) else { continue }
            codes.append(.clearance)
            fallen.append(operation)
        }
        if release.emergency == nil, !hadSubmission(release, draft) { codes.append(.unsubmitted) }
        guard !codes.isEmpty else { return nil }
        return Item(
            .doubt,
            story: draft.story,
            draft: draft.id,
            [event.operation] + fallen,
            codes: codes
        )
    }

    private func isCounting(_ clearance: OperationID, _ draft: Draft) -> Bool {
        draft.clearances[clearance] != nil && !draft.retracted.contains(clearance)
    }

    /// Whether every gate of the policy has its clearances at this content all the same.
    private func isClearedAgain(
        _ clearance: OperationID,
        _ draft: Draft,
        _ hash: ContentHash
    ) -> Bool {
        if let gate = draft.clearances[clearance]?.act.gate {
            return state(of: gate, on: draft, at: hash) == .cleared
        }
        return Gate.allCases.allSatisfy { gate in
            let state = state(of: gate, on: draft, at: hash)
            return state == .cleared || state == .notNeeded
        }
    }

    private func hadSubmission(_ release: Release, _ draft: Draft) -> Bool {
        standingSubmissions(of: draft).contains {
            isBefore($0.rank.operation, release.rank.operation)
        }
    }
}
