/// What is public beyond a receipt (receipt.record, 158); the fold ignores it.
public struct ReceiptRecord: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// The receipt that it belongs to.
    public var receipt: OperationID
    /// The receipt's text, up to 64 KiB.
    public var text: [UInt8]
    /// The press's signature over that text.
    public var seal: Seal
    /// The press's signature over the log's checkpoint after it.
    public var checkpointSeal: Seal
    /// The body as HTML, up to 768 KiB.
    public var body: [UInt8]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        receipt: OperationID,
        text: [UInt8],
        seal: Seal,
        checkpointSeal: Seal,
        body: [UInt8]
    ) {
        self.story = story
        self.receipt = receipt
        self.text = text
        self.seal = seal
        self.checkpointSeal = checkpointSeal
        self.body = body
    }
}

/// What the press appends to the list of keys (keys.record, 32); the fold ignores it.
public struct KeysRecord: Hashable, Sendable {
    /// The lines appended, each ended by a line feed, up to 64 KiB.
    public var lines: String
    /// The press's signature over the whole list.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        lines: String,
        seal: Seal
    ) {
        self.lines = lines
        self.seal = seal
    }
}
