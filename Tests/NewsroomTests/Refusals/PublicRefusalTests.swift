import Newsroom
import Testing

/// What may not be done to what is public, and what the press answers.
struct `What is public is not changed` {
    private let budget: Budget

    init() throws { budget = try Budget().published() }

    private func request(
        _ action: PublicAction,
        replacing hash: ContentHash? = nil
    ) throws -> Operation {
        let live = try #require(budget.view.stories[budget.story]?.live?.issue.hash)
        return .askPublic(
            PublicRequest(
                story: budget.story,
                action: action,
                replaces: hash ?? live,
                note: "We are looking into it.",
                seal: Machine.blank
            )
        )
    }

    private func change(_ action: PublicAction, by name: String) throws -> OperationID {
        let entry = try budget[name].commit(
            .change(action, budget.story, note: "We are looking into it.")
        )
        budget.world.publish()
        return OperationID(entry, 0)
    }

    @Test func `state: what is live is not restored, what is withdrawn is not withheld`() throws {
        budget.expect(.refused(.state), by: "cy", [try request(.restore)])
        _ = try change(.withdraw, by: "cy")
        budget.expect(.refused(.state), by: "cy", [try request(.withhold), try request(.restore)])
        #expect(throws: Refusal(verb: "withhold", subject: "budget", code: .state)) {
            try budget["cy"].commit(.change(.withhold, budget.story, note: "wait"))
        }
    }

    @Test func `removed: nothing follows`() throws {
        let removal = try change(.remove, by: "cy")
        #expect(budget.publicStatus == .live(version: 1))
        try budget["dee"].commit(.second(budget.story, removal))
        budget.world.publish()
        #expect(budget.publicStatus == .removed)
        budget.expect(.refused(.removed), by: "cy", [try request(.withhold)])
    }

    @Test func `behind: it was asked of another text`() throws {
        let other = try request(.withhold, replacing: budget.otherHash)
        budget.expect(.refused(.behind), by: "cy", [other])
    }

    @Test func `hold: what is held is not restored`() throws {
        _ = try change(.withhold, by: "cy")
        _ = try budget.held()
        budget.expect(.refused(.hold), by: "dee", [try request(.restore)])
    }

    @Test func `hold: the press sees the hold that came after the request`() throws {
        _ = try change(.withhold, by: "cy")
        try budget["dee"].commit(.change(.restore, budget.story, note: ""))
        try budget["bo"].commit(.restrict(budget.story, .hold, isLegal: false, reason: "wait"))
        budget.world.publish()
        #expect(budget.refusals == [[.hold]])
    }

    @Test func `second: who asked to withhold does not restore alone`() throws {
        _ = try change(.withhold, by: "cy")
        let restore = try change(.restore, by: "cy")
        #expect(budget.publicStatus == .withheld)
        let second = PublicSecond(story: budget.story, request: restore, seal: Machine.blank)
        budget.expect(.refused(.second), by: "cy", [.secondRequest(second)])
        try budget["dee"].commit(.second(budget.story, restore))
        budget.world.publish()
        #expect(budget.publicStatus == .live(version: 1))
    }

    @Test func `missing: a withhold takes no second`() throws {
        let ask = OperationID(budget["cy"].write([try request(.withhold)]), 0)
        budget.world.meet()
        let second = PublicSecond(story: budget.story, request: ask, seal: Machine.blank)
        budget.expect(.refused(.missing), by: "dee", [.secondRequest(second)])
    }

    @Test func `state, second: a correction is dropped by two, once`() throws {
        let fix = try budget.follow(.correction, replacing: "stone", with: "rock")
        try budget["cy"].commit(.release(fix, when: .now))
        budget.world.publish()
        let line = try #require(budget.view.corrections(of: budget.story).first)
        let drop = Intent.dropCorrection(
            budget.story,
            line.receipt.operation,
            reason: "It was right before."
        )
        let both = [
            OperationID(try budget["cy"].commit(drop), 0),
            OperationID(try budget["ana"].commit(drop), 0),
        ]
        budget.world.publish()
        #expect(budget.view.corrections(of: budget.story).count == 1)
        for ask in both { try budget["dee"].commit(.second(budget.story, ask)) }
        budget.world.publish()
        #expect(budget.view.corrections(of: budget.story).isEmpty)
        #expect(budget.refusals == [[.state]])
        let again = CorrectionDrop(
            story: budget.story,
            receipt: line.receipt.operation,
            reason: "again",
            seal: Machine.blank
        )
        budget.expect(.refused(.state), by: "cy", [.dropCorrection(again)])
    }

    @Test func `cancelled, superseded: the press tells who asked again, and who took it back`()
        throws
    {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        } _: {
            try budget["bo"].commit(.cancelRelease(budget.draft, reason: "wait"))
        }
        budget.world.publish()
        #expect(budget.refusals == [[.cancelled]])
        let later = Moment(milliseconds: budget.world.now.milliseconds + 1_000)
        try budget["cy"].commit(.release(budget.draft, when: .at(later)))
        budget.world.meet()
        try budget["dee"].commit(.release(budget.draft, when: .now))
        budget.world.publish()
        budget.world.now = later
        budget.world.publish()
        #expect(Set(budget.refusals) == [[.cancelled], [.superseded]])
    }

    @Test func `state: of two who withdraw at once, the press grants one`() throws {
        try budget.race {
            try budget["cy"].commit(.change(.withdraw, budget.story, note: "It was not so."))
        } _: {
            try budget["dee"].commit(.change(.withdraw, budget.story, note: "It was wrong."))
        }
        budget.world.publish()
        #expect(budget.publicStatus == .withdrawn)
        #expect(budget.refusals == [[.state]])
    }

    @Test func `erase: what holds more than words is not erased, and nothing else than was asked`()
        throws
    {
        let (secret, other) = (
            try budget["una"].commit(.remark(budget.story, "a name")),
            try budget["una"].commit(.remark(budget.story, "another"))
        )
        let mixed = budget["bo"].write([
            .remark(StoryRemark(story: budget.story, text: "why")),
            .requireGate(GateRequirement(story: budget.story, gate: .legal, reason: "a man")),
        ])
        budget.world.meet()
        func ask(_ entries: [EntryID]) -> Operation {
            .askErasure(ErasureRequest(story: budget.story, entries: entries, reason: "court"))
        }
        budget.expect(
            .refused(.erase),
            by: "cy",
            [ask([mixed]), ask([budget.nothing.entry])]
        )
        let asked = OperationID(budget["cy"].write([ask([secret])]), 0)
        budget.world.meet()
        func order(_ entry: EntryID) -> Operation {
            .orderErasure(
                ErasureOrder(
                    story: budget.story,
                    request: asked,
                    skeletons: [ErasedEntry(entry: entry, payload: .zero, skeleton: [0, 0])]
                )
            )
        }
        budget.expect(.refused(.erase), by: "ana", [order(other)])
        let own = OperationID(budget["ana"].write([ask([other])]), 0)
        let hisOwn = ErasureOrder(
            story: budget.story,
            request: own,
            skeletons: [ErasedEntry(entry: other, payload: .zero, skeleton: [0, 0])]
        )
        budget.expect(.refused(.second), by: "ana", [.orderErasure(hisOwn)])
        budget.expect(.inForce, by: "ana", [order(secret)])
        budget.expect(.setAside(.right), by: "bo", [ask([other])])
    }
}
