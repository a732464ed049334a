import Prose

/// One line of work on a story.
public struct Draft: Sendable {
    /// Its id.
    public let id: DraftID
    /// The story.
    public let story: StoryID
    /// What it is for.
    public let kind: DraftKind
    /// The revision that it starts from.
    public let base: RevisionID?
    /// What it is called.
    public let label: String
    /// Who opened it.
    public let opener: MemberID
    /// The fields set in it.
    public internal(set) var fields: [DocumentField: Register<String>] = [:]
    /// Who wrote which set of a field.
    var fieldAuthors: [OperationID: MemberID] = [:]
    /// The version of the text.
    var frontier: Frontier = []
    /// The entries whose overlaps were settled together.
    var settlements: [Set<EntryID>] = []
    /// Its revisions.
    public internal(set) var revisions: Set<RevisionID> = []
    /// What was handed to the reviewers.
    public internal(set) var submissions: [OperationID: Submission] = [:]
    /// The clearances given.
    public internal(set) var clearances: [OperationID: Clearance] = [:]
    /// The objections raised.
    public internal(set) var objections: [OperationID: Objection] = [:]
    /// The releases asked for.
    public internal(set) var releases: [OperationID: Release] = [:]
    /// The press's refusals, by the release that they answer.
    public internal(set) var refusals: [OperationID: [RefusalReason]] = [:]
    /// The receipt that published it.
    public internal(set) var receipt: PublicReceipt?
}

/// A draft as it was when saved.
public struct Revision: Sendable, Hashable {
    /// Its id.
    public let id: RevisionID
    /// The draft.
    public let draft: DraftID
    /// Who saved it.
    public let author: MemberID
    /// The content hash.
    public let hash: ContentHash
    /// The document.
    public let document: CanonicalDocument
    /// When he says he did.
    public let claimed: Moment
    /// What the saver said about it.
    public let note: String?
    /// Its place in the order of ranks.
    public let rank: Rank
    /// The operations that made its content, by who wrote them.
    let contributions: [OperationID: MemberID]
    /// The text changes that no other in it follows.
    let textHeads: [EntryID]
}

/// A submission, with what its author had seen.
public struct Submission: Sendable, Hashable {
    /// Who submitted.
    public let member: MemberID
    /// What.
    public let act: DraftSubmission
    /// The objections that were known to him.
    let seen: Set<OperationID>
}

/// A clearance, with who gave it.
public struct Clearance: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: GateClearance
    /// The readable text that his device sealed.
    public let statement: Statement
}

/// An objection, with who raised it.
public struct Objection: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: GateObjection
}

/// A release asked for, with who asked.
public struct Release: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: ReleaseRequest
    /// Its rank among requests.
    public let rank: Rank
    /// The readable text that his device sealed.
    public let statement: Statement
}
