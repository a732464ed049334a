/// Makes a story (story.create, 65); its id is the entry's.
public struct StoryCreation: Hashable, Sendable {
    /// The first slug.
    public var slug: Slug

    /// Takes the fields in the order in which they travel.
    public init(
        slug: Slug
    ) {
        self.slug = slug
    }
}

/// Sets a field of a story (story.set, 67).
public struct StorySetting: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which field.
    public var field: StoryField
    /// The new value; empty means none, but for the slug.
    public var value: String
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        field: StoryField,
        value: String,
        superseded: [OperationID]
    ) {
        self.story = story
        self.field = field
        self.value = value
        self.superseded = superseded
    }
}

/// Takes a story on (story.claim, 69).
public struct StoryClaim: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The claims that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        superseded: [OperationID]
    ) {
        self.story = story
        self.superseded = superseded
    }
}

/// Gives a story to a member (story.hand, 71).
public struct StoryHandover: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// To whom.
    public var to: MemberID
    /// A word to him, a Text of 1,000.
    public var note: String?
    /// The claims that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        to: MemberID,
        note: String? = nil,
        superseded: [OperationID]
    ) {
        self.story = story
        self.to = to
        self.note = note
        self.superseded = superseded
    }
}

/// Adds an internal note to a story (story.note, 72).
public struct StoryRemark: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The note, a Text of 4,096.
    public var text: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        text: String
    ) {
        self.story = story
        self.text = text
    }
}
