/// One operation as the fold keeps it: what was done, by whom, and what its past says about it.
struct Act: Sendable {
    /// The operation, with objects of its own entry named.
    let operation: Operation
    let point: Point
    /// The capabilities of which one is needed; none where a device that counts is enough.
    let needed: Capabilities
    /// What its past says that the state needs to know; it never changes.
    var findings: Findings
    /// Whether a split log holds it back.
    let canBeHeld: Bool
    /// The member who wrote it, over the whole set; zeros for a root key and for nobody.
    var author: MemberID
    var status: OperationStatus
    /// Who adopted it.
    var adopter: MemberID?
    /// Whether the law took its words.
    var isErased = false
}

/// What an operation's past says about it.
package indirect enum Findings: Sendable {
    /// Nothing that the state needs.
    case none
    /// What a save saved.
    case saved(SavedContent)
    /// What a release relies on.
    case terms(ReleaseTerms)
    /// The text that was sealed.
    case statement(Statement)
    /// Under which appointment a receipt was written, and what the press had overlooked.
    case receipt(appointment: OperationID, faults: [RefusalCode])
    /// That its standing was judged there too, once and for ever.
    case judgedOnce

    var isJudged: Bool { if case .judgedOnce = self { true } else { false } }
}
