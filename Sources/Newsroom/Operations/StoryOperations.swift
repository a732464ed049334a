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
