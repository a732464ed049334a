import Newsroom
import Testing

struct `What needs a person in public` {
    private func time(_ hours: Int64, in budget: Budget) -> ReleaseTime {
        .at(Moment(milliseconds: budget.world.now.milliseconds + hours * 3_600_000))
    }

    @Test func `K05 two releases stand, until one is cancelled`() throws {
        let budget = try Budget()
        let other = try budget.anotherOriginal()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        } _: {
            try budget["dee"].commit(.release(other, when: .now))
        }
        try budget.expectItem(.releases, between: ["cy", "dee"]) {
            try budget["eve"].commit(.cancelRelease(other, reason: "the first is better"))
        }
    }

    @Test func `K05 a release was behind, until its draft is given up`() throws {
        let budget = try Budget().published()
        let one = try budget.follow(.correction, by: "bo", replacing: "stone", with: "rock")
        let other = try budget.follow(.update, by: "ana", replacing: "birds", with: "crows")
        try budget.race {
            try budget["cy"].commit(.release(one, when: .now))
        } _: {
            try budget["dee"].commit(.release(other, when: .now))
        }
        budget.world.publish()
        try budget.expectItem(.releases, between: ["dee", "press"]) {
            try budget["ana"].commit(.spike(other, reason: "overtaken"))
        }
    }

    @Test func `K06 two schedules, until one replaces both`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: time(1, in: budget)))
        } _: {
            try budget["dee"].commit(.release(budget.draft, when: time(2, in: budget)))
        }
        try budget.expectItem(.schedules, between: ["cy", "dee"]) {
            try budget["dee"].commit(.release(budget.draft, when: time(2, in: budget)))
        }
    }

    @Test func `K07 too late, until the hold is lifted`() throws {
        let budget = try Budget().published()
        let hold = try budget["bo"].commit(
            .restrict(budget.story, .hold, isLegal: false, reason: "source withdrew")
        )
        try budget.expectItem(.tooLate, between: ["bo", "press"]) {
            try budget["bo"].commit(.lift(budget.story, [OperationID(hold, 0)], reason: "over"))
        }
    }

    @Test func `K07 too late, until it is withheld`() throws {
        let budget = try Budget().published()
        try budget["leo"].commit(
            .restrict(budget.story, .hold, isLegal: true, reason: "a letter came")
        )
        try budget.expectItem(.tooLate, between: ["leo", "press"]) {
            let ask = try budget["cy"].commit(
                .change(.withhold, budget.story, note: "We are looking into it.")
            )
            budget.world.publish()
            return ask
        }
        #expect(budget.publicStatus == .withheld)
    }

    @Test func `K08 objection, until it is retracted`() throws {
        let budget = try Budget().published()
        let objection = try budget["bo"].commit(
            .requestChanges(budget.draft, .desk, note: "This is wrong.")
        )
        try budget.expectItem(.objection, between: ["bo", "press"]) {
            try budget["bo"].commit(
                .retract(budget.story, OperationID(objection, 0), reason: "It is right.")
            )
        }
    }

    @Test func `K09 doubt, until the gate is cleared again`() throws {
        let budget = try Budget().published()
        let clearance = try #require(try budget.main().clearances.keys.first)
        try budget["eve"].commit(.retract(budget.story, clearance, reason: "I misread it."))
        try budget.expectItem(.doubt, between: ["eve", "press"]) {
            try budget["bo"].commit(.clear(budget.draft, .desk, note: nil))
        }
    }

    @Test func `K13 unread, until another reads it back`() throws {
        let budget = try Budget(subs: true)
        try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
        budget.world.publish()
        try budget.expectItem(.unread, between: ["cy", "press"]) {
            try budget["bo"].commit(.readBack(budget.draft, .stands, note: nil))
        }
    }
}
