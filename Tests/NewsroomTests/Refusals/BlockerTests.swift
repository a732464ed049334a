import Newsroom
import Testing

/// Each reason against a release (newsroom.md 4.4): said before anybody signs, and by the fold.
struct `A release is refused` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    /// The publisher hears why not, and an entry that asks nevertheless is refused for the same.
    private func expect(
        _ code: RefusalCode,
        _ intent: Intent? = nil,
        writing operations: [Operation] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        budget.world.meet()
        let release = intent ?? .release(budget.draft, when: .now)
        let refusal = #expect(throws: Refusal.self, sourceLocation: sourceLocation) {
            try budget["cy"].commit(release)
        }
        #expect(refusal?.blockers.first?.code == code, sourceLocation: sourceLocation)
        budget.expect(.refused(code), by: "cy", operations, sourceLocation: sourceLocation)
    }

    /// What would have been signed while all was well.
    private func asked() throws -> [Operation] {
        try budget.operations(.release(budget.draft, when: .now), by: "cy")
    }

    private func hours(_ count: Int64) -> Moment {
        Moment(milliseconds: budget.world.now.milliseconds + count * 3_600_000)
    }

    @Test func `removed: the law took the story`() throws {
        _ = try budget.published()
        let update = try budget.follow(.update, replacing: "stone", with: "rock")
        let release = try budget.operations(.release(update, when: .now), by: "cy")
        let removal = try budget["cy"].commit(.change(.remove, budget.story, note: "Removed."))
        budget.world.meet()
        try budget["dee"].commit(.second(budget.story, OperationID(removal, 0)))
        budget.world.publish()
        try expect(.removed, .release(update, when: .now), writing: release)
    }

    @Test func `spiked: the draft is`() throws {
        let release = try asked()
        try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        try expect(.spiked, writing: release)
    }

    @Test func `closed: it went out`() throws {
        let release = try asked()
        _ = try budget.published()
        try expect(.closed, writing: release)
    }

    @Test func `erased: the law took part of it`() throws {
        let release = try asked()
        let text = try #require(budget.view.characters(of: budget.draft).first?.first.entry)
        // The story was made in the entry that holds its text, so a later change is erased.
        #expect(throws: Refusal.self) {
            try budget["cy"].commit(
                .askErasure(budget.story, [text, budget.nothing.entry], reason: "x")
            )
        }
        let secret = try budget["wes"].replace("stone", with: "Mr Ames", in: budget.draft)
        try budget["wes"].commit(.submit(budget.draft, note: nil))
        budget.world.meet()
        try budget["eve"].commit(.clear(budget.draft, .desk, note: nil))
        budget.world.meet()
        let later = try asked()
        let ask = try budget["cy"].commit(
            .askErasure(budget.story, [secret], reason: "court order")
        )
        budget.world.meet()
        let skeleton = ErasedEntry(entry: secret, payload: .zero, skeleton: [0, 0])
        try budget["ana"].commit(
            .orderErasure(budget.story, OperationID(ask, 0), [skeleton])
        )
        budget.world.meet()
        budget.expect(.refused(.erased), by: "cy", later)
        #expect(release != later)
    }

    @Test func `unsubmitted: nobody handed it in, and an emergency does not mind`() throws {
        let release = try asked()
        try budget["wes"].commit(.recall(budget.draft, reason: "not yet"))
        try expect(.unsubmitted, writing: release)
        try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
    }

    @Test func `behind: another version went live`() throws {
        _ = try budget.published()
        let one = try budget.follow(.correction, by: "bo", replacing: "stone", with: "rock")
        let other = try budget.follow(.update, by: "ana", replacing: "birds", with: "crows")
        let release = try budget.operations(.release(other, when: .now), by: "cy")
        try budget["cy"].commit(.release(one, when: .now))
        budget.world.publish()
        try expect(.behind, .release(other, when: .now), writing: release)
    }

    @Test func `behind: what it replaces is not what is live`() throws {
        _ = try budget.published()
        let one = try budget.follow(.correction, by: "bo", replacing: "stone", with: "rock")
        guard
            case .askRelease(var release)? = try budget.operations(
                .release(one, when: .now),
                by: "cy"
            ).first
        else { throw TestFailure() }
        release.replaces = budget.otherHash
        budget.expect(.refused(.behind), by: "cy", [.askRelease(release)])
    }

    @Test func `overlap: two people changed one sentence`() throws {
        try budget.race {
            try budget["wes"].replace("One", with: "A", in: budget.draft)
        } _: {
            try budget["bo"].replace("fell", with: "dropped", in: budget.draft)
        }
        try budget["wes"].commit(.submit(budget.draft, note: nil))
        budget.world.meet()
        try budget["eve"].commit(.clear(budget.draft, .desk, note: nil))
        try expect(.overlap, writing: try named())
    }

    /// A release of the newest revision, whatever stands against it.
    private func named() throws -> [Operation] {
        let saved = try budget.revision()
        let request = ReleaseRequest(
            story: budget.story,
            draft: budget.draft,
            revision: saved.id,
            hash: saved.hash,
            slug: try #require(Slug("budget")),
            clearances: try budget.main().clearances.filter { $0.value.act.hash == saved.hash }
                .keys.sorted(),
            when: .now,
            superseded: [],
            seal: Machine.blank
        )
        return [.askRelease(request)]
    }

    @Test func `values: a field, or the slug, has several`() throws {
        let release = try asked()
        try budget.race {
            try budget["wes"].commit(.setSlug(budget.story, try #require(Slug("cuts"))))
        } _: {
            try budget["bo"].commit(.setSlug(budget.story, try #require(Slug("taxes"))))
        }
        try expect(.values, writing: release)
    }

    @Test(arguments: [DocumentField.headline, .section, .language])
    func `fields: one that is needed is empty`(field: DocumentField) throws {
        try budget["wes"].commit(.setField(budget.draft, field, ""))
        try budget["wes"].commit(.submit(budget.draft, note: nil))
        budget.world.meet()
        try budget["eve"].commit(.clear(budget.draft, .desk, note: nil))
        budget.world.meet()
        try expect(.fields, writing: try named())
    }

    @Test func `fields: a correction has to say what was wrong`() throws {
        _ = try budget.published()
        let draft = DraftID(madeBy: try budget["bo"].commit(.open(.correction, budget.story)))
        try budget["bo"].replace("stone", with: "rock", in: draft)
        try budget["bo"].commit(.submit(draft, note: nil))
        budget.world.meet()
        try budget["eve"].commit(.clear(draft, .desk, note: nil))
        try expect(.fields, .release(draft, when: .now))
    }

    @Test func `slug: it is another one now`() throws {
        let release = try asked()
        try budget["wes"].commit(.setSlug(budget.story, try #require(Slug("cuts"))))
        budget.world.meet()
        budget.expect(.refused(.slug), by: "cy", release)
    }

    @Test func `hold: it is held`() throws {
        let release = try asked()
        _ = try budget.held()
        try expect(.hold, writing: release)
        try expect(.hold, .releaseAlone(budget.draft, reason: "fire"))
    }

    @Test func `nfp: it is not for publication`() throws {
        let release = try asked()
        try budget["bo"].commit(
            .restrict(budget.story, .notForPublication, isLegal: false, reason: "background")
        )
        try expect(.nfp, writing: release)
    }

    @Test func `embargo: nobody told, or the time has not come`() throws {
        let release = try asked()
        try budget["bo"].commit(
            .restrict(
                budget.story,
                .embargo(until: nil, zone: "UTC"),
                isLegal: false,
                reason: "agreed"
            )
        )
        try expect(.embargo, writing: release)
        try expect(.embargo, .release(budget.draft, when: .at(hours(1))))
    }

    @Test func `early: a time that lies under an embargo`() throws {
        try budget["bo"].commit(
            .restrict(
                budget.story,
                .embargo(until: hours(6), zone: "UTC"),
                isLegal: false,
                reason: "agreed"
            )
        )
        try expect(.early, .release(budget.draft, when: .at(hours(5))))
        try budget["cy"].commit(.release(budget.draft, when: .at(hours(6))))
    }

    @Test func `objection: somebody asks for changes`() throws {
        let release = try asked()
        try budget["bo"].commit(.requestChanges(budget.draft, .facts, note: "Which stone?"))
        try expect(.objection, writing: release)
        try expect(.objection, .releaseAlone(budget.draft, reason: "fire"))
    }

    @Test func `gate: legal is required, and an emergency passes only the policy's`() throws {
        let release = try asked()
        try budget["una"].commit(.requireGate(budget.story, .legal, reason: "names a man"))
        try expect(.gate, writing: release)
        try expect(.gate, .releaseAlone(budget.draft, reason: "fire"))
    }

    @Test func `gate: only clearances that the release names count`() throws {
        guard case .askRelease(var release)? = try asked().first else { throw TestFailure() }
        release.clearances = []
        budget.expect(.refused(.gate), by: "cy", [.askRelease(release)])
    }

    @Test func `withheld: a clearance has not seen the withdrawal`() throws {
        _ = try budget.published()
        let update = try budget.follow(.update, replacing: "stone", with: "rock")
        let release = try budget.operations(.release(update, when: .now), by: "cy")
        try budget["dee"].commit(.change(.withdraw, budget.story, note: "It was not so."))
        budget.world.publish()
        try expect(.withheld, .release(update, when: .now), writing: release)
        try expect(.withheld, .releaseAlone(update, reason: "fire"))
        try budget["bo"].commit(.clear(update, .desk, note: "I know that it was withdrawn."))
        budget.world.meet()
        guard case .askRelease(var again)? = release.first else { throw TestFailure() }
        again.clearances = try #require(budget.view.drafts[update]).clearances
            .filter { $0.value.member == budget.world.member("bo") }.map(\.key)
        budget.expect(.inForce, by: "cy", [.askRelease(again)])
        budget.world.publish()
        #expect(budget.publicStatus == .live(version: 2))
    }

    @Test func `hash, clearance: it names another text, or another text's clearance`() throws {
        guard case .askRelease(let release)? = try asked().first else { throw TestFailure() }
        var other = release
        other.hash = budget.otherHash
        budget.expect(.refused(.hash), by: "cy", [.askRelease(other)])
        var foreign = release
        foreign.clearances = [budget.nothing]
        budget.expect(.refused(.clearance), by: "cy", [.askRelease(foreign)])
        try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        try budget["wes"].commit(.submit(budget.draft, note: nil))
        budget.world.meet()
        let saved = try budget.revision()
        var stale = release
        (stale.revision, stale.hash) = (saved.id, saved.hash)
        budget.expect(.refused(.clearance), by: "cy", [.askRelease(stale)])
    }
}
