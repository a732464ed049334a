/// Hands a revision to the reviewers (draft.submit, 105).
public struct DraftSubmission: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Which revision; zeros mean the one of this entry.
    public var revision: RevisionID
    /// The revision's content.
    public var hash: ContentHash
    /// A word to the reviewers, a Text of 4,096.
    public var note: String?

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        revision: RevisionID,
        hash: ContentHash,
        note: String? = nil
    ) {
        self.story = story
        self.draft = draft
        self.revision = revision
        self.hash = hash
        self.note = note
    }
}

/// Clears exact content at one gate (gate.clear, 109).
public struct GateClearance: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// At which gate.
    public var gate: Gate
    /// Which revision was read.
    public var revision: RevisionID
    /// The content that was read.
    public var hash: ContentHash
    /// The objections that this clearance answers, ascending.
    public var answers: [OperationID]
    /// A word to the writer, a Text of 4,096.
    public var note: String?
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        gate: Gate,
        revision: RevisionID,
        hash: ContentHash,
        answers: [OperationID],
        note: String? = nil,
        seal: Seal
    ) {
        self.story = story
        self.draft = draft
        self.gate = gate
        self.revision = revision
        self.hash = hash
        self.answers = answers
        self.note = note
        self.seal = seal
    }
}

/// Asks for changes at one gate (gate.changes, 111).
public struct GateObjection: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// At which gate.
    public var gate: Gate
    /// Which revision was read.
    public var revision: RevisionID
    /// The content that was read.
    public var hash: ContentHash
    /// What should change, a Text of 4,096, not empty.
    public var note: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        gate: Gate,
        revision: RevisionID,
        hash: ContentHash,
        note: String
    ) {
        self.story = story
        self.draft = draft
        self.gate = gate
        self.revision = revision
        self.hash = hash
        self.note = note
    }
}
