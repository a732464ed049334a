import Newsroom
import Testing

struct `Reviewing at the same time` {
    @Test func `C15 claim by X, claim by Y`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.claim(budget.story))
        } _: {
            try budget["bo"].commit(.claim(budget.story))
        }
        #expect(budget.items == [.claims])
        let owner = try #require(budget.view.stories[budget.story]?.owner)
        #expect(Set(owner.values) == [budget.world.member("wes"), budget.world.member("bo")])
        try budget["wes"].commit(.setField(budget.draft, .byline, "Wes"))
        try budget["bo"].commit(.setField(budget.draft, .dateline, "Leeds"))
    }

    @Test func `C15 claim by X, hand over to Y`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.claim(budget.story))
        } _: {
            try budget["eve"].commit(.hand(budget.story, to: budget.world.member("bo"), note: nil))
        }
        #expect(budget.items == [.claims])
        let owner = try #require(budget.view.stories[budget.story]?.owner)
        #expect(Set(owner.values) == [budget.world.member("wes"), budget.world.member("bo")])
    }

    @Test func `C16 two stories created with slug budget`() throws {
        let budget = try Budget()
        let share = Intent.share(
            slug: try #require(Slug("floods")),
            fields: [.headline: "Floods", .section: "city", .language: "en"],
            body: "The river rose.\n"
        )
        var made: [String: EntryID] = [:]
        try budget.race {
            made["wes"] = try budget["wes"].commit(share)
        } _: {
            made["una"] = try budget["una"].commit(share)
        }
        #expect(budget.items == [.slug])
        for (name, entry) in made {
            try budget[name].commit(.submit(DraftID(madeBy: entry), note: nil))
            budget.world.meet()
            try budget["eve"].commit(.clear(DraftID(madeBy: entry), .desk, note: nil))
        }
        budget.world.meet()
        let (first, second) = (try #require(made["wes"]), try #require(made["una"]))
        try budget["cy"].commit(.release(DraftID(madeBy: first), when: .now))
        budget.world.publish()
        #expect(throws: Refusal(verb: "release", subject: "floods", code: .slug)) {
            try budget["cy"].commit(.release(DraftID(madeBy: second), when: .now))
        }
        let slug = try #require(Slug("high-water"))
        try budget["una"].commit(.setSlug(StoryID(madeBy: second), slug))
        budget.world.meet()
        #expect(budget.items == [])
        try budget["cy"].commit(.release(DraftID(madeBy: second), when: .now))
        budget.world.publish()
        #expect(budget.view.publicStatus(of: StoryID(madeBy: second)) == .live(version: 1))
    }

    @Test func `C17 set slug cuts, release as budget`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.setSlug(budget.story, try #require(Slug("cuts"))))
        } _: {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.refusals == [[.slug]])
    }

    @Test func `C17 the press answers the release first`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
            budget["press"].sync()
            budget["press"].answerAll()
        } _: {
            try budget["wes"].commit(.setSlug(budget.story, try #require(Slug("cuts"))))
        }
        #expect(budget.items == [])
        #expect(budget.view.stories[budget.story]?.live?.issue.slug.description == "budget")
    }

    @Test func `C18 clear legal at h, request changes legal at h`() throws {
        let budget = try Budget()
        try budget["wes"].commit(.requireGate(budget.story, .legal, reason: "names a man"))
        budget.world.meet()
        var objection = EntryID(.zero)
        try budget.race {
            try budget["leo"].commit(.clear(budget.draft, .legal, note: nil))
        } _: {
            objection = try budget["ana"].commit(
                .requestChanges(budget.draft, .legal, note: "Prove it.")
            )
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.legal) == .changesRequested)
        try budget["cy"].commit(
            .overrule(budget.story, OperationID(objection, 0), reason: "It is proved.")
        )
        budget.world.meet()
        #expect(try budget.gate(.legal) == .cleared)
    }

    @Test func `C19 clear subs by X, by Y, policy n = 2`() throws {
        let budget = try Budget(subs: true)
        let gates = [GateNeed(gate: .desk, count: 1), GateNeed(gate: .subs, count: 2)]
        try budget["ana"].commit(.setGates(.original, gates))
        budget.world.meet()
        try budget.race {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        } _: {
            try budget["eve"].commit(.clear(budget.draft, .subs, note: nil))
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.subs) == .cleared)
        let clearers = try budget.main().clearances.values.filter { $0.act.gate == .subs }
        #expect(Set(clearers.map(\.member)).count == 2)
    }

    @Test func `C20 clear subs, policy for subs from 1 to 2`() throws {
        let budget = try Budget(subs: true)
        try budget.race {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        } _: {
            let gates = [GateNeed(gate: .desk, count: 1), GateNeed(gate: .subs, count: 2)]
            try budget["ana"].commit(.setGates(.original, gates))
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.subs) == .required(have: 1, need: 2))
    }

    @Test func `C21 policy desk and subs, policy desk and legal twice`() throws {
        let budget = try Budget()
        try budget.race {
            let gates = [GateNeed(gate: .desk, count: 1), GateNeed(gate: .subs, count: 1)]
            try budget["ana"].commit(.setGates(.original, gates))
        } _: {
            let gates = [GateNeed(gate: .desk, count: 1), GateNeed(gate: .legal, count: 2)]
            try budget["max"].commit(.setGates(.original, gates))
        }
        #expect(budget.items == [.values])
        let draft = try budget.main()
        #expect(budget.view.need(of: .desk, on: draft) == 1)
        #expect(budget.view.need(of: .subs, on: draft) == 1)
        #expect(budget.view.need(of: .legal, on: draft) == 2)
    }

    @Test func `C22 release, require legal`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        } _: {
            try budget["bo"].commit(.requireGate(budget.story, .legal, reason: "names a man"))
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.refusals == [[.gate]])
        #expect(try budget.gate(.legal) == .required(have: 0, need: 1))
    }

    @Test func `C23 waive facts, require facts again`() throws {
        let budget = try Budget()
        try budget["wes"].commit(.requireGate(budget.story, .facts, reason: "figures"))
        budget.world.meet()
        try budget.race {
            try budget["bo"].commit(.waive(budget.draft, .facts, reason: "checked by phone"))
        } _: {
            try budget["una"].commit(.requireGate(budget.story, .facts, reason: "more figures"))
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.facts) == .required(have: 0, need: 1))
        #expect(budget.view.requirements(of: try budget.main()).count { $0.gate == .facts } == 1)
    }

    @Test func `C24 clear subs, revoke clear.subs with a cut before it`() throws {
        let budget = try Budget(subs: true)
        var clearance = EntryID(.zero)
        try budget.race {
            clearance = try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        } _: {
            let rights = Capabilities.clearing(.subs)
            try budget["ana"].commit(.revoke(budget.world.member("bo"), rights, reason: "left"))
        }
        #expect(budget.items == [.aside])
        #expect(budget.status(of: clearance) == .setAside(.right))
        #expect(try budget.gate(.subs) == .required(have: 0, need: 1))
    }

    @Test func `C25 submit a new revision, request changes`() throws {
        let budget = try Budget()
        try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        budget.world.meet()
        try budget["wes"].commit(.save(budget.draft, note: nil))
        budget.world.meet()
        try budget.race {
            try budget["wes"].commit(.submit(budget.draft, note: nil))
        } _: {
            try budget["bo"].commit(.requestChanges(budget.draft, .desk, note: "Which stone?"))
        }
        #expect(budget.items == [])
        #expect(try budget.status() == .changes)
        try budget["wes"].commit(.submit(budget.draft, note: "that one"))
        budget.world.meet()
        #expect(try budget.status() == .submitted)
    }

    @Test func `C26 recall, submit again`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.recall(budget.draft, reason: "not yet"))
        } _: {
            try budget["bo"].commit(.submit(budget.draft, note: nil))
        }
        #expect(budget.items == [])
        #expect(try budget.status() == .draft)
    }

    @Test func `C27 recall, clear subs at h`() throws {
        let budget = try Budget(subs: true)
        try budget.race {
            try budget["wes"].commit(.recall(budget.draft, reason: "not yet"))
        } _: {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.subs) == .cleared)
        #expect(try budget.status() == .draft)
    }

    private func retract(_ budget: Budget) throws {
        let clearance = try #require(try budget.main().clearances.keys.first)
        try budget["eve"].commit(.retract(budget.story, clearance, reason: "I misread it."))
    }

    @Test func `C28 retract desk's clearance, release`() throws {
        let budget = try Budget()
        try budget.race {
            try retract(budget)
        } _: {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.refusals == [[.gate]])
    }

    @Test func `C29 release, retract desk's clearance; the press had answered`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
            budget["press"].sync()
            budget["press"].answerAll()
        } _: {
            try retract(budget)
        }
        #expect(budget.items == [.doubt])
        #expect(budget.publicStatus == .live(version: 1))
    }
}
