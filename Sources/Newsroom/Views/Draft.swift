/// One line of work on a story.
public struct Draft: Sendable {
    /// Its id.
    public let id: DraftID
    /// The story.
    public let story: StoryID
    /// What it is for.
    public let kind: DraftKind
    /// The revision that it was opened on.
    public let openedOn: RevisionID?
    /// What it is called.
    public let label: String
    /// Who opened it.
    public let opener: MemberID
    /// The rank of its opening.
    public let rank: Rank
    /// Whether its opening, or anything on it, is in force.
    public internal(set) var isListed = false
    /// The fields set in it.
    public internal(set) var fields: [DocumentField: Register<String>] = [:]
    /// The version of the text, hidden changes included.
    var version = TextVersion()
    /// The changes of the text that were written in this draft.
    var ownChanges: [Int] = []
    /// What was merged into it.
    public internal(set) var merges: [OperationID: Merge] = [:]
    /// The entries whose overlaps were settled together.
    var settlements: [Set<EntryID>] = []
    /// Its revisions.
    public internal(set) var revisions: Set<RevisionID> = []
    /// The spikes, ended or not.
    public internal(set) var spikes: [OperationID: Spike] = [:]
    /// The spikes that were ended by name.
    var unspiked: Set<OperationID> = []
    /// Comments on it.
    public internal(set) var comments: [CommentID: Comment] = [:]
    /// What was handed to the reviewers.
    public internal(set) var submissions: [OperationID: Submission] = [:]
    /// The operations that took it back from them.
    var recalls: Set<OperationID> = []
    /// The requirements that do not bind it.
    public internal(set) var waivers: [OperationID: Waiver] = [:]
    /// The clearances given and not taken back.
    public internal(set) var clearances: [OperationID: Clearance] = [:]
    /// The objections raised.
    public internal(set) var objections: [OperationID: Objection] = [:]
    /// Verdicts that their givers took back.
    var retracted: Set<OperationID> = []
    /// Objections that a clearance or an overruling answered, by what answered.
    var answered: [OperationID: OperationID] = [:]
    /// The releases asked for.
    public internal(set) var releases: [OperationID: Release] = [:]
    /// Releases that a later one replaces.
    var supersededReleases: [OperationID: OperationID] = [:]
    /// The operations that took releases back.
    var cancels: [OperationID: MemberID] = [:]
    /// What readers found of emergency releases.
    public internal(set) var readings: [OperationID: Reading] = [:]

    /// The spikes that stand.
    public var standingSpikes: [Spike] {
        spikes.filter { !unspiked.contains($0.key) }.values
            .sorted { $0.operation < $1.operation }
    }
}

/// A draft as it was when saved.
public struct Revision: Sendable {
    /// Its id.
    public let id: RevisionID
    /// The draft.
    public let draft: DraftID
    /// Who saved it.
    public let author: MemberID
    /// The content hash.
    public let hash: ContentHash
    /// When he says he did.
    public let claimed: Moment
    /// What the saver said about it.
    public let note: String?
    /// Its place in the order of ranks.
    public let rank: Rank
    /// Whether the save is in force.
    public internal(set) var isListed = false
    /// What it contains.
    let content: SavedContent
}

/// What a revision contains, as its past says it; it never changes.
package struct SavedContent: Sendable, Hashable {
    /// The fields that have a value, in the order of the document.
    package let fields: [FieldValue]
    /// The fields that had several values.
    package let contested: Bool
    /// The version of the text.
    package let version: TextVersion
    /// The text changes that did not show.
    package let hidden: [Int]
    /// The base.
    package let base: RevisionID?
    /// The merges into the draft and the sets whose values it shows, with who wrote them.
    package let acts: [Contribution]

    /// Takes the parts.
    package init(
        fields: [FieldValue],
        contested: Bool,
        version: TextVersion,
        hidden: [Int],
        base: RevisionID?,
        acts: [Contribution]
    ) {
        self.fields = fields
        self.contested = contested
        self.version = version
        self.hidden = hidden
        self.base = base
        self.acts = acts
    }
}

/// A field with its value.
package struct FieldValue: Sendable, Hashable {
    /// Which field.
    package let field: DocumentField
    /// Its value.
    package let value: String

    /// Gives the field the value.
    package init(field: DocumentField, value: String) {
        self.field = field
        self.value = value
    }
}

/// An operation that made content, with who wrote it.
package struct Contribution: Sendable, Hashable {
    /// The operation.
    package let operation: OperationID
    /// Who wrote it.
    package let member: MemberID

    /// Names who wrote it.
    package init(operation: OperationID, member: MemberID) {
        self.operation = operation
        self.member = member
    }
}

/// What one draft took from another.
public struct Merge: Sendable, Hashable {
    /// Who merged.
    public let member: MemberID
    /// What.
    public let act: DraftMerge
    /// Its rank.
    public let rank: Rank
}

/// A draft that somebody killed.
public struct Spike: Sendable, Hashable {
    /// The operation.
    public let operation: OperationID
    /// Who.
    public let member: MemberID
    /// Why.
    public let reason: String
}

/// A remark on a draft.
public struct Comment: Sendable {
    /// Its id.
    public let id: CommentID
    /// Who wrote it.
    public let member: MemberID
    /// What.
    public let act: CommentAddition
    /// The answers.
    public internal(set) var replies: [OperationID: CommentAnswer] = [:]
    /// The operations that said it is dealt with.
    var resolutions: Set<OperationID> = []
    /// Its rank.
    public let rank: Rank
}

/// An answer to a comment.
public struct CommentAnswer: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What he says.
    public let text: String
    /// Its rank.
    public let rank: Rank
}
