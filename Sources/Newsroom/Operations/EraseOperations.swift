/// Asks that entries be emptied by law (erase.ask, 161).
public struct ErasureRequest: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which entries, up to 256, ascending.
    public var entries: [EntryID]
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        entries: [EntryID],
        reason: String
    ) {
        self.story = story
        self.entries = entries
        self.reason = reason
    }
}

/// Orders that entries be emptied by law (erase.order, 163).
public struct ErasureOrder: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The request that it grants.
    public var request: OperationID
    /// What stays of each entry, up to 256.
    public var skeletons: [ErasedEntry]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        request: OperationID,
        skeletons: [ErasedEntry]
    ) {
        self.story = story
        self.request = request
        self.skeletons = skeletons
    }
}
