/// Asks the press to publish at once, past the gates of the policy (release.emergency, 133).
public struct EmergencyRequest: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Which revision.
    public var revision: RevisionID
    /// The content to publish.
    public var hash: ContentHash
    /// Under which slug.
    public var slug: Slug
    /// The live content that it replaces; none for a first publication.
    public var replaces: ContentHash?
    /// The clearances that it relies on, ascending.
    public var clearances: [OperationID]
    /// Earlier releases of the draft that this one replaces.
    public var superseded: [OperationID]
    /// The signature over the public statement.
    public var seal: Seal
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        revision: RevisionID,
        hash: ContentHash,
        slug: Slug,
        replaces: ContentHash? = nil,
        clearances: [OperationID],
        superseded: [OperationID],
        seal: Seal,
        reason: String
    ) {
        self.story = story
        self.draft = draft
        self.revision = revision
        self.hash = hash
        self.slug = slug
        self.replaces = replaces
        self.clearances = clearances
        self.superseded = superseded
        self.seal = seal
        self.reason = reason
    }
}

/// Takes back releases of a draft (release.cancel, 135).
public struct ReleaseCancellation: Hashable, Sendable {
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

/// Reads an emergency release back (release.read, 137).
public struct ReleaseReading: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which release.
    public var release: OperationID
    /// The content that was read.
    public var hash: ContentHash
    /// What the reader found.
    public var verdict: ReadingVerdict
    /// A word on it, a Text of 4,096.
    public var note: String?
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        release: OperationID,
        hash: ContentHash,
        verdict: ReadingVerdict,
        note: String? = nil,
        seal: Seal
    ) {
        self.story = story
        self.release = release
        self.hash = hash
        self.verdict = verdict
        self.note = note
        self.seal = seal
    }
}
