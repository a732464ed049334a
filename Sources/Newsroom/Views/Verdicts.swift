/// A submission, with who handed it in.
public struct Submission: Sendable, Hashable {
    /// Who submitted.
    public let member: MemberID
    /// What.
    public let act: DraftSubmission
    /// Its rank.
    public let rank: Rank
}

/// A clearance, with who gave it.
public struct Clearance: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: GateClearance
    /// Its rank.
    public let rank: Rank
    /// What the statement says besides.
    let signing: Signing

    /// The readable text that his device sealed.
    public var statement: Statement { .clearance(act, signing) }
}

/// An objection, with who raised it.
public struct Objection: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: GateObjection
    /// Its rank.
    public let rank: Rank
}

/// A waiver, with who gave it.
public struct Waiver: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What, and why.
    public let act: GateWaiver
}

/// A release asked for, with who asked.
public struct Release: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What; an emergency asks for now.
    public let act: ReleaseRequest
    /// Why the gates of the policy were passed by; nil for an ordinary release.
    public let emergency: String?
    /// Its rank among requests.
    public let rank: Rank
    /// What the statement says besides.
    let signing: Signing
    let terms: ReleaseTerms

    /// The readable text that his device sealed.
    public var statement: Statement { .release(act, terms, signing) }

    /// How many clearances it relies on at each gate: `desk=1 subs=- …`.
    public var gateCounts: String { terms.gates }
}

/// What a reader found of an emergency release, with who read.
public struct Reading: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: ReleaseReading
    /// Its rank.
    public let rank: Rank
    /// The readable text that his device sealed.
    public let statement: Statement
}
