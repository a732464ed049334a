/// Restricts what may be published of a story (restrict.set, 121).
public struct RestrictionSetting: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// How.
    public var kind: RestrictionKind
    /// Whether only a lawyer may lift it.
    public var isLegal: Bool
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        kind: RestrictionKind,
        isLegal: Bool,
        reason: String
    ) {
        self.story = story
        self.kind = kind
        self.isLegal = isLegal
        self.reason = reason
    }
}

/// Ends restrictions (restrict.lift, 123).
public struct RestrictionLift: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which, ascending.
    public var restrictions: [OperationID]
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        restrictions: [OperationID],
        reason: String
    ) {
        self.story = story
        self.restrictions = restrictions
        self.reason = reason
    }
}
