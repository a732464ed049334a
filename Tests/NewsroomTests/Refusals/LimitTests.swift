import Newsroom
import Testing

/// Each limit of newsroom.md 3.5 and 11, broken by one operation after another.
struct `Refused for itself` {
    private let budget: Budget
    private let long = String(repeating: "x", count: 5_000)

    init() throws { budget = try Budget() }

    @Test func `limit: words of the newsroom as a whole`() throws {
        let (member, key) = (budget.world.member("wes"), budget["wes"].device)
        let desk = GateNeed(gate: .desk, count: 1)
        let roots = [budget.world.root.device]
        let ended = EndedAppointment(appointment: try #require(budget.view.press?.operation))
        budget.expect(
            .refused(.limit),
            by: "ana",
            [
                .found(NewsroomFounding(roots: [], name: "N", rules: 1)),
                .found(NewsroomFounding(roots: roots, name: "N", rules: 2)),
                .found(NewsroomFounding(roots: roots, name: long, rules: 1)),
                .invite(invite(label: long)), .invite(invite(label: "")),
                .admit(MemberAdmission(name: String(long.prefix(65)), proof: [])),
                .addDevice(addition(label: "")),
                .revoke(revocation([], reason: "left")), .revoke(revocation(.write, reason: "")),
                .revokeDevice(DeviceRevocation(key: key, cut: [], reason: "")),
                .freeze(MemberFreeze(member: budget.world.member("max"), reason: "")),
                .setNewsroom(NewsroomSetting(field: .name, value: long, superseded: [])),
                .setHub(HubSetting(url: "", pins: [], superseded: [])),
                .renameMember(MemberRenaming(member: member, name: " padded", superseded: [])),
                .renameDevice(DeviceRenaming(key: key, label: "padded ", superseded: [])),
                .setGates(GatePolicy(kind: .update, gates: [desk, desk], superseded: [])),
                .setGates(policy(of: 0)), .setGates(policy(of: 6)),
                .setChecks(
                    CheckPolicy(
                        checks: [
                            CheckSetting(check: .tags, strictness: .warn),
                            CheckSetting(check: .tags, strictness: .off),
                        ],
                        superseded: []
                    )
                ),
                .appointPress(
                    PressAppointment(
                        device: key,
                        log: budget["wes"].log,
                        last: [ended, ended],
                        seal: Machine.blank
                    )
                ),
            ]
        )
    }

    private func invite(label: String) -> MemberInvite {
        MemberInvite(
            key: budget["wes"].device,
            bind: .zero,
            label: label,
            capabilities: .write,
            expires: budget.world.now
        )
    }

    private func addition(label: String) -> DeviceAddition {
        DeviceAddition(
            member: budget.world.member("wes"),
            key: budget["wes"].device,
            label: label,
            proof: Machine.blank,
            seal: Machine.blank
        )
    }

    private func revocation(_ rights: Capabilities, reason: String) -> MemberRevocation {
        MemberRevocation(
            member: budget.world.member("wes"),
            capabilities: rights,
            cut: [],
            reason: reason
        )
    }

    private func policy(of count: Int) -> GatePolicy {
        GatePolicy(
            kind: .update,
            gates: [GateNeed(gate: .desk, count: count)],
            superseded: []
        )
    }

    @Test func `limit: fields of a story`() {
        let broken: [(StoryField, String)] = [
            (.slug, "Budget"), (.slug, ""), (.slug, "a--b"), (.slug, String(long.prefix(65))),
            (.desk, long), (.lengthReason, long), (.due, "007"), (.due, "-1"), (.due, "soon"),
            (.due, "253402300800000"), (.length, "0"), (.length, "100000"), (.length, "07"),
            (.length, "many"),
        ]
        budget.expect(
            .refused(.limit),
            by: "wes",
            broken.map { field, value in
                .setStory(
                    StorySetting(story: budget.story, field: field, value: value, superseded: [])
                )
            }
        )
    }

    @Test func `limit: fields of a document`() {
        let broken: [(DocumentField, String)] = [
            (.headline, String(long.prefix(301))), (.headline, " padded"), (.standfirst, long),
            (.byline, String(long.prefix(301))), (.dateline, String(long.prefix(101))),
            (.section, String(long.prefix(65))), (.tags, "a,b"), (.tags, "a, a"), (.tags, "a, "),
            (.tags, (0...20).map { "t\($0)" }.joined(separator: ", ")), (.language, "e"),
            (.language, "en_GB"), (.urgency, "0"), (.urgency, "10"), (.leadImage, "abc"),
            (.leadImageAlt, String(long.prefix(1_001))), (.leadImageCaption, long),
            (.leadImageCredit, String(long.prefix(301))), (.note, long),
        ]
        budget.expect(
            .refused(.limit),
            by: "wes",
            broken.map { field, value in
                .setDraft(
                    DraftSetting(
                        story: budget.story,
                        draft: budget.draft,
                        field: field,
                        value: value,
                        superseded: []
                    )
                )
            }
        )
    }

    @Test func `limit: words about drafts`() throws {
        let (story, draft) = (budget.story, budget.draft)
        let hash = try budget.revision().hash
        let comment = CommentID(budget.nothing.entry.bytes)
        budget.expect(
            .refused(.limit),
            by: "wes",
            [
                .handStory(
                    StoryHandover(
                        story: story,
                        to: budget.world.member("bo"),
                        note: long,
                        superseded: []
                    )
                ), .remark(StoryRemark(story: story, text: "")),
                .openDraft(DraftOpening(story: story, kind: .original, label: "")),
                .saveDraft(DraftSaving(story: story, draft: draft, hash: hash, note: long)),
                .spikeDraft(DraftSpike(story: story, draft: draft, reason: "")),
                .addComment(remark(quote: long, text: "Why?")),
                .addComment(remark(quote: "", text: "")),
                .reply(CommentReply(story: story, comment: comment, text: "")),
            ]
        )
    }

    private func remark(quote: String, text: String) -> CommentAddition {
        CommentAddition(
            story: budget.story,
            draft: budget.draft,
            anchor: .draft,
            quote: quote,
            text: text,
            isBlocking: false
        )
    }

    @Test func `limit: more text than one change may insert`() throws {
        let heads = budget.view.textParents(of: try budget.main())
        func change(_ count: Int) -> Operation {
            let half = TextEdit.insert(String(repeating: "é", count: count / 4), at: 0)
            return .writeText(
                TextChange(
                    story: budget.story,
                    draft: budget.draft,
                    parents: heads,
                    edits: [half, half]
                )
            )
        }
        budget.expect(.refused(.limit), by: "wes", [change(262_148)])
        budget.expect(.inForce, by: "wes", [change(262_144)])
        let slug = try #require(Slug("book"))
        #expect(throws: Refusal(verb: "share", subject: "book", code: .limit)) {
            let body = String(repeating: "word ", count: 60_000)
            try budget["wes"].commit(.share(slug: slug, fields: [:], body: body))
        }
    }

