import Newsroom
import Testing

/// What may not be written, and why.
struct `Writing is refused` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    /// Operations that need an open draft.
    private func changes() throws -> [Operation] {
        let (story, draft) = (budget.story, budget.draft)
        let saved = try budget.revision()
        let heads = budget.view.textParents(of: try budget.main())
        return [
            .setDraft(
                DraftSetting(
                    story: story,
                    draft: draft,
                    field: .byline,
                    value: "Ana",
                    superseded: []
                )
            ),
            .writeText(
                TextChange(
                    story: story,
                    draft: draft,
                    parents: heads,
                    edits: [.insert("x", at: 0)]
                )
            ), .mergeDraft(DraftMerge(story: story, draft: draft, from: draft, heads: heads)),
            .settleDraft(DraftSettlement(story: story, draft: draft, edits: heads)),
            .submitDraft(
                DraftSubmission(story: story, draft: draft, revision: saved.id, hash: saved.hash)
            ),
        ]
    }

    @Test func `closed: the draft went out`() throws {
        let changes = try changes()
        _ = try budget.published()
        let spike = DraftSpike(story: budget.story, draft: budget.draft, reason: "no")
        budget.expect(.refused(.closed), by: "ana", changes + [.spikeDraft(spike)])
    }

    @Test func `spiked: the draft is`() throws {
        try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        budget.world.meet()
        budget.expect(.refused(.spiked), by: "ana", try changes())
    }

    @Test func `parents: text that is not in the draft, or not here`() throws {
        let other = try budget.anotherOriginal()
        let (story, draft) = (budget.story, budget.draft)
        let foreign = budget.view.textParents(of: try #require(budget.view.drafts[other]))
        func change(_ parents: [EntryID]) -> Operation {
            .writeText(
                TextChange(
                    story: story,
                    draft: draft,
                    parents: parents,
                    edits: [.insert("x", at: 0)]
                )
            )
        }
        func merge(_ heads: [EntryID]) -> Operation {
            .mergeDraft(DraftMerge(story: story, draft: other, from: draft, heads: heads))
        }
        budget.expect(
            .refused(.parents),
            by: "bo",
            [
                change(foreign), change([budget.nothing.entry]), merge(foreign),
                merge([budget.nothing.entry]),
            ]
        )
    }

    @Test func `position: beyond the text`() throws {
        let heads = budget.view.textParents(of: try budget.main())
        let length = budget.text.unicodeScalars.count
        let edits: [TextEdit] = [.insert("x", at: length + 1), .delete(2, at: length - 1)]
        budget.expect(
            .refused(.position),
            by: "wes",
            edits.map {
                .writeText(
                    TextChange(
                        story: budget.story,
                        draft: budget.draft,
                        parents: heads,
                        edits: [$0]
                    )
                )
            }
        )
    }

    @Test func `hash: it is not what the draft says, or what the revision says`() throws {
        let (story, draft) = (budget.story, budget.draft)
        let (saved, wrong) = (try budget.revision(), budget.otherHash)
        budget.expect(
            .refused(.hash),
            by: "ana",
            [
                .saveDraft(DraftSaving(story: story, draft: draft, hash: wrong)),
                .submitDraft(
                    DraftSubmission(story: story, draft: draft, revision: saved.id, hash: wrong)
                ),
                .clear(
                    GateClearance(
                        story: story,
                        draft: draft,
                        gate: .desk,
                        revision: saved.id,
                        hash: wrong,
                        answers: [],
                        seal: Machine.blank
                    )
                ),
                .requestChanges(
                    GateObjection(
                        story: story,
                        draft: draft,
                        gate: .desk,
                        revision: saved.id,
                        hash: wrong,
                        note: "No."
                    )
                ),
            ]
        )
    }

    @Test func `base, missing: a correction starts from a revision of its story`() throws {
        let slug = try #require(Slug("floods"))
        let made = try budget["bo"].commit(.share(slug: slug, fields: [:], body: "It rained.\n"))
        let save = try budget["bo"].commit(.save(DraftID(madeBy: made), note: nil))
        func opening(_ base: RevisionID?) -> Operation {
            .openDraft(
                DraftOpening(story: budget.story, kind: .correction, base: base, label: "fix")
            )
        }
        budget.expect(.refused(.base), by: "bo", [opening(nil)])
        budget.expect(.refused(.missing), by: "bo", [opening(RevisionID(madeBy: save))])
        #expect(throws: Refusal(verb: "correct", subject: "budget", code: .base)) {
            try budget["bo"].commit(.open(.correction, budget.story))
        }
    }

    @Test func `owner: a writer does not claim what another has`() throws {
        try budget["wes"].commit(.claim(budget.story))
        budget.world.meet()
        let old = budget.view.stories[budget.story]?.owner.toSupersede ?? []
        let claim = Operation.claimStory(StoryClaim(story: budget.story, superseded: old))
        budget.expect(.refused(.owner), by: "una", [claim])
        budget.expect(.inForce, by: "bo", [claim])
    }

    @Test func `unspike: by who may neither edit nor spiked it`() throws {
        try budget["bo"].commit(.spike(budget.draft, reason: "no room"))
        budget.world.meet()
        let spikes = try budget.main().standingSpikes.map(\.operation)
        let unspike = DraftUnspike(story: budget.story, draft: budget.draft, spikes: spikes)
        budget.expect(.refused(.unspike), by: "wes", [.unspikeDraft(unspike)])
        budget.expect(.inForce, by: "eve", [.unspikeDraft(unspike)])
    }

    @Test func `genesis, invite, desk: what the newsroom as a whole needs`() throws {
        let root = budget.world.root
        let founding = NewsroomFounding(roots: [root.device], name: "Again", rules: 1)
        budget.expect(.refused(.genesis), by: "ana", [.found(founding)])
        let subs = GateNeed(gate: .subs, count: 1)
        budget.expect(
            .refused(.desk),
            by: "ana",
            [.setGates(GatePolicy(kind: .update, gates: [subs], superseded: []))]
        )
        let invite = InviteID(
            madeBy: budget["ana"].write([
                .invite(
                    MemberInvite(
                        key: budget["wes"].device,
                        bind: .zero,
                        label: "desk",
                        capabilities: .write,
                        expires: budget.world.now
                    )
                )
            ])
        )
        func admission(_ invite: InviteID) -> Operation {
            .admit(MemberAdmission(invite: invite, name: "Eva", proof: []))
        }
        budget.expect(.inForce, by: "ana", [admission(invite)])
        let unknown = InviteID(budget.nothing.entry.bytes)
        budget.expect(.refused(.invite), by: "ana", [admission(invite), admission(unknown)])
    }

    @Test func `newer: what holds operations of a newer Stet is not written on here`() throws {
        let body = budget.story.bytes.bytes + [7]
        let entry = budget["bo"].write([.unknown(type: 201, body: body)])
        budget.world.meet()
        #expect(budget.status(of: entry) == .unknown)
        #expect(throws: Refusal(verb: "note", subject: "budget", code: .newer)) {
            try budget["wes"].commit(.remark(budget.story, "Hello."))
        }
        let slug = try #require(Slug("floods"))
        try budget["wes"].commit(.share(slug: slug, fields: [:], body: "It rained.\n"))
        budget["bo"].write([.unknown(type: 61, body: [])])
        budget.world.meet()
        #expect(throws: Refusal(verb: "share", subject: "cuts", code: .newer)) {
            let cuts = try #require(Slug("cuts"))
            try budget["wes"].commit(.share(slug: cuts, fields: [:], body: "No.\n"))
        }
    }

    @Test func `newer: what is new and optional is passed over`() throws {
        let body = budget.story.bytes.bytes + [7]
        let entry = budget["bo"].write([.unknown(type: 202, body: body)])
        budget.world.agree()
        #expect(budget.status(of: entry) == .unknown)
        try budget["wes"].commit(.remark(budget.story, "Hello."))
    }
}
