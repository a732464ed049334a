/// What somebody wants to do, before it is operations.
public enum Intent: Sendable {
    // People and rights.

    /// Take on a person, who may do nothing yet.
    case admit(name: String)
    /// Take on a person who came with an invite.
    case admitInvited(InviteID, name: String, proof: [UInt8])
    /// Invite a person, or a further device of a member.
    case invite(MemberInvite)
    /// Let a member do more.
    case grant(MemberID, Capabilities)
    /// Take capabilities from a member, counting what this replica has seen of him.
    case revoke(MemberID, Capabilities, reason: String)
    /// Take everything from a member, his devices too, counting what this replica has seen of him.
    case remove(MemberID, reason: String)
    /// Let an admin's `admin` rest.
    case freeze(MemberID, reason: String)
    /// Give a member a device, which signed the joining statement.
    case addDevice(MemberID, key: DeviceKey, label: String, consent: Seal)
    /// Remove a device, counting what this replica has seen of it.
    case revokeDevice(DeviceKey, reason: String)
    /// End a log, counting these entries of it and what is below them.
    case closeLog(LogID, heads: [EntryID])
    /// Take on the set-aside text of a stretch of a log, up to this entry.
    case adopt(LogID, from: UInt64, to: EntryID)
    /// Rename a member.
    case renameMember(MemberID, String)
    /// Rename a device.
    case renameDevice(DeviceKey, String)

    // The newsroom as a whole.

    /// Change a setting of the newsroom.
    case setNewsroom(NewsroomField, String)
    /// Say which gates drafts of a kind must pass.
    case setGates(DraftKind, [GateNeed])
    /// Say which checks come before a release.
    case setChecks([CheckSetting])
    /// Say where the hub is.
    case setHub(url: String, pins: [Bytes32])
    /// Let one log of a device make things public.
    case appointPress(DeviceKey, LogID)

    // Stories and drafts.

    /// Show a private draft to everybody, as it is now.
    case share(slug: Slug, fields: [DocumentField: String], body: String)
    /// Open a draft that starts from what is live.
    case open(DraftKind, StoryID)
    /// Rename a story.
    case setSlug(StoryID, Slug)
    /// Set a field of a story that is not part of its document; empty for none.
    case setStory(StoryID, StoryField, String)
    /// Take a story on.
    case claim(StoryID)
    /// Give a story to a member.
    case hand(StoryID, to: MemberID, note: String?)
    /// Add an internal note to a story.
    case remark(StoryID, String)
    /// Set a field of a draft; empty for none.
    case setField(DraftID, DocumentField, String)
    /// Change a draft's text.
    case edit(DraftID, [TextEdit])
    /// Take another draft's text and fields into a draft.
    case merge(from: DraftID, into: DraftID)
    /// Take what is live into a draft, which can go out after it then.
    case mergeLive(into: DraftID)
    /// Write what a revision said as a new edit.
    case restore(DraftID, RevisionID)
    /// Make a revision.
    case save(DraftID, note: String?)
    /// Say that the overlaps of a draft are fine as they stand.
    case settle(DraftID)
    /// Kill a draft, for now.
    case spike(DraftID, reason: String)
    /// End all spikes of a draft.
    case unspike(DraftID)
    /// Remark on a draft.
    case comment(DraftID, CommentAnchor, quote: String, text: String, isBlocking: Bool)
    /// Answer a comment.
    case reply(StoryID, CommentID, String)
    /// Say that a comment is dealt with.
    case resolve(StoryID, CommentID)

    // Review.

    /// Hand a draft to the reviewers, saved if it changed.
    case submit(DraftID, note: String?)
    /// Take a draft back from the reviewers.
    case recall(DraftID, reason: String)
    /// Clear a draft as it is, at one gate.
    case clear(DraftID, Gate, note: String?)
    /// Ask for changes at one gate.
    case requestChanges(DraftID, Gate, note: String)
    /// Require a gate of every draft of a story.
    case requireGate(StoryID, Gate, reason: String)
    /// Free a draft of what is required at a gate.
    case waive(DraftID, Gate, reason: String)
    /// Take back one's own clearance or objection.
    case retract(StoryID, OperationID, reason: String)
    /// Answer an objection over its author's head.
    case overrule(StoryID, OperationID, reason: String)

    // Restrictions and releases.

    /// Restrict what may be published of a story.
    case restrict(StoryID, RestrictionKind, isLegal: Bool, reason: String)
    /// End restrictions of a story.
    case lift(StoryID, [OperationID], reason: String)
    /// Ask the press to publish a draft as it is.
    case release(DraftID, when: ReleaseTime)
    /// Ask the press to publish a draft at once, past the gates of the policy.
    case releaseAlone(DraftID, reason: String)
    /// Take back the releases of a draft.
    case cancelRelease(DraftID, reason: String)
    /// Read an emergency release back.
    case readBack(DraftID, ReadingVerdict, note: String?)
    /// Ask to withhold, restore, withdraw or remove what is public.
    case change(PublicAction, StoryID, note: String)
    /// Ask to drop a correction from the list.
    case dropCorrection(StoryID, OperationID, reason: String)
    /// Second a request that takes two.
    case second(StoryID, OperationID)
    /// Ask that entries be emptied by law.
    case askErasure(StoryID, [EntryID], reason: String)
    /// Order that entries be emptied by law.
    case orderErasure(StoryID, OperationID, [ErasedEntry])
}
