/// Where the part of a newsroom lies that is not in memory (docs/decisions/0601).
///
/// It is what folding its first `count` entries gave; whoever keeps one gives the same answers as
/// long as it lives. It cannot throw, for the rules that ask it are pure: an archive that cannot be
/// read answers with nothing, remembers that, and its owner throws everything away that came of it.
package protocol Archive: Sendable {
    /// How many entries lie in it: all below this place.
    var count: Int { get }

    /// The entry at a place below `count`.
    func entry(at place: Int) -> ArchivedEntry

    /// The place of an entry; nil where it is not in here.
    func place(of entry: EntryID) -> Int?

    /// The places of the entries of logs, ascending.
    func places(of logs: [LogID]) -> [Int]

    /// The operations on a story, in the order in which they were folded.
    func points(of story: StoryID) -> [Point]

    /// A story as it was made before, or as `make` makes it now; nil where it is not in here.
    func story(_ id: StoryID, make: () -> ArchivedStory?) -> ArchivedStory?

    /// All stories.
    var stories: [StoryID] { get }

    /// The stories that are shown under a name.
    func stories(named name: String) -> [StoryID]

    /// The names that begin so, ascending, at most so many.
    func names(beginning: String, limit: Int) -> [String]

    /// The names under which several stories are shown.
    var sharedNames: [String] { get }

    /// The stories in which something needs a person.
    var troubledStories: [StoryID] { get }

    /// The stories whose id, or the id of one of whose drafts, begins with these digits.
    func stories(beginning digits: String) -> [StoryID]

    /// The public history, in public order.
    var steps: [PublicStep] { get }

    /// The last step of it.
    var lastStep: PublicStep? { get }

    /// The stories that went out under a slug.
    func stories(publishedAs slug: Slug) -> [StoryID]
}

/// An entry as an archive gives it back.
package struct ArchivedEntry: Sendable {
    let node: CausalHistory.Node
    let past: Past
    let acts: [Act]
    /// The numbers of the sets of the newsroom as a whole, before the entry and with it.
    let frontiers: (before: Int32, after: Int32)

    /// Joins what an entry's bytes say with what folding it found.
    package init(_ facts: EntryFacts, at place: Int, _ record: ArchivedRecord) {
        node = CausalHistory.Node(
            id: facts.id,
            device: facts.device,
            seq: facts.seq,
            lamport: facts.lamport,
            claimed: facts.claimed,
            log: record.log,
            branch: record.branch,
            prev: record.prev,
            parents: record.parents,
            isErasable: record.isErasable
        )
        past = record.past
        frontiers = (record.frontierBefore, record.frontierAfter)
        acts = zip(facts.operations, record.verdicts).enumerated().map { index, found in
            Act(found.0.resolved(in: facts.id), at: Point(place, index), found.1)
        }
    }

    /// What stands for an entry that could not be read; whatever comes of it is thrown away.
    package static func lost(at place: Int) -> ArchivedEntry {
        let nothing = Bytes32.zero
        let facts = EntryFacts(
            id: EntryID(nothing),
            log: LogID(nothing),
            device: DeviceKey(nothing),
            seq: 0,
            prev: nil,
            parents: [],
            lamport: 0,
            claimed: Moment(milliseconds: 0),
            operations: []
        )
        return ArchivedEntry(facts, at: place, ArchivedRecord())
    }
}

/// What folding an entry found, besides what its bytes say.
package struct ArchivedRecord: Sendable {
    /// The number of its log.
    package var log: Int32 = 0
    /// The stretch of the log that it belongs to.
    package var branch: Int32 = 0
    /// The place of the entry before it; -1 for none.
    package var prev: Int32 = -1
    /// The places of its further causes.
    package var parents: [Int32] = []
    /// Whether the law may empty it.
    package var isErasable = false
    /// What its author had seen.
    package var past = Past()
    /// The number of the set of operations of the newsroom as a whole in its past.
    package var frontierBefore: Int32 = 0
    /// The same with itself.
    package var frontierAfter: Int32 = 0
    /// What became of each operation.
    package var verdicts: [ArchivedVerdict] = []

    /// Nothing was found.
    package init() {}
}

/// What folding an operation found.
package struct ArchivedVerdict: Sendable {
    /// The capabilities of which one is needed.
    package var needed: Capabilities
    /// What its past says.
    package var findings: Findings
    /// Whether a split log holds it back.
    package var canBeHeld: Bool
    /// Who wrote it; zeros for nobody.
    package var author: MemberID
    /// What became of it.
    package var status: OperationStatus
    /// Who adopted it.
    package var adopter: MemberID?
    /// Whether the law took its words.
    package var isErased: Bool
    /// Whether it gives somebody a device that never consented.
    package var isDisbelieved: Bool

    /// Takes what was found.
    package init(
        needed: Capabilities,
        findings: Findings,
        canBeHeld: Bool,
        author: MemberID,
        status: OperationStatus,
        adopter: MemberID?,
        isErased: Bool,
        isDisbelieved: Bool
    ) {
        self.needed = needed
        self.findings = findings
        self.canBeHeld = canBeHeld
        self.author = author
        self.status = status
        self.adopter = adopter
        self.isErased = isErased
        self.isDisbelieved = isDisbelieved
    }
}

extension ArchivedVerdict {
    init(_ act: Act) {
        var isDisbelieved = false
        if case .malformed(_, let body) = act.operation { isDisbelieved = body.isEmpty }
        self.init(
            needed: act.needed,
            findings: act.findings,
            canBeHeld: act.canBeHeld,
            author: act.author,
            status: act.status,
            adopter: act.adopter,
            isErased: act.isErased,
            isDisbelieved: isDisbelieved
        )
    }
}

extension Act {
    init(_ operation: Operation, at point: Point, _ verdict: ArchivedVerdict) {
        self.init(
            operation: verdict.isDisbelieved
                ? .malformed(type: operation.type, body: []) : operation,
            point: point,
            needed: verdict.needed,
            findings: verdict.findings,
            canBeHeld: verdict.canBeHeld,
            author: verdict.author,
            status: verdict.status,
            adopter: verdict.adopter,
            isErased: verdict.isErased
        )
    }
}
