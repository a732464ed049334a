/// Asks the press to withhold, restore, withdraw or remove what is public (public.ask, 139).
public struct PublicRequest: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// What to do.
    public var action: PublicAction
    /// The content that is public now.
    public var replaces: ContentHash
    /// What readers are told, a Text of 2,000; a restore needs none.
    public var note: String
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        action: PublicAction,
        replaces: ContentHash,
        note: String,
        seal: Seal
    ) {
        self.story = story
        self.action = action
        self.replaces = replaces
        self.note = note
        self.seal = seal
    }
}

/// Asks the press to drop a line of the list of corrections (correction.drop, 141).
public struct CorrectionDrop: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The receipt of the correction.
    public var receipt: OperationID
    /// Why, a Text of 1,000.
    public var reason: String
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        receipt: OperationID,
        reason: String,
        seal: Seal
    ) {
        self.story = story
        self.receipt = receipt
        self.reason = reason
        self.seal = seal
    }
}

/// Seconds a request that takes two (public.second, 143).
public struct PublicSecond: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which request.
    public var request: OperationID
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        request: OperationID,
        seal: Seal
    ) {
        self.story = story
        self.request = request
        self.seal = seal
    }
}
