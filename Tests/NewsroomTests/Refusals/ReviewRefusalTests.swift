import Newsroom
import Testing

/// What may not be cleared, waived, lifted or taken back, and why.
struct `Reviewing is refused` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    /// A clearance of the newest revision.
    private func clearance(answering answers: [OperationID] = []) throws -> Operation {
        let saved = try budget.revision()
        return .clear(
            GateClearance(
                story: budget.story,
                draft: budget.draft,
                gate: .desk,
                revision: saved.id,
                hash: saved.hash,
                answers: answers,
                seal: Machine.blank
            )
        )
    }

    @Test func `unsubmitted: nobody handed it in`() throws {
        try budget["wes"].commit(.recall(budget.draft, reason: "not yet"))
        budget.world.meet()
        budget.expect(.refused(.unsubmitted), by: "bo", [try clearance()])
    }

    @Test func `contributor: nobody clears his own words`() throws {
        try budget["bo"].replace("stone", with: "rock", in: budget.draft)
        try budget["bo"].commit(.submit(budget.draft, note: nil))
        budget.world.meet()
        budget.expect(.refused(.contributor), by: "bo", [try clearance()])
        budget.expect(.inForce, by: "eve", [try clearance()])
    }

    @Test func `contributor: nobody waives a gate for his own words`() throws {
        try budget["bo"].replace("stone", with: "rock", in: budget.draft)
        let required = try budget["wes"].commit(
            .requireGate(budget.story, .facts, reason: "figures")
        )
        budget.world.meet()
        let waiver = GateWaiver(
            story: budget.story,
            draft: budget.draft,
            gate: .facts,
            requirements: [OperationID(required, 0)],
            reason: "I know."
        )
        budget.expect(.refused(.contributor), by: "bo", [.waiveGate(waiver)])
        budget.expect(.inForce, by: "eve", [.waiveGate(waiver)])
    }

    @Test func `contributor: nobody overrules an objection to his own words`() throws {
        try budget["cy"].replace("stone", with: "rock", in: budget.draft)
        budget.world.meet()
        try budget["wes"].commit(.submit(budget.draft, note: nil))
        budget.world.meet()
        let objection = try budget["bo"].commit(
            .requestChanges(budget.draft, .desk, note: "Which rock?")
        )
        budget.world.meet()
        let overruling = Operation.overrule(
            ObjectionOverruling(
                story: budget.story,
                objection: OperationID(objection, 0),
                reason: "I know."
            )
        )
        budget.expect(.refused(.contributor), by: "cy", [overruling])
        budget.expect(.inForce, by: "dee", [overruling])
    }

    @Test func `same: another's objection to this very text is not answered by a clearance`() throws
    {
        let objection = try budget["bo"].commit(
            .requestChanges(budget.draft, .desk, note: "Which stone?")
        )
        budget.world.meet()
        let answer = try clearance(answering: [OperationID(objection, 0)])
        budget.expect(.refused(.same), by: "eve", [answer])
        budget.expect(.inForce, by: "bo", [answer])
    }

    @Test func `missing: an objection at another gate`() throws {
        let objection = try budget["bo"].commit(
            .requestChanges(budget.draft, .facts, note: "Which stone?")
        )
        budget.world.meet()
        let answer = try clearance(answering: [OperationID(objection, 0)])
        budget.expect(.refused(.missing), by: "bo", [answer])
    }

    @Test func `waive: desk is always needed`() throws {
        let policy = try budget["ana"].commit(
            .setGates(.original, [GateNeed(gate: .desk, count: 1)])
        )
        budget.world.meet()
        let waiver = GateWaiver(
            story: budget.story,
            draft: budget.draft,
            gate: .desk,
            requirements: [OperationID(policy, 0)],
            reason: "late"
        )
        budget.expect(.refused(.waive), by: "bo", [.waiveGate(waiver)])
    }

    @Test func `theirs: nobody takes back another's verdict`() throws {
        let clearance = try #require(try budget.main().clearances.keys.first)
        let retraction = VerdictRetraction(
            story: budget.story,
            verdict: clearance,
            reason: "misread"
        )
        budget.expect(.refused(.theirs), by: "bo", [.retract(retraction)])
        budget.expect(.inForce, by: "eve", [.retract(retraction)])
    }

    @Test func `lift: a legal hold is lifted by the law, another by a publisher or who set it`()
        throws
    {
        let (plain, legal) = (try budget.held(), try budget.held(isLegal: true))
        func lift(_ restriction: OperationID) -> Operation {
            .lift(
                RestrictionLift(story: budget.story, restrictions: [restriction], reason: "over")
            )
        }
        budget.expect(.refused(.lift), by: "cy", [lift(legal)])
        budget.expect(.refused(.lift), by: "eve", [lift(plain)])
        budget.expect(.inForce, by: "bo", [lift(plain)])
        budget.expect(.inForce, by: "leo", [lift(legal)])
    }

    @Test func `readback: not by who released it, nor by who wrote it, nor of another text`() throws
    {
        let budget = try Budget(subs: true)
        try budget["bo"].replace("stone", with: "rock", in: budget.draft)
        try budget["bo"].commit(.save(budget.draft, note: nil))
        budget.world.meet()
        try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
        budget.world.publish()
        guard
            case .readRelease(let reading)? = try budget.operations(
                .readBack(budget.draft, .stands, note: nil),
                by: "eve"
            ).first
        else { throw TestFailure() }
        budget.expect(.refused(.readback), by: "cy", [.readRelease(reading)])
        budget.expect(.refused(.contributor), by: "bo", [.readRelease(reading)])
        var other = reading
        other.hash = budget.otherHash
        budget.expect(.refused(.hash), by: "eve", [.readRelease(other)])
        budget.expect(.inForce, by: "eve", [.readRelease(reading)])
    }
}
