/// Opens a draft (draft.open, 81); its id is the entry's.
public struct DraftOpening: Hashable, Sendable {
    /// Whose draft it is; zeros mean the story of this entry.
    public var story: StoryID
    /// What the draft is for.
    public var kind: DraftKind
    /// The revision that it starts from; none only for an original.
    public var base: RevisionID?
    /// What the draft is called, a Line of 64.
    public var label: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        kind: DraftKind,
        base: RevisionID? = nil,
        label: String
    ) {
        self.story = story
        self.kind = kind
        self.base = base
        self.label = label
    }
}

/// Sets a field of a draft's document (draft.set, 83).
public struct DraftSetting: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Which field.
    public var field: DocumentField
    /// The new value; empty means none.
    public var value: String
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        field: DocumentField,
        value: String,
        superseded: [OperationID]
    ) {
        self.story = story
        self.draft = draft
        self.field = field
        self.value = value
        self.superseded = superseded
    }
}

/// Changes a draft's text (draft.text, 85); one at most in an entry.
public struct TextChange: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// The draft's frontier that the edits speak of; zeros never appear here.
    public var parents: [EntryID]
    /// The edits, each seeing what the one before left, up to 4,096.
    public var edits: [TextEdit]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        parents: [EntryID],
        edits: [TextEdit]
    ) {
        self.story = story
        self.draft = draft
        self.parents = parents
        self.edits = edits
    }
}

/// Makes a revision (draft.save, 89); its id is the entry's.
public struct DraftSaving: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// The hash of the draft's canonical document at this point.
    public var hash: ContentHash
    /// What the saver says about it, a Text of 1,000.
    public var note: String?

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        hash: ContentHash,
        note: String? = nil
    ) {
        self.story = story
        self.draft = draft
        self.hash = hash
        self.note = note
    }
}

/// Says that overlapping changes are fine as they stand (draft.settle, 91).
public struct DraftSettlement: Hashable, Sendable {
    /// Whose draft it is.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// The text changes that are fine together, ascending.
    public var edits: [EntryID]

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        edits: [EntryID]
    ) {
        self.story = story
        self.draft = draft
        self.edits = edits
    }
}
