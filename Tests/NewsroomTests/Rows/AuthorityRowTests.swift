import Newsroom
import Testing

struct `Rights at the same time` {
    @Test func `C57 revoke W with cut 5, with cut 3`() throws {
        let budget = try Budget()
        let first = try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        budget["ana"].sync()
        let second = try budget["wes"].replace("birds", with: "crows", in: budget.draft)
        budget["max"].sync()
        try budget.race {
            try budget["max"].commit(.revoke(budget.world.member("wes"), .writer, reason: "left"))
        } _: {
            try budget["ana"].commit(.revoke(budget.world.member("wes"), .writer, reason: "left"))
        }
        #expect(budget.items == [.aside])
        #expect(budget.status(of: first) == .inForce)
        #expect(budget.status(of: second) == .setAside(.right))
    }

    @Test func `C58 revoke write from W, grant write to W`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["ana"].commit(.revoke(budget.world.member("wes"), .writer, reason: "left"))
        } _: {
            try budget["max"].commit(.grant(budget.world.member("wes"), .writer))
        }
        #expect(budget.items == [])
        #expect(budget.view.members[budget.world.member("wes")]?.capabilities == [])
        try budget["max"].commit(.grant(budget.world.member("wes"), .writer))
        budget.world.meet()
        #expect(budget.view.members[budget.world.member("wes")]?.capabilities == .writer)
    }

    @Test func `C59 admins X and Y freeze each other`() throws {
        let budget = try Budget()
        let (ana, max) = (budget.world.member("ana"), budget.world.member("max"))
        try budget.race {
            try budget["ana"].commit(.freeze(max, reason: "stolen laptop"))
        } _: {
            try budget["max"].commit(.freeze(ana, reason: "stolen laptop"))
        }
        #expect(budget.items == [.frozen])
        for member in [ana, max] {
            let held = try #require(budget.view.members[member]?.capabilities)
            #expect(held == .everything.subtracting(.admin))
        }
        #expect(throws: Refusal.self) { try budget["ana"].commit(.admit(name: "Eva")) }
        try budget.world.root.commit(.grant(ana, .admin))
        budget.world.meet()
        try budget["ana"].commit(.admit(name: "Eva"))
    }

    @Test func `C60 grant by admin X, root revokes X with a cut before`() throws {
        let budget = try Budget()
        var grant = EntryID(.zero)
        var text = EntryID(.zero)
        try budget.race {
            grant = try budget["max"].commit(.grant(budget.world.member("una"), [.edit]))
            budget["una"].hear(of: "max")
            text = try budget["una"].replace("stone", with: "rock", in: budget.draft)
        } _: {
            try budget.world.root.commit(.remove(budget.world.member("max"), reason: "rogue"))
        }
        #expect(budget.items == [.aside])
        #expect(budget.status(of: grant) == .setAside(.device))
        #expect(budget.status(of: text) == .setAside(.right))
        #expect(budget.text.hasPrefix("One stone"))
    }

    @Test func `C61 W's laptop revokes W's phone, the reverse`() throws {
        let budget = try Budget()
        let phone = try Machine("phone")
        phone.world = budget.world
        try budget["ana"].commit(
            .addDevice(
                budget.world.member("wes"),
                key: phone.device,
                label: "phone",
                consent: try phone.consent(to: budget.world.member("wes"))
            )
        )
        budget.world.meet()
        phone.sync()
        try budget.race {
            try budget["wes"].commit(.revokeDevice(phone.device, reason: "lost"))
        } _: {
            try phone.commit(.revokeDevice(budget["wes"].device, reason: "lost"))
        }
        #expect(budget.items == [])
        #expect(budget.view.owner(of: phone.device) == nil)
        #expect(budget.view.owner(of: budget["wes"].device) == nil)
        #expect(try budget.main().submissions.count == 1)
    }

    /// A release waits; Ana and Max each appoint a press of their own, and the old one answers
    /// before it hears of that, where it `answers`.
    private func twoPresses(oldAnswers: Bool) throws -> Budget {
        let budget = try Budget()
        let (dee, cy) = (budget["dee"], budget["cy"])
        try budget["cy"].commit(.release(budget.draft, when: .now))
        budget.world.meet()
        if oldAnswers { budget["press"].answerAll() }
        try budget.race {
            try budget["ana"].commit(.appointPress(dee.device, dee.log))
        } _: {
            try budget["max"].commit(.appointPress(cy.device, cy.log))
        }
        #expect(budget.items == [.press])
        return budget
    }

    @Test func `C62 appoint press P, appoint press Q`() throws {
        let budget = try twoPresses(oldAnswers: false)
        #expect(budget.view.press == nil)
        let next = try #require(budget.view.nextRequest(at: budget.world.now))
        let answer = budget.view.answer(to: next, at: budget.world.now)
        for name in ["press", "dee", "cy"] {
            budget.expect(.refused(.press), by: name, [answer])
        }
        budget.world.agree()
        #expect(budget.publicStatus == .none)
        try budget["ana"].commit(.appointPress(budget["dee"].device, budget["dee"].log))
        budget.world.meet()
        budget["dee"].answerAll()
        budget.world.agree()
        #expect(budget.publicStatus == .live(version: 1))
        #expect(budget.items == [])
    }

    @Test func `C63 receipt by the old press, appoint ending before it`() throws {
        let budget = try twoPresses(oldAnswers: true)
        let release = try #require(try budget.main().releases.keys.first)
        #expect(budget.publicStatus == .none)
        #expect(budget.view.isWaiting(release))
        try budget["ana"].commit(.appointPress(budget["dee"].device, budget["dee"].log))
        budget.world.meet()
        budget["dee"].answerAll()
        budget.world.agree()
        #expect(budget.publicStatus == .live(version: 1))
        #expect(!budget.view.isWaiting(release))
    }
}
