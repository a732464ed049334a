import Newsroom
import Testing

struct `Writing at the same time` {
    @Test func `C01 text in sentence 1, text in sentence 2`() throws {
        let budget = try Budget()
        let before = budget.view.hash(of: budget.draft)
        try budget.race {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        } _: {
            try budget["bo"].replace("birds", with: "crows", in: budget.draft)
        }
        #expect(budget.items == [])
        #expect(budget.text.hasPrefix("One rock fell. Two crows flew."))
        #expect(budget.view.hash(of: budget.draft) != before)
        #expect(try budget.gate(.desk) == .stale)
        let both: Set = [budget.world.member("wes"), budget.world.member("bo")]
        #expect(budget.view.contributors(to: try budget.main(), at: .desk) == both)
    }

    @Test func `C02 text, text in the same sentence`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].replace("One", with: "A", in: budget.draft)
        } _: {
            try budget["bo"].replace("fell", with: "dropped", in: budget.draft)
        }
        #expect(budget.items == [.overlap])
        #expect(budget.text.hasPrefix("A stone dropped."))
        #expect(budget.view.overlaps(in: budget.draft).count == 1)
        #expect(try budget.status() != .ready)
        try budget["wes"].commit(.settle(budget.draft))
        budget.world.meet()
        #expect(budget.view.overlaps(in: budget.draft).isEmpty)
    }

    @Test func `C03 delete a paragraph, insert a word in it`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].replace("A third paragraph stands here.", with: "", in: budget.draft)
        } _: {
            try budget["bo"].replace("third", with: "thirdly", in: budget.draft)
        }
        #expect(budget.items == [.overlap])
        #expect(budget.text.hasSuffix("\n\nthirdly\n"))
        #expect(try budget.status() != .ready)
        #expect(!budget.view.overlaps(in: budget.draft).isEmpty)
    }

    @Test func `C04 text, clear subs at h`() throws {
        let budget = try Budget(subs: true)
        try budget.race {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        } _: {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.subs) == .stale)
        #expect(try budget.main().clearances.count == 2)
    }

    @Test func `C05 save without change, clear subs at h`() throws {
        let budget = try Budget(subs: true)
        try budget.race {
            try budget["wes"].commit(.save(budget.draft, note: nil))
        } _: {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        }
        #expect(budget.items == [])
        let revisions = try budget.main().revisions.compactMap { budget.view.revisions[$0]?.hash }
        #expect(revisions.count == 2)
        #expect(Set(revisions).count == 1)
        #expect(try budget.gate(.desk) == .cleared)
        #expect(try budget.gate(.subs) == .cleared)
    }

    @Test func `C06 text and its undo, clear subs at h`() throws {
        let budget = try Budget(subs: true)
        try budget.race {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
            try budget["wes"].replace("rock", with: "stone", in: budget.draft)
        } _: {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        }
        #expect(budget.items == [])
        #expect(try budget.gate(.desk) == .cleared)
        #expect(try budget.gate(.subs) == .cleared)
    }

    @Test func `C07 set headline X, set headline Y`() throws {
        let budget = try set(.headline, "X", "Y")
        #expect(["X", "Y"].contains(budget.view.value(of: .headline, in: try budget.main())))
    }

    @Test func `C09 set urgency 1, set urgency 3`() throws {
        let budget = try set(.urgency, "1", "3")
        #expect(budget.view.value(of: .urgency, in: try budget.main()) == "1")
    }

    @Test func `C10 set note to nothing, set note X`() throws {
        _ = try set(.note, "", "X")
    }

    /// One field set to two values: both are kept, and the draft cannot go out.
    private func set(_ field: DocumentField, _ first: String, _ second: String) throws -> Budget {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.setField(budget.draft, field, first))
        } _: {
            try budget["bo"].commit(.setField(budget.draft, field, second))
        }
        #expect(budget.items == [.values])
        let register = try #require(try budget.main().fields[field])
        #expect(Set(register.values) == [first, second])
        #expect(budget.view.blockers(of: try budget.main()).contains { $0.code == .values })
        #expect(try budget.status() != .ready)
        return budget
    }

    @Test func `C08 set headline X, set headline X`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["wes"].commit(.setField(budget.draft, .headline, "X"))
        } _: {
            try budget["bo"].commit(.setField(budget.draft, .headline, "X"))
        }
        #expect(budget.items == [])
        #expect(try budget.main().fields[.headline]?.values == ["X"])
        #expect(!budget.view.blockers(of: try budget.main()).contains { $0.code == .values })
    }

    @Test func `C11 merge e into d, text in e`() throws {
        let budget = try Budget().published()
        let other = DraftID(madeBy: try budget["bo"].commit(.open(.correction, budget.story)))
        try budget["bo"].replace("stone", with: "rock", in: other)
        let update = DraftID(madeBy: try budget["eve"].commit(.open(.update, budget.story)))
        budget.world.meet()
        try budget.race {
            try budget["eve"].commit(.merge(from: other, into: update))
        } _: {
            try budget["bo"].replace("birds", with: "crows", in: other)
        }
        #expect(budget.items == [])
        #expect(budget.view.text(of: update).hasPrefix("One rock fell. Two birds"))
        #expect(budget.view.text(of: other).hasPrefix("One rock fell. Two crows"))
        #expect(budget.view.status(of: try #require(budget.view.drafts[other])) != .superseded)
    }

    @Test func `C12 W's text, revoke write from W with a cut before it`() throws {
        let budget = try Budget()
        var text = EntryID(.zero)
        try budget.race {
            text = try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        } _: {
            try budget["ana"].commit(.revoke(budget.world.member("wes"), .writer, reason: "left"))
        }
        #expect(budget.items == [.aside])
        #expect(budget.status(of: text) == .setAside(.right))
        #expect(budget.text.hasPrefix("One stone fell."))
        let seq = try #require(budget["wes"].last?.seq)
        try budget["bo"].commit(.adopt(budget["wes"].log, from: seq, to: text))
        budget.world.meet()
        #expect(budget.status(of: text) == .adopted)
        #expect(budget.text.hasPrefix("One rock fell."))
        let both: Set = [budget.world.member("wes"), budget.world.member("bo")]
        #expect(budget.view.contributors(to: try budget.main(), at: .desk) == both)
    }

    @Test func `C13 text on two branches of a split log`() throws {
        let budget = try Budget()
        let split = try #require(budget["wes"].last)
        let draft = try budget.main()
        let parents = budget.view.textParents(of: draft)
        func change(_ edit: TextEdit) -> Operation {
            .writeText(
                TextChange(story: budget.story, draft: draft.id, parents: parents, edits: [edit])
            )
        }
        let one = budget["wes"].write([change(.insert("Now: ", at: 0))], after: split)
        let two = budget["wes"].write([change(.delete(4, at: 0))], after: split)
        budget.world.meet()
        #expect(budget.status(of: one) == .inForce)
        #expect(budget.status(of: two) == .inForce)
        #expect(budget.text.hasPrefix("Now: stone fell."))
    }

    @Test func `C14 clear subs, text, on two branches of one log`() throws {
        let budget = try Budget(subs: true)
        try budget["bo"].commit(.remark(budget.story, "reading"))
        let split = try #require(budget["bo"].last)
        let clear = try budget["bo"].newsroom.operations(
            for: .clear(budget.draft, .subs, note: nil),
            by: budget["bo"].author
        )
        let text = try budget["bo"].newsroom.operations(
            for: .edit(budget.draft, [.insert("So: ", at: 0)]),
            by: budget["bo"].author
        )
        let cleared = budget["bo"].write(clear, after: split)
        let written = budget["bo"].write(text, after: split)
        budget.world.meet()
        #expect(budget.status(of: cleared) == .held)
        #expect(budget.status(of: written) == .inForce)
        #expect(budget.text.hasPrefix("So: One stone"))
        #expect(try budget.gate(.subs) == .required(have: 0, need: 1))
    }
}