    @Test func `limit: words of reviewers`() throws {
        let (story, draft, some) = (budget.story, budget.draft, budget.nothing)
        let saved = try budget.revision()
        let far = Moment(milliseconds: 253_402_300_800_000)
        func restriction(_ kind: RestrictionKind, _ reason: String) -> Operation {
            .restrict(
                RestrictionSetting(story: story, kind: kind, isLegal: false, reason: reason)
            )
        }
        budget.expect(
            .refused(.limit),
            by: "ana",
            [
                .requireGate(GateRequirement(story: story, gate: .legal, reason: "")),
                .waiveGate(
                    GateWaiver(
                        story: story,
                        draft: draft,
                        gate: .facts,
                        requirements: [some],
                        reason: ""
                    )
                ),
                .submitDraft(
                    DraftSubmission(
                        story: story,
                        draft: draft,
                        revision: saved.id,
                        hash: saved.hash,
                        note: long
                    )
                ), .recallDraft(DraftRecall(story: story, draft: draft, reason: "")),
                .clear(clearance(saved, note: long)), .requestChanges(objection(saved, long)),
                .retract(VerdictRetraction(story: story, verdict: some, reason: "")),
                .overrule(ObjectionOverruling(story: story, objection: some, reason: "")),
                restriction(.hold, ""), restriction(.embargo(until: far, zone: "UTC"), "agreed"),
                restriction(.embargo(until: nil, zone: long), "agreed"),
                .lift(RestrictionLift(story: story, restrictions: [some], reason: "")),
            ]
        )
    }

    private func clearance(_ saved: Revision, note: String) -> GateClearance {
        GateClearance(
            story: budget.story,
            draft: budget.draft,
            gate: .desk,
            revision: saved.id,
            hash: saved.hash,
            answers: [],
            note: note,
            seal: Machine.blank
        )
    }

    private func objection(_ saved: Revision, _ note: String) -> GateObjection {
        GateObjection(
            story: budget.story,
            draft: budget.draft,
            gate: .desk,
            revision: saved.id,
            hash: saved.hash,
            note: note
        )
    }

