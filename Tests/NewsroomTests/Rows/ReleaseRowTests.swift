import Newsroom
import Testing

struct `Releasing at the same time` {
    private let hold = RestrictionKind.hold

    private func release(_ budget: Budget, _ name: String = "cy") throws {
        try budget[name].commit(.release(budget.draft, when: .now))
    }

    private func answered(_ budget: Budget) {
        budget["press"].sync()
        budget["press"].answerAll()
    }

    private func time(_ hours: Int64, in budget: Budget) -> Moment {
        Moment(milliseconds: budget.world.now.milliseconds + hours * 3_600_000)
    }

    private func embargo(_ hours: Int64?, _ budget: Budget) -> Intent {
        .restrict(
            budget.story,
            .embargo(until: hours.map { time($0, in: budget) }, zone: "Europe/London"),
            isLegal: false,
            reason: "agreed"
        )
    }

    @Test func `C30 hold, release`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["bo"].commit(
                .restrict(budget.story, hold, isLegal: false, reason: "source withdrew")
            )
        } _: {
            try release(budget)
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.refusals == [[.hold]])
        #expect(budget.publicStatus == .none)
    }

    @Test func `C31 release, hold; the press had answered`() throws {
        let budget = try Budget()
        try budget.race {
            try release(budget)
            answered(budget)
        } _: {
            try budget["bo"].commit(
                .restrict(budget.story, hold, isLegal: false, reason: "source withdrew")
            )
        }
        #expect(budget.items == [.tooLate])
        #expect(budget.publicStatus == .live(version: 1))
    }

    @Test func `C32 hold 2, lift of hold 1`() throws {
        let budget = try Budget()
        let first = try budget["bo"].commit(
            .restrict(budget.story, hold, isLegal: false, reason: "one")
        )
        budget.world.meet()
        try budget.race {
            try budget["eve"].commit(
                .restrict(budget.story, hold, isLegal: false, reason: "two")
            )
        } _: {
            try budget["cy"].commit(
                .lift(budget.story, [OperationID(first, 0)], reason: "over")
            )
        }
        #expect(budget.items == [])
        let standing = budget.view.stories[budget.story]?.standingRestrictions ?? []
        #expect(standing.map(\.act.reason) == ["two"])
    }

    @Test func `C33 embargo until 6, until 8, until told`() throws {
        let budget = try Budget()
        try budget.race {
            try budget["bo"].commit(embargo(6, budget))
        } _: {
            try budget["eve"].commit(embargo(8, budget))
        }
        #expect(budget.items == [])
        let draft = try budget.main()
        let hash = budget.view.hash(of: budget.draft)
        let seven = budget.view.blockers(of: draft, at: hash, time: time(7, in: budget))
        #expect(seven.map(\.code) == [.embargo])
        #expect(budget.view.blockers(of: draft, at: hash, time: time(8, in: budget)).isEmpty)
        try budget["bo"].commit(embargo(nil, budget))
        budget.world.meet()
        #expect(try budget.view.blockers(of: budget.main()).map(\.code) == [.embargo])
    }

    @Test func `C34 schedule 6, embargo until 8`() throws {
        let budget = try Budget()
        let six = time(6, in: budget)
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .at(six)))
        } _: {
            try budget["bo"].commit(embargo(8, budget))
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.publicStatus == .scheduled(six))
        budget.world.now = six
        budget.world.publish()
        #expect(budget.refusals == [[.embargo]])
    }

    @Test func `C34 schedule 6, not for publication`() throws {
        let budget = try Budget()
        let six = time(6, in: budget)
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .at(six)))
        } _: {
            try budget["bo"].commit(
                .restrict(budget.story, .notForPublication, isLegal: false, reason: "background")
            )
        }
        #expect(budget.publicStatus == .scheduled(six))
        budget.world.now = six
        budget.world.publish()
        #expect(budget.refusals == [[.nfp]])
        #expect(budget.items == [])
    }

    @Test func `C35 release d, release of another original e`() throws {
        let budget = try Budget()
        let other = try budget.anotherOriginal()
        try budget.race {
            try release(budget)
        } _: {
            try budget["dee"].commit(.release(other, when: .now))
        }
        budget.world.publish()
        #expect(budget.items == [.releases])
        #expect(budget.publicStatus == .live(version: 1))
        #expect(budget.refusals == [[.behind]])
        #expect(budget.view.drafts[other] != nil)
    }

    @Test func `C36 release d at h by X, the same by Y`() throws {
        let budget = try Budget()
        try budget.race {
            try release(budget, "cy")
        } _: {
            try release(budget, "dee")
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.publicStatus == .live(version: 1))
        #expect(budget.joins == 1)
    }

    @Test func `C37 release, text`() throws {
        let budget = try Budget()
        try budget.race {
            try release(budget)
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
        }
        budget.world.publish()
        #expect(budget.items == [.leftOver])
        #expect(budget.publicStatus == .live(version: 1))
        #expect(budget.text.hasPrefix("One rock"))
        #expect(
            budget.view.stories[budget.story]?.live?.issue.hash
                != budget.view.hash(of: budget.draft)
        )
    }

    @Test func `C38 release at h, text and release at another hash`() throws {
        let budget = try Budget()
        try budget.race {
            try release(budget, "dee")
        } _: {
            try budget["wes"].replace("stone", with: "rock", in: budget.draft)
            try budget["wes"].commit(.submit(budget.draft, note: nil))
            for name in ["eve", "cy"] { budget[name].hear(of: "wes") }
            try budget["eve"].commit(.clear(budget.draft, .desk, note: nil))
            budget["cy"].hear(of: "eve")
            try release(budget, "cy")
        }
        budget.world.publish()
        #expect(budget.items == [.leftOver])
        #expect(budget.publicStatus == .live(version: 1))
        #expect(budget.refusals == [[.closed]])
    }

    @Test func `C39 release, spike`() throws {
        let budget = try Budget()
        try budget.race {
            try release(budget)
        } _: {
            try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        }
        budget.world.publish()
        #expect(budget.items == [])
        #expect(budget.refusals == [[.spiked]])
    }

    @Test func `C40 release, spike; the press had answered`() throws {
        let budget = try Budget()
        try budget.race {
            try release(budget)
            answered(budget)
        } _: {
            try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        }
        #expect(budget.items == [.tooLate])
        #expect(budget.publicStatus == .live(version: 1))
        #expect(try budget.status() == .released)
    }

    @Test func `C41 schedule 6, schedule 8, same hash`() throws {
        let budget = try Budget()
        let (six, eight) = (time(6, in: budget), time(8, in: budget))
        try budget.race {
            try budget["cy"].commit(.release(budget.draft, when: .at(six)))
        } _: {
            try budget["dee"].commit(.release(budget.draft, when: .at(eight)))
        }
        #expect(budget.items == [.schedules])
        #expect(budget.publicStatus == .scheduled(eight))
        budget.world.now = six
        budget.world.publish()
        #expect(budget.publicStatus == .scheduled(eight))
        budget.world.now = eight
        budget.world.publish()
        #expect(budget.publicStatus == .live(version: 1))
        #expect(budget.joins == 1)
    }

    @Test func `C42 schedule, unschedule of an earlier schedule`() throws {
        let budget = try Budget()
        let (six, eight) = (time(6, in: budget), time(8, in: budget))
        try budget["cy"].commit(.release(budget.draft, when: .at(six)))
        budget.world.meet()
        try budget.race {
            try budget["dee"].commit(.release(budget.draft, when: .at(eight)))
        } _: {
            try budget["bo"].commit(.cancelRelease(budget.draft, reason: "not today"))
        }
        #expect(budget.items == [])
        #expect(budget.publicStatus == .none)
        budget.world.now = eight
        budget.world.publish()
        #expect(Set(budget.refusals.flatMap(\.self)).isSubset(of: [.cancelled, .superseded]))
        #expect(budget.refusals.count == 2)
    }

    @Test func `C49 emergency release, hold or require legal`() throws {
        for isHold in [true, false] {
            let budget = try Budget()
            try budget.race {
                try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
            } _: {
                if isHold {
                    try budget["bo"].commit(
                        .restrict(budget.story, hold, isLegal: false, reason: "wait")
                    )
                } else {
                    try budget["bo"].commit(
                        .requireGate(budget.story, .legal, reason: "names a man")
                    )
                }
            }
            budget.world.publish()
            #expect(budget.refusals == [[isHold ? .hold : .gate]])
        }
    }

    /// An emergency while subs had not cleared it; they do so without knowing.
    private func emergency() throws -> (Budget, OperationID) {
        let budget = try Budget(subs: true)
        var asked = EntryID(.zero)
        try budget.race {
            asked = try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
        } _: {
            try budget["bo"].commit(.clear(budget.draft, .subs, note: nil))
        }
        budget.world.publish()
        return (budget, OperationID(asked, 0))
    }

    private func isUnread(_ release: OperationID, _ budget: Budget) throws -> Bool {
        let found = try #require(try budget.main().releases[release])
        return budget.view.isUnread(found, of: try budget.main())
    }

    @Test func `C50 emergency release, clear of all that lacked`() throws {
        let (budget, release) = try emergency()
        #expect(budget.publicStatus == .live(version: 1))
        #expect(try isUnread(release, budget))
        #expect(budget.items == [.unread])
        try budget["bo"].commit(.readBack(budget.draft, .stands, note: nil))
        budget.world.agree()
        #expect(try !isUnread(release, budget))
        #expect(budget.items == [])
    }

    @Test func `C51 read back "stands", "objects"`() throws {
        let (budget, release) = try emergency()
        try budget.race {
            try budget["bo"].commit(.readBack(budget.draft, .stands, note: nil))
        } _: {
            try budget["eve"].commit(.readBack(budget.draft, .objects, note: "No source."))
        }
        #expect(try isUnread(release, budget))
        #expect(budget.items == [.unread])
        let words = try budget.main().readings.values.map(\.act.note)
        #expect(words.contains("No source."))
    }
}
