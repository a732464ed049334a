/// The press answers that this content is out already (receipt.joined, 155).
public struct ReceiptJoining: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The request that it answers.
    public var request: OperationID
    /// The receipt that published the content.
    public var receipt: OperationID
    /// When, by the press's clock.
    public var time: Moment

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        request: OperationID,
        receipt: OperationID,
        time: Moment
    ) {
        self.story = story
        self.request = request
        self.receipt = receipt
        self.time = time
    }
}

/// The press changed what is public (receipt.status, 157).
public struct ReceiptStatus: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The receipt's number in public order, from 0.
    public var number: Int
    /// The receipt before it.
    public var previous: OperationID?
    /// The request that it answers.
    public var request: OperationID
    /// What changed.
    public var change: PublicChange
    /// The content that was live.
    public var replaces: ContentHash
    /// What readers are told; may be empty.
    public var note: String
    /// When, by the press's clock.
    public var time: Moment

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        number: Int,
        previous: OperationID? = nil,
        request: OperationID,
        change: PublicChange,
        replaces: ContentHash,
        note: String,
        time: Moment
    ) {
        self.story = story
        self.number = number
        self.previous = previous
        self.request = request
        self.change = change
        self.replaces = replaces
        self.note = note
        self.time = time
    }
}
