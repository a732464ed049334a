import Newsroom
import Testing

/// What an operation names has to be before it, and of the right kind, draft and story.
struct `Refused as missing` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    /// Bo's other story, with a draft, a revision and a comment of its own.
    private func elsewhere() throws -> (draft: DraftID, revision: RevisionID, story: StoryID) {
        let slug = try #require(Slug("floods"))
        let made = try budget["bo"].commit(.share(slug: slug, fields: [:], body: "It rained.\n"))
        let draft = DraftID(madeBy: made)
        let save = try budget["bo"].commit(.save(draft, note: nil))
        budget.world.meet()
        return (draft, RevisionID(madeBy: save), StoryID(madeBy: made))
    }

    @Test func `missing: a member, a device, a log`() {
        let nobody = MemberID(budget.nothing.entry.bytes)
        let key = DeviceKey(budget.nothing.entry.bytes)
        let log = LogID(budget.nothing.entry.bytes)
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .invite(
                    MemberInvite(
                        key: key,
                        bind: .zero,
                        label: "phone",
                        capabilities: .write,
                        member: nobody,
                        expires: budget.world.now
                    )
                ),
                .grant(MemberGrant(member: nobody, capabilities: .write, seal: Machine.blank)),
                .revoke(
                    MemberRevocation(member: nobody, capabilities: .write, cut: [], reason: "left")
                ), .freeze(MemberFreeze(member: nobody, reason: "lost")),
                .revokeDevice(DeviceRevocation(key: key, cut: [], reason: "lost")),
                .closeLog(LogClosing(log: log, heads: [])),
                .renameMember(MemberRenaming(member: nobody, name: "N", superseded: [])),
                .renameDevice(DeviceRenaming(key: key, label: "phone", superseded: [])),
                .appointPress(
                    PressAppointment(device: key, log: log, last: [], seal: Machine.blank)
                ),
                .appointPress(
                    PressAppointment(
                        device: budget["dee"].device,
                        log: budget["dee"].log,
                        last: [EndedAppointment(appointment: budget.nothing)],
                        seal: Machine.blank
                    )
                ),
                .handStory(StoryHandover(story: budget.story, to: nobody, superseded: [])),
            ]
        )
    }

    @Test func `missing: a member whom a device is added to`() throws {
        let nobody = MemberID(budget.nothing.entry.bytes)
        let phone = try Machine("phone")
        phone.world = budget.world
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .addDevice(
                    DeviceAddition(
                        member: nobody,
                        key: phone.device,
                        label: "phone",
                        proof: try phone.consent(to: nobody),
                        seal: Machine.blank
                    )
                )
            ]
        )
    }

    @Test func `missing: a value that a set replaces`() throws {
        let (story, draft) = (budget.story, budget.draft)
        let unseen = [budget.nothing]
        let desk = GateNeed(gate: .desk, count: 1)
        let (member, key) = (budget.world.member("ana"), budget["ana"].device)
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .setNewsroom(NewsroomSetting(field: .zone, value: "UTC", superseded: unseen)),
                .setGates(GatePolicy(kind: .update, gates: [desk], superseded: unseen)),
                .setHub(HubSetting(url: "https://hub", pins: [], superseded: unseen)),
                .setChecks(CheckPolicy(checks: [], superseded: unseen)),
                .renameMember(MemberRenaming(member: member, name: "Ann", superseded: unseen)),
                .renameDevice(DeviceRenaming(key: key, label: "desktop", superseded: unseen)),
                .setStory(
                    StorySetting(story: story, field: .desk, value: "city", superseded: unseen)
                ), .claimStory(StoryClaim(story: story, superseded: unseen)),
                .handStory(StoryHandover(story: story, to: member, superseded: unseen)),
                .setDraft(
                    DraftSetting(
                        story: story,
                        draft: draft,
                        field: .byline,
                        value: "Ana",
                        superseded: unseen
                    )
                ),
            ]
        )
    }

    @Test func `missing: a story, and a draft of another story`() throws {
        let other = try elsewhere()
        let nowhere = StoryID(budget.nothing.entry.bytes)
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .remark(StoryRemark(story: nowhere, text: "Where?")),
                .spikeDraft(DraftSpike(story: budget.story, draft: other.draft, reason: "no")),
                .setDraft(
                    DraftSetting(
                        story: other.story,
                        draft: budget.draft,
                        field: .byline,
                        value: "Ana",
                        superseded: []
                    )
                ),
            ]
        )
    }

    @Test func `missing: a revision, a draft to merge, an edit to settle, a spike`() throws {
        let other = try elsewhere()
        let (story, draft) = (budget.story, budget.draft)
        let heads = budget.view.textParents(of: try budget.main())
        let some = budget.nothing
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .openDraft(
                    DraftOpening(
                        story: story,
                        kind: .update,
                        base: RevisionID(some.entry.bytes),
                        label: "update"
                    )
                ),
                .mergeDraft(
                    DraftMerge(story: story, draft: draft, from: other.draft, heads: heads)
                ),
                .mergeDraft(
                    DraftMerge(
                        story: story,
                        draft: draft,
                        from: draft,
                        heads: heads,
                        revision: other.revision
                    )
                ), .settleDraft(DraftSettlement(story: story, draft: draft, edits: [some.entry])),
                .unspikeDraft(DraftUnspike(story: story, draft: draft, spikes: [some])),
            ]
        )
    }

    @Test func `missing: an edit to settle where nothing is written`() throws {
        let slug = try #require(Slug("floods"))
        let made = try budget["bo"].commit(.share(slug: slug, fields: [:], body: ""))
        let settlement = DraftSettlement(
            story: StoryID(madeBy: made),
            draft: DraftID(madeBy: made),
            edits: [budget.nothing.entry]
        )
        budget.expect(.refused(.missing), by: "bo", [.settleDraft(settlement)])
    }

    @Test func `missing: a comment, and characters that a comment is about`() throws {
        let comment = CommentID(budget.nothing.entry.bytes)
        let first = try #require(budget.view.characters(of: budget.draft).first?.first)
        func remark(_ last: CharacterID) -> Operation {
            .addComment(
                CommentAddition(
                    story: budget.story,
                    draft: budget.draft,
                    anchor: .words(first: first, last: last),
                    quote: "",
                    text: "Why?",
                    isBlocking: false
                )
            )
        }
        budget.expect(
            .refused(.missing),
            by: "una",
            [
                .reply(CommentReply(story: budget.story, comment: comment, text: "Because.")),
                .resolveComment(CommentResolution(story: budget.story, comment: comment)),
                remark(CharacterID(entry: first.entry, offset: 4_000)),
                remark(CharacterID(entry: budget.nothing.entry, offset: 0)),
            ]
        )
    }

    @Test func `missing: a requirement, an objection, a verdict, a restriction`() throws {
        let (story, draft, some) = (budget.story, budget.draft, budget.nothing)
        let saved = try budget.revision()
        budget.expect(
            .refused(.missing),
            by: "bo",
            [
                .waiveGate(
                    GateWaiver(
                        story: story,
                        draft: draft,
                        gate: .facts,
                        requirements: [some],
                        reason: "phoned"
                    )
                ), .clear(clearance(saved.id, answers: [some])),
                .clear(clearance(RevisionID(some.entry.bytes), answers: [])),
                .retract(VerdictRetraction(story: story, verdict: some, reason: "misread")),
                .lift(RestrictionLift(story: story, restrictions: [some], reason: "over")),
            ]
        )
        budget.expect(
            .refused(.missing),
            by: "cy",
            [.overrule(ObjectionOverruling(story: story, objection: some, reason: "proved"))]
        )
    }

    private func clearance(_ revision: RevisionID, answers: [OperationID]) -> GateClearance {
        GateClearance(
            story: budget.story,
            draft: budget.draft,
            gate: .desk,
            revision: revision,
            hash: budget.view.hash(of: budget.draft),
            answers: answers,
            seal: Machine.blank
        )
    }

    @Test func `missing: a revision of another draft`() throws {
        let other = try budget.anotherOriginal()
        let saved = try #require(budget.view.drafts[other]?.revisions.first)
        let found = try #require(budget.view.revisions[saved])
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .submitDraft(
                    DraftSubmission(
                        story: budget.story,
                        draft: budget.draft,
                        revision: found.id,
                        hash: found.hash
                    )
                ),
                .requestChanges(
                    GateObjection(
                        story: budget.story,
                        draft: budget.draft,
                        gate: .desk,
                        revision: found.id,
                        hash: found.hash,
                        note: "No."
                    )
                ), .clear(clearance(found.id, answers: [])),
            ]
        )
    }

    @Test func `missing: an adoption of what the adopter has not seen, or of another log`() throws {
        let entry = try budget["wes"].commit(.remark(budget.story, "alone"))
        let seq = try #require(budget["wes"].last?.seq)
        func adoption(_ log: LogID, from first: UInt64, to last: EntryID) -> Operation {
            .adopt(LogAdoption(log: log, first: first, last: last))
        }
        budget.expect(
            .refused(.missing),
            by: "bo",
            [adoption(budget["wes"].log, from: seq, to: entry)]
        )
        budget.world.meet()
        budget.expect(
            .refused(.missing),
            by: "bo",
            [
                adoption(budget["una"].log, from: seq, to: entry),
                adoption(budget["wes"].log, from: seq + 1, to: entry),
            ]
        )
    }

    @Test func `missing: a release to replace, a request to second, an erasure, an emergency`()
        throws
    {
        guard
            case .askRelease(var release)? = try budget.operations(
                .release(budget.draft, when: .now),
                by: "cy"
            ).first
        else { throw TestFailure() }
        release.superseded = [budget.nothing]
        budget.expect(
            .refused(.missing),
            by: "ana",
            [
                .askRelease(release),
                .secondRequest(
                    PublicSecond(
                        story: budget.story,
                        request: budget.nothing,
                        seal: Machine.blank
                    )
                ),
                .orderErasure(
                    ErasureOrder(
                        story: budget.story,
                        request: budget.nothing,
                        skeletons: [
                            ErasedEntry(
                                entry: budget.nothing.entry,
                                payload: .zero,
                                skeleton: [0, 0]
                            )
                        ]
                    )
                ), .readRelease(reading(budget.nothing)),
            ]
        )
        try budget["cy"].commit(.release(budget.draft, when: .now))
        budget.world.publish()
        let plain = try #require(try budget.main().releases.keys.first)
        budget.expect(.refused(.missing), by: "ana", [.readRelease(reading(plain))])
    }

    private func reading(_ release: OperationID) -> ReleaseReading {
        ReleaseReading(
            story: budget.story,
            release: release,
            hash: budget.view.hash(of: budget.draft),
            verdict: .stands,
            seal: Machine.blank
        )
    }
}
