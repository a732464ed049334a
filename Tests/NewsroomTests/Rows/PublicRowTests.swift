import Newsroom
import Testing

struct `Changing what is public at the same time` {
    private func change(
        _ action: PublicAction,
        _ budget: Budget,
        by name: String
    ) throws -> EntryID {
        try budget[name].commit(.change(action, budget.story, note: "We are looking into it."))
    }

    @Test func `C43 release of correction a, of correction b, one base`() throws {
        let budget = try Budget().published()
        let one = try budget.follow(.correction, by: "bo", replacing: "stone", with: "rock")
        let other = try budget.follow(.correction, by: "ana", replacing: "birds", with: "crows")
        try budget.race {
            try budget["cy"].commit(.release(one, when: .now))
        } _: {
            try budget["dee"].commit(.release(other, when: .now))
        }
        budget.world.publish()
        #expect(budget.items == [.releases])
        #expect(budget.publicStatus == .live(version: 2))
        #expect(budget.refusals == [[.behind]])
        #expect(budget.view.corrections(of: budget.story).count == 1)
    }

    @Test func `C44 release of a correction, of an update, one base`() throws {
        let budget = try Budget().published()
        let correction = try budget.follow(.correction, by: "bo", replacing: "stone", with: "rock")
        let update = try budget.follow(.update, by: "ana", replacing: "birds", with: "crows")
        try budget.race {
            try budget["cy"].commit(.release(update, when: .now))
        } _: {
            try budget["dee"].commit(.release(correction, when: .now))
        }
        budget.world.publish()
        #expect(budget.items == [.releases])
        #expect(budget.view.stories[budget.story]?.live?.issue.draft == correction)
        #expect(budget.refusals == [[.behind]])
        try budget["ana"].commit(.mergeLive(into: update))
        try budget["ana"].commit(.submit(update, note: nil))
        budget.world.meet()
        try budget["eve"].commit(.clear(update, .desk, note: nil))
        budget.world.meet()
        try budget["cy"].commit(.release(update, when: .now))
        budget.world.publish()
        #expect(budget.publicStatus == .live(version: 3))
        #expect(budget.view.text(of: update).hasPrefix("One rock fell. Two crows"))
    }

    @Test func `C45 release of a correction, withdraw`() throws {
        #expect(try release(.correction, against: .withdraw) == .withdrawn)
    }

    @Test func `C46 release of an update, withhold`() throws {
        #expect(try release(.update, against: .withhold) == .withheld)
    }

    private func release(_ kind: DraftKind, against action: PublicAction) throws -> PublicStatus {
        let budget = try Budget().published()
        let draft = try budget.follow(kind, replacing: "stone", with: "rock")
        try budget.race {
            try budget["cy"].commit(.release(draft, when: .now))
        } _: {
            _ = try change(action, budget, by: "dee")
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.refusals == [[.withheld]])
        #expect(budget.view.status(of: try #require(budget.view.drafts[draft])) != .released)
        return budget.publicStatus
    }

    @Test func `C47 restore, a second withhold`() throws {
        let budget = try Budget().published()
        _ = try change(.withhold, budget, by: "cy")
        budget.world.publish()
        #expect(budget.publicStatus == .withheld)
        try budget.race {
            try budget["dee"].commit(.change(.restore, budget.story, note: ""))
        } _: {
            _ = try change(.withhold, budget, by: "ana")
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.publicStatus == .withheld)
        #expect(budget.refusals == [[.cancelled]])
    }

