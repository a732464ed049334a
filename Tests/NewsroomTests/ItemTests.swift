import Newsroom
import Testing

/// Each kind of thing that needs a person: detected, and closed by what settles it.
struct `An item` {
    private func kinds(_ budget: Budget) -> Set<ItemKind> {
        Set(budget["ana"].newsroom.items().map(\.kind))
    }

    /// The kind is there; after the settling act it is not.
    private func expect(
        _ kind: ItemKind,
        _ budget: Budget,
        until settled: () throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(kinds(budget).contains(kind), "\(kind.rawValue)", sourceLocation: sourceLocation)
        try settled()
        budget.world.meet()
        #expect(!kinds(budget).contains(kind), "\(kind.rawValue)", sourceLocation: sourceLocation)
    }

    @Test func `is not there where all is well`() throws {
        #expect(kinds(try Budget().published()).isEmpty)
    }

    @Test func `K01 values closes with one value`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.setField(budget.draft, .headline, "X"))
        } _: {
            try budget["bo"].commit(.setField(budget.draft, .headline, "Y"))
        }
        try expect(.values, budget) {
            try budget["bo"].commit(.setField(budget.draft, .headline, "Y"))
        }
    }

    @Test func `K02 overlap closes when somebody settles`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].replace("One", with: "A", in: budget.draft)
        } _: {
            try budget["bo"].replace("fell", with: "dropped", in: budget.draft)
        }
        try expect(.overlap, budget) { try budget["bo"].commit(.settle(budget.draft)) }
    }

    @Test func `K03 claims closes with one claim that saw both`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.claim(budget.story))
        } _: {
            try budget["bo"].commit(.claim(budget.story))
        }
        try expect(.claims, budget) { try budget["bo"].commit(.claim(budget.story)) }
    }

    @Test func `K04 slug closes when one story is renamed`() throws {
        let budget = try Budget()
        let slug = try #require(Slug("budget"))
        let other = try budget["una"].commit(.share(slug: slug, fields: [:], body: "Other.\n"))
        budget.world.meet()
        try expect(.slug, budget) {
            try budget["una"].commit(
                .setSlug(StoryID(madeBy: other), try #require(Slug("cuts")))
            )
        }
    }

    @Test func `K05, K06 two schedules of one draft close with one that saw both`() throws {
        let budget = try Budget()
        let now = budget.world.now.milliseconds
        try budget.race {
            try budget["cy"].commit(
                .release(budget.draft, when: .at(Moment(milliseconds: now + 1_000)))
            )
        } _: {
            try budget["dee"].commit(
                .release(budget.draft, when: .at(Moment(milliseconds: now + 2_000)))
            )
        }
        #expect(!kinds(budget).contains(.releases))
        try expect(.schedules, budget) {
            try budget["dee"].commit(
                .release(budget.draft, when: .at(Moment(milliseconds: now + 2_000)))
            )
        }
    }

    @Test func `K05 a release that was behind closes with the merge asked again`() throws {
        let budget = try Budget().published()
        let one = try budget.follow(.correction, by: "bo", replacing: "stone", with: "rock")
        let other = try budget.follow(.update, by: "ana", replacing: "birds", with: "crows")
        try budget.race {
            try budget["cy"].commit(.release(one, when: .now))
        } _: {
            try budget["dee"].commit(.release(other, when: .now))
        }
        budget.world.publish()
        #expect(kinds(budget).contains(.behind))
        try expect(.releases, budget) {
            try budget["ana"].commit(.spike(other, reason: "overtaken"))
        }
    }

    @Test func `K07 too late closes when the hold is lifted`() throws {
        let budget = try Budget().published()
        let hold = try budget["bo"].commit(
            .restrict(budget.story, .hold, isLegal: false, reason: "source withdrew")
        )
        budget.world.meet()
        try expect(.tooLate, budget) {
            try budget["bo"].commit(.lift(budget.story, [OperationID(hold, 0)], reason: "over"))
        }
    }

    @Test func `K08 objection closes when it is retracted`() throws {
        let budget = try Budget().published()
        let objection = try budget["bo"].commit(
            .requestChanges(budget.draft, .desk, note: "This is wrong.")
        )
        budget.world.meet()
        try expect(.objection, budget) {
            try budget["bo"].commit(
                .retract(budget.story, OperationID(objection, 0), reason: "It is right.")
            )
        }
    }

    @Test func `K09 doubt closes when the gate is cleared again`() throws {
        let budget = try Budget().published()
        let clearance = try #require(try budget.main().clearances.keys.first)
        try budget["eve"].commit(.retract(budget.story, clearance, reason: "I misread it."))
        budget.world.meet()
        try expect(.doubt, budget) {
            try budget["bo"].commit(.clear(budget.draft, .desk, note: nil))
        }
    }

    @Test func `K10 left over is text that came after the release`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        }
        budget.world.publish()
        #expect(kinds(budget).contains(.leftOver))
    }

    @Test func `K12 two drafts closes when one is spiked`() throws {
        let budget = try Budget().published()
        _ = try budget["bo"].commit(.open(.update, budget.story))
        let other = DraftID(madeBy: try budget["eve"].commit(.open(.update, budget.story)))
        budget.world.meet()
        try expect(.twoDrafts, budget) { try budget["eve"].commit(.spike(other, reason: "one")) }
    }

    @Test func `K13 unread closes when another reads it back`() throws {
        let budget = try Budget(subs: true)
        try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
        budget.world.publish()
        try expect(.unread, budget) {
            try budget["bo"].commit(.readBack(budget.draft, .stands, note: nil))
        }
    }

    @Test func `K14 aside closes when the text is adopted`() throws {
        let budget = try Budget()
        var text = EntryID(.zero)
        try budget.race {
            text = try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        } _: {
            try budget["ana"].commit(.revoke(budget.world.member("wes"), .writer, reason: "left"))
        }
        let seq = try #require(budget["wes"].last?.seq)
        try expect(.aside, budget) {
            try budget["bo"].commit(.adopt(budget["wes"].log, from: seq, to: text))
        }
    }

    @Test func `K15 after a spike closes with the unspike`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        }
        try expect(.afterSpike, budget) { try budget["bo"].commit(.unspike(budget.draft)) }
    }

    @Test func `K16 press closes with an appointment that names both`() throws {
        let budget = try Budget()
        let (dee, cy) = (budget["dee"], budget["cy"])
        try budget.race {
            try budget["ana"].commit(.appointPress(dee.device, dee.log))
        } _: {
            try budget["max"].commit(.appointPress(cy.device, cy.log))
        }
        try expect(.press, budget) { try budget["ana"].commit(.appointPress(dee.device, dee.log)) }
    }

    @Test func `K17 split log closes when the log is closed`() throws {
        let budget = try Budget()
        let split = try #require(budget["wes"].last)
        budget["wes"].write([.link], after: split)
        let other = budget["wes"].write([.link], after: split)
        budget.world.meet()
        try expect(.splitLog, budget) {
            try budget["ana"].commit(.closeLog(budget["wes"].log, heads: [other]))
        }
    }

    @Test func `K18 frozen closes when root grants again`() throws {
        let budget = try Budget()
        try budget["ana"].commit(.freeze(budget.world.member("max"), reason: "lost laptop"))
        budget.world.meet()
        try expect(.frozen, budget) {
            try budget.world.root.commit(.grant(budget.world.member("max"), .admin))
        }
    }
}
