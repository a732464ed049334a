import Newsroom
import Testing

/// Who may what (newsroom.md 3.5): without the right, nothing that needs no more than that.
struct `Set aside for want of a right` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    @Test func `right: what the newsroom as a whole is`() throws {
        let desk = GateNeed(gate: .desk, count: 1)
        let (wes, una) = (budget.world.member("wes"), budget.world.member("una"))
        let key = budget["una"].device
        budget.expect(
            .setAside(.right),
            by: "wes",
            [
                .admit(MemberAdmission(name: "Eva", proof: [])),
                .invite(
                    MemberInvite(
                        key: key,
                        bind: .zero,
                        label: "phone",
                        capabilities: .write,
                        member: una,
                        expires: budget.world.now
                    )
                ),
                .setNewsroom(NewsroomSetting(field: .zone, value: "UTC", superseded: [])),
                .setGates(GatePolicy(kind: .update, gates: [desk], superseded: [])),
                .setHub(HubSetting(url: "https://hub", pins: [], superseded: [])),
                .setChecks(CheckPolicy(checks: [], superseded: [])),
                .appointPress(
                    PressAppointment(
                        device: budget["wes"].device,
                        log: budget["wes"].log,
                        last: [],
                        seal: Machine.blank
                    )
                ), .renameMember(MemberRenaming(member: una, name: "Uma", superseded: [])),
                .renameDevice(DeviceRenaming(key: key, label: "phone", superseded: [])),
                .grant(MemberGrant(member: una, capabilities: .edit, seal: Machine.blank)),
            ]
        )
        budget.expect(
            .inForce,
            by: "wes",
            [
                .renameMember(MemberRenaming(member: wes, name: "Wesley", superseded: [])),
                .renameDevice(
                    DeviceRenaming(key: budget["wes"].device, label: "desktop", superseded: [])
                ),
            ]
        )
    }

    @Test func `right: an adoption`() throws {
        let entry = try budget["una"].commit(.remark(budget.story, "seen"))
        budget.world.meet()
        let seq = try #require(budget["una"].last?.seq)
        let adoption = LogAdoption(log: budget["una"].log, first: seq, last: entry)
        budget.expect(.setAside(.right), by: "wes", [.adopt(adoption)])
    }

    @Test func `right: stories and drafts of others`() throws {
        let (story, draft) = (budget.story, budget.draft)
        let saved = try budget.revision()
        let wes = budget.world.member("wes")
        budget.expect(
            .setAside(.right),
            by: "leo",
            [
                .createStory(StoryCreation(slug: try #require(Slug("floods")))),
                .openDraft(DraftOpening(story: story, kind: .original, label: "other")),
                .claimStory(StoryClaim(story: story, superseded: [])),
            ]
        )
        func opening(_ kind: DraftKind) -> Operation {
            .openDraft(DraftOpening(story: story, kind: kind, base: saved.id, label: "other"))
        }
        budget.expect(
            .setAside(.right),
            by: "una",
            [
                opening(.correction), opening(.clarification),
                .handStory(StoryHandover(story: story, to: wes, superseded: [])),
                .setStory(
                    StorySetting(story: story, field: .desk, value: "city", superseded: [])
                ),
                try #require(try budget.operations(.save(draft, note: nil), by: "wes").first),
                try #require(
                    try budget.operations(.edit(draft, [.insert("x", at: 0)]), by: "wes").first
                ), .spikeDraft(DraftSpike(story: story, draft: draft, reason: "no")),
                .recallDraft(DraftRecall(story: story, draft: draft, reason: "wait")),
                try #require(try budget.operations(.submit(draft, note: nil), by: "wes").first),
            ]
        )
        budget.expect(.setAside(.right), by: "bo", [opening(.refile)])
        budget.expect(.inForce, by: "cy", [opening(.refile)])
    }

    @Test func `right: gates of others`() throws {
        let draft = budget.draft
        try budget["wes"].commit(.requireGate(budget.story, .facts, reason: "figures"))
        budget.world.meet()
        budget.expect(
            .setAside(.right),
            by: "una",
            try budget.operations(.clear(draft, .desk, note: nil), by: "bo")
                + budget.operations(.requestChanges(draft, .desk, note: "why?"), by: "bo")
                + budget.operations(.waive(draft, .facts, reason: "phoned"), by: "bo")
                + budget.operations(.cancelRelease(draft, reason: "wait"), by: "bo")
        )
    }

    @Test func `right: releasing and what is public`() throws {
        let asks =
            try budget.operations(.release(budget.draft, when: .now), by: "cy")
            + budget.operations(.releaseAlone(budget.draft, reason: "fire"), by: "cy")
        budget.expect(.setAside(.right), by: "bo", asks)
        try budget["eve"].commit(.requestChanges(budget.draft, .desk, note: "why?"))
        budget.world.meet()
        let objection = try #require(try budget.main().objections.keys.first)
        let overruling = Intent.overrule(budget.story, objection, reason: "proved")
        budget.expect(.setAside(.right), by: "bo", try budget.operations(overruling, by: "cy"))
        try budget["cy"].commit(overruling)
        budget.world.meet()
        _ = try budget.published()
        let withhold = Intent.change(.withhold, budget.story, note: "later")
        let erase = Intent.askErasure(
            budget.story,
            [try budget["una"].commit(.remark(budget.story, "a name"))],
            reason: "court"
        )
        budget.world.meet()
        budget.expect(
            .setAside(.right),
            by: "bo",
            try budget.operations(withhold, by: "cy") + budget.operations(erase, by: "cy")
        )
    }

    @Test func `right: reading an emergency back`() throws {
        let budget = try Budget(subs: true)
        try budget["cy"].commit(.releaseAlone(budget.draft, reason: "fire"))
        budget.world.publish()
        let reading = Intent.readBack(budget.draft, .stands, note: nil)
        budget.expect(.setAside(.right), by: "leo", try budget.operations(reading, by: "bo"))
    }

    @Test func `right: restrictions, of the law above all`() throws {
        func hold(isLegal: Bool) -> Operation {
            .restrict(
                RestrictionSetting(
                    story: budget.story,
                    kind: .hold,
                    isLegal: isLegal,
                    reason: "wait"
                )
            )
        }
        budget.expect(.setAside(.right), by: "una", [hold(isLegal: false)])
        budget.expect(.setAside(.right), by: "bo", [hold(isLegal: true)])
        budget.expect(.inForce, by: "wes", [hold(isLegal: false)])
        budget.expect(.inForce, by: "leo", [hold(isLegal: true)])
    }

    @Test func `right: what was seen to be allowed, and was taken meanwhile`() throws {
        let hold = try budget.held()
        try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        budget.world.meet()
        var (lift, unspike) = (EntryID(.zero), EntryID(.zero))
        try budget.race {
            lift = try budget["cy"].commit(.lift(budget.story, [hold], reason: "over"))
            unspike = try budget["eve"].commit(.unspike(budget.draft))
        } _: {
            try budget["ana"].commit(
                .revoke(budget.world.member("cy"), .publish, reason: "moved")
            )
            try budget["ana"].commit(.revoke(budget.world.member("eve"), .edit, reason: "moved"))
        }
        #expect(budget.status(of: lift) == .setAside(.right))
        #expect(budget.status(of: unspike) == .setAside(.right))
        #expect(try budget.status() == .spiked)
    }
}
