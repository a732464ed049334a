/// Remarks on a draft, a field or words of the text (comment.add, 96).
public struct CommentAddition: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// What it is about.
    public var anchor: CommentAnchor
    /// The words that it is about, a Text of 512; may be empty.
    public var quote: String
    /// The comment, a Text of 4,096.
    public var text: String
    /// Whether it must be resolved before a release.
    public var isBlocking: Bool

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        anchor: CommentAnchor,
        quote: String,
        text: String,
        isBlocking: Bool
    ) {
        self.story = story
        self.draft = draft
        self.anchor = anchor
        self.quote = quote
        self.text = text
        self.isBlocking = isBlocking
    }
}

/// Answers a comment, which opens it again (comment.reply, 98).
public struct CommentReply: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which comment.
    public var comment: CommentID
    /// The answer, a Text of 4,096.
    public var text: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        comment: CommentID,
        text: String
    ) {
        self.story = story
        self.comment = comment
        self.text = text
    }
}

/// Says that a comment is dealt with (comment.resolve, 100).
public struct CommentResolution: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which comment.
    public var comment: CommentID

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        comment: CommentID
    ) {
        self.story = story
        self.comment = comment
    }
}
