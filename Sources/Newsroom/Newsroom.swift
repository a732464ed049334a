/// A newsroom: the state that a set of entries makes, and what may be done in it (newsroom.md).
///
/// The fold is a function of the set alone: entries may come in any order that brings causes
/// first, and equal sets give equal `stateHash()`. Each operation is judged once in the view of
/// its past, which never changes; whether its author had the authority is asked of the whole set,
/// and asked again whenever rights are taken away.
public struct Newsroom: Sendable {
    /// The state of everything folded so far.
    public internal(set) var view: View
    /// Every operation.
    var acts = Acts()
    var judge = Judge(roots: [])
    /// The devices that ever were added for a member.
    var devicesOfMember: [MemberID: Set<DeviceKey>] = [:]
    var frontiers = OfficeFrontiers()
    var pastOffices = PastOffices()
    var open: Set<EntryID> = []

    /// Makes the newsroom of no entries; `digest` is SHA-256.
    public init(digest: @escaping @Sendable ([UInt8]) -> Bytes32) {
        view = View(digest: digest)
    }

    /// The entries that no other follows, ascending: the causes of whatever is written next.
    public var heads: [EntryID] { open.sorted() }

    /// The number of entries.
    public var count: Int { view.history.count }

    /// Takes in an entry whose causes were taken in before; a known entry changes nothing.
    ///
    /// O(operations) where the entry has seen everything; otherwise the story that an operation
    /// is about is made anew as its author saw it. O(operations of authority) where rights are
    /// taken away, and the stories that this concerns are made anew.
    @discardableResult
    public mutating func fold(_ entry: EntryFacts) -> Changes {
        var changes = Changes()
        guard view.history.place(of: entry.id) == nil else { return changes }
        let (place, isSplit) = view.history.append(entry)
        acts.beginEntry()
        frontiers.append(entry, at: place, in: view.history)
        open.subtract(entry.causes)
        open.insert(entry.id)
        if isSplit { recount(besides: [entry.device], &changes) }
        for (index, raw) in entry.operations.enumerated() {
            fold(raw.resolved(in: entry.id), of: entry, at: Point(place, index), &changes)
        }
        return changes
    }

    /// Whether an entry was folded.
    public func contains(_ entry: EntryID) -> Bool { view.history.place(of: entry) != nil }

    /// The rank of an entry; nil where it is not here.
    public func lamport(of entry: EntryID) -> UInt64? {
        view.history.place(of: entry).map { view.history.node(at: $0).lamport }
    }

    /// Whether who wrote an entry had seen another; false where one of them is not here.
    public func isSeen(_ earlier: EntryID, by later: EntryID) -> Bool {
        guard let one = view.history.place(of: earlier), let other = view.history.place(of: later)
        else { return false }
        return view.history.past(of: other).contains(one)
    }

    /// An entry that was folded; nil where it is not here.
    public func entry(_ id: EntryID) -> EntryFacts? {
        guard let place = view.history.place(of: id), place < count else { return nil }
        return entry(at: place)
    }

    /// All entries, in the order in which they were folded.
    public var history: [EntryFacts] { (0..<count).map { entry(at: $0) } }

    private func entry(at place: Int) -> EntryFacts {
        let node = view.history.node(at: place)
        return EntryFacts(
            id: node.id,
            log: view.history.log(at: place) ?? LogID(.zero),
            device: node.device,
            seq: node.seq,
            prev: node.prev >= 0 ? view.history.id(at: Int(node.prev)) : nil,
            parents: node.parents.map { view.history.id(at: Int($0)) },
            lamport: node.lamport,
            claimed: node.claimed,
            operations: acts.acts(at: place).map(\.operation)
        )
    }

    /// What became of an operation; nil where it is not here.
    public func status(of operation: OperationID) -> OperationStatus? {
        act(operation)?.status
    }

    /// An operation that was folded, with who wrote it; nil where it is not here.
    public func operation(_ id: OperationID) -> FoldedOperation? {
        act(id).map { folded($0) }
    }

    /// All operations on a story, in the order in which they were folded.
    public func operations(on story: StoryID) -> [FoldedOperation] {
        acts.at(acts.points(of: story)).map { folded($0) }
    }

    /// The operations of the newsroom as a whole, in the order in which they were folded.
    public var officeOperations: [FoldedOperation] { acts.at(acts.ofOffice).map { folded($0) } }

    /// All operations, in the order in which they were folded.
    public var operations: some Sequence<FoldedOperation> {
        (0..<count).lazy.flatMap { acts.acts(at: $0) }.map { folded($0) }
    }

    /// The operations of the entries that were folded after so many others.
    public func operations(fromEntry place: Int) -> [FoldedOperation] {
        (max(0, place)..<max(0, place, count)).flatMap { acts.acts(at: $0) }.map { folded($0) }
    }

    /// Everything that is not in force, in the order in which it was folded.
    public var notInForce: [FoldedOperation] {
        acts.at(acts.notInForce).map { folded($0) }
    }

    func act(_ id: OperationID) -> Act? {
        guard let place = view.history.place(of: id.entry), place < count else { return nil }
        return acts[Point(place, id.index)]
    }

    func folded(_ act: Act) -> FoldedOperation {
        let node = view.history.node(at: act.point.place)
        return FoldedOperation(
            id: view.operationID(of: act),
            operation: act.operation,
            author: act.author == MemberID(.zero) ? nil : act.author,
            adopter: act.adopter,
            device: node.device,
            claimed: node.claimed,
            lamport: node.lamport,
            status: act.status
        )
    }
}

/// An operation as the newsroom knows it.
public struct FoldedOperation: Sendable {
    /// Its name.
    public let id: OperationID
    /// What was done.
    public let operation: Operation
    /// Who did it; nil for a root key, and for a device that is nobody's.
    public let author: MemberID?
    /// Who adopted it.
    public let adopter: MemberID?
    /// The device that signed.
    public let device: DeviceKey
    /// When it was done, as the author says.
    public let claimed: Moment
    /// The rank of its entry.
    public let lamport: UInt64
    /// What became of it.
    public let status: OperationStatus
}

/// What folding an entry changed.
public struct Changes: Sendable {
    /// The stories whose state may have changed.
    public internal(set) var stories: Set<StoryID> = []
    /// Earlier operations of which something else became.
    public internal(set) var flipped: [OperationID] = []

    /// Adds what another entry changed.
    public mutating func formUnion(_ other: Changes) {
        stories.formUnion(other.stories)
        flipped += other.flipped
    }
}
