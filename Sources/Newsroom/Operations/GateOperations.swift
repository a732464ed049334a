/// Requires a gate of every draft of a story (gate.require, 101).
public struct GateRequirement: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which gate.
    public var gate: Gate
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        gate: Gate,
        reason: String
    ) {
        self.story = story
        self.gate = gate
        self.reason = reason
    }
}

/// Frees a draft of requirements of a gate (gate.waive, 103).
public struct GateWaiver: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Which gate.
    public var gate: Gate
    /// The requirements that no longer bind the draft, ascending.
    public var requirements: [OperationID]
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        gate: Gate,
        requirements: [OperationID],
        reason: String
    ) {
        self.story = story
        self.draft = draft
        self.gate = gate
        self.requirements = requirements
        self.reason = reason
    }
}

/// Takes a draft back from the reviewers (draft.recall, 107).
public struct DraftRecall: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which draft.
    public var draft: DraftID
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        draft: DraftID,
        reason: String
    ) {
        self.story = story
        self.draft = draft
        self.reason = reason
    }
}

/// Takes back one's own clearance or objection (verdict.retract, 113).
public struct VerdictRetraction: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which.
    public var verdict: OperationID
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        verdict: OperationID,
        reason: String
    ) {
        self.story = story
        self.verdict = verdict
        self.reason = reason
    }
}

/// Answers an objection over its author's head (verdict.overrule, 115).
public struct ObjectionOverruling: Hashable, Sendable {
    /// Which story.
    public var story: StoryID
    /// Which.
    public var objection: OperationID
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        story: StoryID,
        objection: OperationID,
        reason: String
    ) {
        self.story = story
        self.objection = objection
        self.reason = reason
    }
}
