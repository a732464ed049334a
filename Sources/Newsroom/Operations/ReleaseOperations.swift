/// Asks the press to publish exact content (release.ask, 131).
public struct ReleaseRequest: Hashable, Sendable {
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
    /// At once, or at a time of the press's clock.
    public var when: ReleaseTime
    /// Earlier releases of the draft that this one replaces.
    public var superseded: [OperationID]
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        revision: RevisionID,
        hash: ContentHash,
        slug: Slug,
        replaces: ContentHash? = nil,
        clearances: [OperationID],
        when: ReleaseTime,
        superseded: [OperationID],
        seal: Seal
    ) {
        self.story = story
        self.draft = draft
        self.revision = revision
        self.hash = hash
        self.slug = slug
        self.replaces = replaces
        self.clearances = clearances
        self.when = when
        self.superseded = superseded
        self.seal = seal
    }
}

/// The press published (receipt.issued, 151).
public struct ReceiptIssue: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The receipt's number in public order, from 0.
    public var number: Int
    /// The receipt before it.
    public var previous: OperationID?
    /// The request that it answers.
    public var request: OperationID
    /// Which draft.
    public var draft: DraftID
    /// Which revision.
    public var revision: RevisionID
    /// The content that is out.
    public var hash: ContentHash
    /// The content that it replaced.
    public var replaces: ContentHash?
    /// Under which slug.
    public var slug: Slug
    /// The story's version, from 1.
    public var version: Int
    /// When, by the press's clock.
    public var time: Moment

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        number: Int,
        previous: OperationID? = nil,
        request: OperationID,
        draft: DraftID,
        revision: RevisionID,
        hash: ContentHash,
        replaces: ContentHash? = nil,
        slug: Slug,
        version: Int,
        time: Moment
    ) {
        self.story = story
        self.number = number
        self.previous = previous
        self.request = request
        self.draft = draft
        self.revision = revision
        self.hash = hash
        self.replaces = replaces
        self.slug = slug
        self.version = version
        self.time = time
    }
}

/// The press refused (receipt.refused, 153).
public struct ReceiptRefusal: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The request that it answers.
    public var request: OperationID
    /// Why, all reasons that apply, up to 32.
    public var reasons: [RefusalReason]
    /// When, by the press's clock.
    public var time: Moment

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        request: OperationID,
        reasons: [RefusalReason],
        time: Moment
    ) {
        self.story = story
        self.request = request
        self.reasons = reasons
        self.time = time
    }
}

/// One reason of a refusal: a code and the operation that it points at.
public struct RefusalReason: Hashable, Sendable {
    /// The reason.
    public var code: RefusalCode
    /// The operation that it is about, if there is one.
    public var about: OperationID?

    /// Takes the fields in the order in which they travel.
    public init(
        code: RefusalCode,
        about: OperationID? = nil
    ) {
        self.code = code
        self.about = about
    }
}
