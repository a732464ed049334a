import Newsroom
import Testing

/// Zeros stand for the entry itself: what it makes, and what it does (newsroom.md 3.1).
struct `An entry that names itself` {
    private let budget: Budget
    private let own = OperationID(EntryID(.zero), 0)

    init() throws { budget = try Budget() }

    @Test func `replaces a value that it set`() throws {
        func setting(_ value: String, replacing old: [OperationID]) -> Operation {
            .setDraft(
                DraftSetting(
                    story: budget.story,
                    draft: budget.draft,
                    field: .byline,
                    value: value,
                    superseded: old
                )
            )
        }
        budget["wes"].write([setting("W", replacing: []), setting("Wes", replacing: [own])])
        budget.world.agree()
        #expect(try budget.main().fields[.byline]?.values == ["Wes"])
    }

    @Test func `answers a comment that it made`() throws {
        let comment = CommentAddition(
            story: budget.story,
            draft: budget.draft,
            anchor: .draft,
            quote: "",
            text: "Really?",
            isBlocking: true
        )
        let id = CommentID(.zero)
        let entry = budget["una"].write([
            .addComment(comment),
            .reply(CommentReply(story: budget.story, comment: id, text: "Yes.")),
            .resolveComment(CommentResolution(story: budget.story, comment: id)),
        ])
        budget.world.agree()
        let found = try #require(try budget.main().comments[CommentID(madeBy: entry)])
        #expect(found.replies.count == 1)
        #expect(!budget.view.isOpen(found))
    }

    @Test func `lifts a hold that it set, and takes back a verdict that it gave`() throws {
        budget["bo"].write([
            .restrict(
                RestrictionSetting(
                    story: budget.story,
                    kind: .hold,
                    isLegal: false,
                    reason: "wait"
                )
            ), .lift(RestrictionLift(story: budget.story, restrictions: [own], reason: "over")),
        ])
        budget.world.agree()
        #expect(budget.view.stories[budget.story]?.standingRestrictions.isEmpty == true)
        let clearing = try budget.operations(.clear(budget.draft, .subs, note: nil), by: "bo")
        let retraction = VerdictRetraction(story: budget.story, verdict: own, reason: "misread")
        budget["bo"].write(clearing + [.retract(retraction)])
        budget.world.agree()
        let counting = budget.view.countingClearances(of: try budget.main())
        #expect(counting.map(\.act.gate) == [.desk])
    }

    @Test func `does not replace what it does later`() throws {
        let later = OperationID(EntryID(.zero), 1)
        let setting = NewsroomSetting(field: .zone, value: "UTC", superseded: [later])
        let entry = budget["ana"].write([.setNewsroom(setting), .link])
        #expect(budget.status(of: entry) == .refused(.missing))
        let renaming = MemberRenaming(
            member: MemberID(.zero),
            name: "Eva Stone",
            superseded: []
        )
        let made = budget["ana"].write([
            .admit(MemberAdmission(name: "Eva", proof: [])), .renameMember(renaming),
        ])
        budget.world.agree()
        #expect(budget.view.members[MemberID(madeBy: made)]?.name == "Eva Stone")
    }
}
