import Newsroom

extension RandomOperations {
    mutating func reviews() -> [Operation] {
        [
            .requireGate(GateRequirement(story: id(), gate: choice(), reason: text())),
            .waiveGate(
                GateWaiver(
                    story: id(),
                    draft: id(),
                    gate: choice(),
                    requirements: operationIDs(),
                    reason: text()
                )
            ),
            .submitDraft(
                DraftSubmission(
                    story: id(),
                    draft: id(),
                    revision: id(),
                    hash: id(),
                    note: maybe { $0.text() }
                )
            ), .recallDraft(DraftRecall(story: id(), draft: id(), reason: text())),
            .clear(
                GateClearance(
                    story: id(),
                    draft: id(),
                    gate: choice(),
                    revision: id(),
                    hash: id(),
                    answers: operationIDs(),
                    note: maybe { $0.text() },
                    seal: seal()
                )
            ),
            .requestChanges(
                GateObjection(
                    story: id(),
                    draft: id(),
                    gate: choice(),
                    revision: id(),
                    hash: id(),
                    note: text()
                )
            ), .retract(VerdictRetraction(story: id(), verdict: operationID(), reason: text())),
            .overrule(
                ObjectionOverruling(story: id(), objection: operationID(), reason: text())
            ),
        ] + restrictions()
    }

    private mutating func restrictions() -> [Operation] {
        let kinds: [RestrictionKind] = [
            .embargo(until: maybe { $0.moment() }, zone: text()), .hold, .notForPublication,
        ]
        return kinds.map { kind in
            .restrict(
                RestrictionSetting(
                    story: id(),
                    kind: kind,
                    isLegal: below(2) == 0,
                    reason: text()
                )
            )
        } + [
            .lift(RestrictionLift(story: id(), restrictions: operationIDs(), reason: text()))
        ]
    }
}
