/// Takes another draft's text into a draft (draft.merge, 87).
public struct DraftMerge: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Into which draft.
    public var draft: DraftID
    /// From which.
    public var from: DraftID
    /// The text changes taken, with all before them, up to 64.
    public var heads: [EntryID]
    /// The revision that has them, if one does; it can be the draft's base.
    public var revision: RevisionID?

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        from: DraftID,
        heads: [EntryID],
        revision: RevisionID? = nil
    ) {
        self.story = story
        self.draft = draft
        self.from = from
        self.heads = heads
        self.revision = revision
    }
}

/// Kills a draft, for now (draft.spike, 93).
public struct DraftSpike: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        reason: String
    ) {
        self.story = story
        self.draft = draft
        self.reason = reason
    }
}

/// Ends spikes of a draft (draft.unspike, 95).
public struct DraftUnspike: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Which spikes, ascending.
    public var spikes: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        spikes: [OperationID]
    ) {
        self.story = story
        self.draft = draft
        self.spikes = spikes
    }
}
