import Newsroom
import Testing

struct `What needs a person in the newsroom` {
    @Test func `K01 two policies, until one names both`() throws {
        let budget = try Budget()
        let desk = GateNeed(gate: .desk, count: 1)
        try budget.race {
            try budget["ana"].commit(
                .setGates(.original, [desk, GateNeed(gate: .subs, count: 1)])
            )
        } _: {
            try budget["max"].commit(
                .setGates(.original, [desk, GateNeed(gate: .legal, count: 2)])
            )
        }
        try budget.expectItem(.values, between: ["ana", "max"]) {
            try budget["max"].commit(.setGates(.original, [desk]))
        }
    }

    @Test func `K14 aside, until the text is adopted`() throws {
        let budget = try Budget()
        var text = EntryID(.zero)
        try budget.race {
            text = try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        } _: {
            try budget["ana"].commit(.revoke(budget.world.member("wes"), .writer, reason: "left"))
        }
        let seq = try #require(budget["wes"].last?.seq)
        try budget.expectItem(.aside, between: ["wes"]) {
            try budget["bo"].commit(.adopt(budget["wes"].log, from: seq, to: text))
        }
    }

    @Test func `K16 press, until an appointment names both`() throws {
        let budget = try Budget()
        let (dee, cy) = (budget["dee"], budget["cy"])
        try budget.race {
            try budget["ana"].commit(.appointPress(dee.device, dee.log))
        } _: {
            try budget["max"].commit(.appointPress(cy.device, cy.log))
        }
        try budget.expectItem(.press, between: ["ana", "max"]) {
            try budget["ana"].commit(.appointPress(dee.device, dee.log))
        }
    }

    @Test func `K17 split log, until the log is closed`() throws {
        let budget = try Budget()
        let split = try #require(budget["wes"].last)
        budget["wes"].write([.link], after: split)
        let remark = StoryRemark(story: budget.story, text: "Hello.")
        let other = budget["wes"].write([.remark(remark)], after: split)
        budget.world.meet()
        try budget.expectItem(.splitLog, between: ["wes"]) {
            try budget["ana"].commit(.closeLog(budget["wes"].log, heads: [other]))
        }
    }

    @Test func `K18 frozen, until root grants again`() throws {
        let budget = try Budget()
        try budget["ana"].commit(.freeze(budget.world.member("max"), reason: "lost laptop"))
        budget.world.meet()
        #expect(budget["ana"].newsroom.items().first?.sides == ["Max"])
        try budget.expectItem(.frozen, between: ["ana"]) {
            budget.world.root.sync()
            return try budget.world.root.commit(.grant(budget.world.member("max"), .admin))
        }
    }
}
