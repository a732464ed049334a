import Newsroom
import Testing

struct `What needs a person in writing` {
    @Test func `is nothing where all is well`() throws {
        #expect(try Budget().published().items == [])
    }

    @Test func `K01 values, until somebody sets one who saw both`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.setField(budget.draft, .headline, "X"))
        } _: {
            try budget["bo"].commit(.setField(budget.draft, .headline, "Y"))
        }
        let item = try #require(budget["ana"].newsroom.items().first)
        #expect(Set(item.sides) == ["X", "Y"])
        try budget.expectItem(.values, between: ["wes", "bo"]) {
            try budget["bo"].commit(.setField(budget.draft, .headline, "Y"))
        }
    }

    @Test func `K02 overlap, until somebody settles it`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].replace("One", with: "A", in: budget.draft)
        } _: {
            try budget["bo"].replace("fell", with: "dropped", in: budget.draft)
        }
        let sides = try #require(budget["ana"].newsroom.items().first?.sides)
        #expect(sides.first == "A stone dropped.")
        #expect(Set(sides.dropFirst(2)) == ["A stone fell.", "One stone dropped."])
        try budget.expectItem(.overlap, between: ["wes", "bo"]) {
            try budget["bo"].commit(.settle(budget.draft))
        }
    }

    @Test func `K02 overlap, until somebody edits the sentence having both`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].replace("One", with: "A", in: budget.draft)
        } _: {
            try budget["bo"].replace("fell", with: "dropped", in: budget.draft)
        }
        try budget.expectItem(.overlap, between: ["wes", "bo"]) {
            try budget["eve"].replace("stone", with: "pebble", in: budget.draft)
        }
    }

    @Test func `K03 claims, until one claims it who saw both`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.claim(budget.story))
        } _: {
            try budget["bo"].commit(.claim(budget.story))
        }
        try budget.expectItem(.claims, between: ["wes", "bo"]) {
            try budget["bo"].commit(.claim(budget.story))
        }
    }

    @Test func `K04 slug, until one story is renamed`() throws {
        let budget = try Budget()
        let slug = try #require(Slug("budget"))
        let other = try budget["una"].commit(.share(slug: slug, fields: [:], body: "Other.\n"))
        try budget.expectItem(.slug, between: ["wes", "una"]) {
            let cuts = try #require(Slug("cuts"))
            return try budget["una"].commit(.setSlug(StoryID(madeBy: other), cuts))
        }
    }

    @Test func `K10 left over, until another draft takes it`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        }
        budget.world.publish()
        let update = DraftID(madeBy: try budget["bo"].commit(.open(.update, budget.story)))
        try budget.expectItem(.leftOver, between: ["wes", "press"]) {
            try budget["bo"].commit(.merge(from: budget.draft, into: update))
        }
        #expect(budget.view.text(of: update).hasPrefix("One rock"))
        let words = budget.view.attribution(of: update).filter { $0.text == "rock" }
        #expect(words.map(\.author) == [budget.world.member("wes")])
    }

    @Test func `K10 left over, a field that came after the release`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        } _: {
            try budget["wes"].commit(.setField(budget.draft, .byline, "Wes"))
        }
        budget.world.publish()
        #expect(budget.items == [.leftOver])
        let update = DraftID(madeBy: try budget["bo"].commit(.open(.update, budget.story)))
        try budget["bo"].commit(.merge(from: budget.draft, into: update))
        budget.world.agree()
        #expect(budget.items == [])
        #expect(
            budget.view.value(of: .byline, in: try #require(budget.view.drafts[update])) == "Wes"
        )
    }

    @Test func `K11 behind, until what is live is merged`() throws {
        let budget = try Budget().published()
        let fix = try budget.follow(.correction, by: "ana", replacing: "birds", with: "crows")
        let rewrite = try budget.follow(.update, by: "bo", replacing: "stone", with: "rock")
        try budget["cy"].commit(.release(fix, when: .now))
        budget.world.publish()
        #expect(budget.items == [.behind])
        try budget.expectItem(.behind, between: ["bo", "press"]) {
            try budget["bo"].commit(.mergeLive(into: rewrite))
        }
        #expect(budget.view.text(of: rewrite).hasPrefix("One rock fell. Two crows"))
        let words = budget.view.attribution(of: rewrite).filter { $0.text == "crows" }
        #expect(words.map(\.author) == [budget.world.member("ana")])
    }

    @Test func `K12 two drafts, until one is spiked`() throws {
        let budget = try Budget().published()
        try budget["bo"].commit(.open(.update, budget.story))
        let other = DraftID(madeBy: try budget["eve"].commit(.open(.update, budget.story)))
        try budget.expectItem(.twoDrafts, between: ["bo", "eve"]) {
            try budget["eve"].commit(.spike(other, reason: "one is enough"))
        }
    }

    @Test func `K15 after a spike, until the unspike`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        }
        try budget.expectItem(.afterSpike, between: ["bo", "wes"]) {
            try budget["bo"].commit(.unspike(budget.draft))
        }
    }
}