    @Test func `C48 remove, seconded, against release and withdraw`() throws {
        let budget = try Budget().published()
        let draft = try budget.follow(.update, replacing: "stone", with: "rock")
        let removal = try change(.remove, budget, by: "cy")
        budget.world.meet()
        #expect(throws: Refusal(verb: "second", subject: "budget", code: .second)) {
            try budget["cy"].commit(.second(budget.story, OperationID(removal, 0)))
        }
        try budget.race {
            try budget["dee"].commit(.second(budget.story, OperationID(removal, 0)))
        } _: {
            try budget["ana"].commit(.release(draft, when: .now))
            _ = try change(.withdraw, budget, by: "ana")
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.publicStatus == .removed)
        #expect(budget.refusals.count == 2)
        #expect(budget.refusals.allSatisfy { $0.contains(.removed) })
    }

    @Test func `C48 remove, seconded, against restore`() throws {
        let budget = try Budget().published()
        _ = try change(.withhold, budget, by: "cy")
        budget.world.publish()
        let removal = try change(.remove, budget, by: "cy")
        budget.world.meet()
        try budget.race {
            try budget["dee"].commit(.second(budget.story, OperationID(removal, 0)))
        } _: {
            try budget["ana"].commit(.change(.restore, budget.story, note: ""))
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.publicStatus == .removed)
        #expect(budget.refusals == [[.removed]])
    }

    @Test func `C52 spike, text`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        }
        #expect(budget.items == [.afterSpike])
        #expect(try budget.status() == .spiked)
        #expect(budget.text.hasPrefix("One rock"))
    }

    @Test func `C53 spike, unspike of an earlier spike`() throws {
        let budget = try Budget()
        try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        budget.world.meet()
        try budget.race {
            try budget["eve"].commit(.spike(budget.draft, reason: "no news"))
        } _: {
            try budget["bo"].commit(.unspike(budget.draft))
        }
        #expect(budget.items == [])
        #expect(try budget.status() == .spiked)
        try budget["eve"].commit(.unspike(budget.draft))
        budget.world.meet()
        #expect(try budget.status() != .spiked)
    }

    @Test func `C54 resolve a comment, reply to it`() throws {
        let budget = try Budget()
        let comment = CommentID(
            madeBy: try budget["una"].commit(
                .comment(budget.draft, .draft, quote: "", text: "Really?", isBlocking: true)
            )
        )
        budget.world.meet()
        #expect(budget.view.blockers(of: try budget.main()).map(\.code) == [.checks])
        try budget.race {
            try budget["wes"].commit(.resolve(budget.story, comment))
        } _: {
            try budget["bo"].commit(.reply(budget.story, comment, "I doubt it."))
        }
        #expect(budget.items == [])
        let found = try #require(try budget.main().comments[comment])
        #expect(budget.view.isOpen(found))
        try budget["wes"].commit(.resolve(budget.story, comment))
        budget.world.meet()
        #expect(!budget.view.isOpen(try #require(try budget.main().comments[comment])))
    }

    @Test func `C55 comment on words, these words deleted`() throws {
        let budget = try Budget()
        let first = try #require(budget.view.characters(of: budget.draft).first?.first)
        let anchor = CommentAnchor.words(
            first: CharacterID(entry: first.entry, offset: first.offset + 4),
            last: CharacterID(entry: first.entry, offset: first.offset + 8)
        )
        var comment = CommentID(.zero)
        try budget.race {
            comment = CommentID(
                madeBy: try budget["una"].commit(
                    .comment(
                        budget.draft,
                        anchor,
                        quote: "stone",
                        text: "Which?",
                        isBlocking: false
                    )
                )
            )
        } _: {
            try budget["wes"].replace("stone ", with: "", in: budget.draft)
        }
        #expect(budget.items == [])
        let found = try #require(try budget.main().comments[comment])
        #expect(found.act.quote == "stone")
        #expect(budget.view.isTextGone(of: found))
    }

    @Test func `C56 erase order, text in the same draft`() throws {
        let budget = try Budget()
        let text = try budget["una"].commit(.remark(budget.story, "a name"))
        let secret = try budget["wes"].replace("stone", with: "Mr Ames", in: budget.draft)
        budget.world.meet()
        try budget["wes"].commit(.save(budget.draft, note: nil))
        budget.world.meet()
        let ask = try budget["cy"].commit(
            .askErasure(budget.story, [secret, text], reason: "court order")
        )
        budget.world.meet()
        let revision = try #require(
            try budget.main().revisions.first { revision in
                budget.view.document(of: revision)?.body.contains("Ames") == true
            }
        )
        let skeletons = [secret, text].map {
            ErasedEntry(entry: $0, payload: .zero, skeleton: [0, 0])
        }
        try budget.race {
            try budget["ana"].commit(
                .orderErasure(budget.story, OperationID(ask, 0), skeletons)
            )
        } _: {
            try budget["bo"].replace("birds", with: "crows", in: budget.draft)
        }
        #expect(budget.items == [])
        #expect(budget.text.hasPrefix("One  fell. Two crows"))
        #expect(budget.view.document(of: revision) == nil)
        #expect(budget.view.revisions[revision]?.hash != nil)
    }
}
