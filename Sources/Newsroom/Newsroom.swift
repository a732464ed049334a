/// A newsroom: the state that a set of entries makes, and what may be done in it (newsroom.md).
///
/// The fold is a function of the set alone: entries may come in any order that brings causes
/// first, and equal sets give equal `stateHash()`.
public struct Newsroom: Sendable {
    /// The state of everything folded so far.
    public private(set) var view: View
    private var entries: [EntryID: EntryFacts] = [:]
    private var order: [EntryID] = []
    private var statuses: [OperationID: OperationStatus] = [:]
    private var open: Set<EntryID> = []

    /// Makes the newsroom of no entries; `digest` is SHA-256.
    public init(digest: @escaping @Sendable ([UInt8]) -> Bytes32) {
        view = View(digest: digest)
    }

    /// The entries that no other follows, ascending: the causes of whatever is written next.
    public var heads: [EntryID] { open.sorted() }

    /// The number of entries.
    public var count: Int { entries.count }

    /// An entry that was folded.
    public func entry(_ id: EntryID) -> EntryFacts? { entries[id] }

    /// All entries, in the order in which they were folded.
    public var history: [EntryFacts] { order.compactMap { entries[$0] } }

    /// What became of an operation; nil where it is not here.
    public func status(of operation: OperationID) -> OperationStatus? { statuses[operation] }

    /// Everything that is not in force, in the order in which it was folded.
    public var notInForce: [(OperationID, Operation, OperationStatus)] {
        history.flatMap { entry in
            entry.operations.enumerated().compactMap { index, operation in
                let id = OperationID(entry.id, index)
                guard let status = statuses[id], status != .inForce else { return nil }
                return (id, operation, status)
            }
        }
    }

    /// Takes in an entry whose causes were taken in before; a known entry changes nothing.
    ///
    /// O(operations) where the entry has seen everything; otherwise the view of its past is made
    /// from the entries of that past.
    public mutating func fold(_ entry: EntryFacts) {
        guard entries[entry.id] == nil else { return }
        precondition(entry.causes.allSatisfy { entries[$0] != nil }, "causes are folded first")
        var past = hasSeenAll(entry) ? view : viewOfPast(of: entry)
        entries[entry.id] = entry
        order.append(entry.id)
        open.subtract(entry.causes)
        open.insert(entry.id)
        for (index, raw) in entry.operations.enumerated() {
            let operation = raw.resolved(in: entry.id)
            let status = past.judge(operation, in: entry)
            statuses[OperationID(entry.id, index)] = status
            guard status == .inForce else { continue }
            let before = past
            past.apply(operation, at: index, of: entry, past: before)
            view.apply(operation, at: index, of: entry, past: before)
        }
    }

    private func hasSeenAll(_ entry: EntryFacts) -> Bool { open.isSubset(of: entry.causes) }

    private func viewOfPast(of entry: EntryFacts) -> View {
        let past = past(of: entry)
        var replica = Newsroom(digest: view.digest)
        for id in order where past.contains(id) {
            guard let known = entries[id] else { continue }
            replica.fold(known)
        }
        return replica.view
    }

    /// Everything that an entry's author had seen.
    private func past(of entry: EntryFacts) -> Set<EntryID> {
        var past: Set<EntryID> = []
        var waiting = entry.causes
        while let next = waiting.popLast() {
            guard past.insert(next).inserted, let known = entries[next] else { continue }
            waiting += known.causes
        }
        return past
    }

    /// One hash over everything that the set of entries decides.
    public func stateHash() -> Bytes32 {
        var text = "stet state 1\n"
        for id in entries.keys.sorted() {
            guard let entry = entries[id] else { continue }
            for index in entry.operations.indices {
                let word = statuses[OperationID(id, index)]?.word ?? "-"
                text += "\(id) \(index) \(word)\n"
            }
        }
        for id in view.drafts.keys.sorted() {
            guard let draft = view.drafts[id] else { continue }
            text += "\(id) \(view.hash(of: id)) \(view.status(of: draft).rawValue)\n"
        }
        return view.digest(Array(text.utf8))
    }
}