    @Test func `limit: words about what is public`() throws {
        let (story, draft, some) = (budget.story, budget.draft, budget.nothing)
        let hash = try budget.revision().hash
        func request(_ action: PublicAction, _ note: String) -> Operation {
            .askPublic(
                PublicRequest(
                    story: story,
                    action: action,
                    replaces: hash,
                    note: note,
                    seal: Machine.blank
                )
            )
        }
        budget.expect(
            .refused(.limit),
            by: "cy",
            [
                try release(at: Moment(milliseconds: 253_402_300_800_000)),
                try emergency(reason: ""),
                .cancelRelease(ReleaseCancellation(story: story, draft: draft, reason: "")),
                .readRelease(
                    ReleaseReading(
                        story: story,
                        release: some,
                        hash: hash,
                        verdict: .stands,
                        note: long,
                        seal: Machine.blank
                    )
                ), request(.withhold, ""), request(.restore, long),
                .dropCorrection(
                    CorrectionDrop(story: story, receipt: some, reason: "", seal: Machine.blank)
                ),
                .changeStatus(
                    ReceiptStatus(
                        story: story,
                        number: 0,
                        request: some,
                        change: .withheld,
                        replaces: hash,
                        note: long,
                        time: budget.world.now
                    )
                ), .askErasure(ErasureRequest(story: story, entries: [some.entry], reason: "")),
            ]
        )
    }

    private func release(at time: Moment) throws -> Operation {
        guard
            case .askRelease(var request)? = try budget.operations(
                .release(budget.draft, when: .now),
                by: "cy"
            ).first
        else { throw TestFailure() }
        request.when = .at(time)
        return .askRelease(request)
    }

    private func emergency(reason: String) throws -> Operation {
        guard
            case .askEmergency(var request)? = try budget.operations(
                .releaseAlone(budget.draft, reason: "fire"),
                by: "cy"
            ).first
        else { throw TestFailure() }
        request.reason = reason
        return .askEmergency(request)
    }

    @Test func `limit: two objects of one kind, or two changes of text, in one entry`() throws {
        let slug = try #require(Slug("floods"))
        let opening = DraftOpening(story: budget.story, kind: .original, label: "other")
        let twins: [Operation] = [
            .createStory(StoryCreation(slug: slug)), .openDraft(opening),
            .addComment(remark(quote: "", text: "Why?")),
            try #require(try budget.operations(.save(budget.draft, note: nil), by: "wes").first),
            try #require(
                try budget.operations(.edit(budget.draft, [.insert("x", at: 0)]), by: "wes").first
            ),
        ]
        for operation in twins {
            let entry = budget["wes"].write([operation, operation])
            #expect(budget["wes"].newsroom.status(of: OperationID(entry, 0)) == .inForce)
            #expect(
                budget["wes"].newsroom.status(of: OperationID(entry, 1)) == .refused(.limit),
                "\(operation.type)"
            )
        }
    }

    @Test func `scalar: what XML forbids, and controls`() {
        let texts = ["a\u{7}b", "a\rb", "a\u{80}", "a\u{fffe}"]
        let lines = texts + ["two\nlines", "a\tb", "a\u{2028}b"]
        func setting(_ value: String) -> Operation {
            .setDraft(
                DraftSetting(
                    story: budget.story,
                    draft: budget.draft,
                    field: .headline,
                    value: value,
                    superseded: []
                )
            )
        }
        budget.expect(.refused(.scalar), by: "wes", lines.map(setting))
        budget.expect(
            .refused(.scalar),
            by: "wes",
            (texts + ["a\tb"]).map { .remark(StoryRemark(story: budget.story, text: $0)) }
        )
        let parents = (try? budget.main()).map { budget.view.textParents(of: $0) } ?? []
        budget.expect(
            .refused(.scalar),
            by: "wes",
            texts.map {
                .writeText(
                    TextChange(
                        story: budget.story,
                        draft: budget.draft,
                        parents: parents,
                        edits: [.insert($0, at: 0)]
                    )
                )
            }
        )
    }

    @Test func `empty: lists that name nothing, a request that asks nothing`() throws {
        let (story, draft, some) = (budget.story, budget.draft, budget.nothing)
        budget.expect(
            .refused(.empty),
            by: "ana",
            [
                .mergeDraft(DraftMerge(story: story, draft: draft, from: draft, heads: [])),
                .settleDraft(DraftSettlement(story: story, draft: draft, edits: [])),
                .unspikeDraft(DraftUnspike(story: story, draft: draft, spikes: [])),
                .waiveGate(
                    GateWaiver(
                        story: story,
                        draft: draft,
                        gate: .facts,
                        requirements: [],
                        reason: "phoned"
                    )
                ), .requestChanges(objection(try budget.revision(), "")),
                .lift(RestrictionLift(story: story, restrictions: [], reason: "over")),
                .askErasure(ErasureRequest(story: story, entries: [], reason: "court")),
                .orderErasure(ErasureOrder(story: story, request: some, skeletons: [])),
            ]
        )
    }
}

/// An intent did not become the operation that a test needs.
struct TestFailure: Error {}
