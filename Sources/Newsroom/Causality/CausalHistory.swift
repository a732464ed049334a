/// Where an operation stands: the place of its entry in the order of arrival, and its index there.
package struct Point: Hashable, Comparable, Sendable {
    /// The place of the entry.
    package var place: Int { Int(entryPlace) }
    /// The place among the entry's operations; -1 for a point before the first.
    package var index: Int { Int(operationIndex) }

    private let entryPlace: Int32
    private let operationIndex: Int32

    /// After everything.
    package static let end = Point(Int(Int32.max), 0)

    /// Names the operation at `index` of the entry at `place`.
    package init(_ place: Int, _ index: Int) {
        entryPlace = Int32(place)
        operationIndex = Int32(index)
    }

    /// Compares in the order of arrival.
    package static func < (left: Point, right: Point) -> Bool {
        left.place == right.place ? left.index < right.index : left.place < right.place
    }
}

/// The shape of a set of entries: who follows whom, which logs are split (ledger.md 4 and 6).
///
/// Entries are numbered in order of arrival, causes first; nothing that is decided depends on
/// which order that is.
package struct CausalHistory: Sendable {
    /// What the shape keeps of an entry.
    struct Node: Sendable {
        let id: EntryID
        let device: DeviceKey
        let seq: UInt64
        let lamport: UInt64
        let claimed: Moment
        let log: Int32
        let branch: Int32
        let prev: Int32
        let parents: [Int32]
        /// Whether the law may empty it: it holds words alone, or a public record alone.
        let isErasable: Bool
    }

    /// A stretch of a log in which each entry follows the one before.
    struct Branch: Sendable {
        /// The entry that the first one follows, where it was not the newest of its branch.
        let root: Int32
        let firstSeq: UInt64
        var tip: Int32
    }

    private(set) var nodes: [Node] = []
    private var pasts: [Past] = []
    private var places: [EntryID: Int32] = [:]
    private(set) var branches: [Branch] = []
    private var branchesOfLog: [[Int32]] = []
    private var logNumbers: [LogID: Int32] = [:]
    private(set) var logs: [LogID] = []
    /// For each split log the entries that share a seq, in pairs.
    private(set) var splits: [Int32: [(first: Int, second: Int)]] = [:]

    /// An entry that is being written: it has seen everything, and stands at `count`.
    var coming: Node?

    /// The history of no entries.
    package init() {}

    /// What is kept of the entry at a place, the coming one included.
    func node(at place: Int) -> Node {
        if place < nodes.count { return nodes[place] }
        guard let coming else { preconditionFailure("no entry stands at place \(place)") }
        return coming
    }

    /// The number of entries.
    package var count: Int { nodes.count }

    /// The place of an entry; nil where it is not here.
    package func place(of entry: EntryID) -> Int? {
        places[entry].map(Int.init) ?? (entry == coming?.id ? nodes.count : nil)
    }

    /// The name of the entry at a place.
    package func id(at place: Int) -> EntryID { node(at: place).id }

    /// What the entry at a place had seen.
    package func past(of place: Int) -> Past { pasts[place] }

    /// The first entry of a log to arrive; nil where none of it is here.
    func firstPlace(of log: LogID) -> Int? {
        guard let number = logNumbers[log], let branch = branchesOfLog[Int(number)].first else {
            return nil
        }
        var place = Int(branches[Int(branch)].tip)
        while nodes[place].seq > branches[Int(branch)].firstSeq { place = Int(nodes[place].prev) }
        return place
    }

    /// The log of the entry at a place.
    package func log(at place: Int) -> LogID? {
        let number = Int(node(at: place).log)
        return number >= 0 ? logs[number] : nil
    }

    /// The number of a log; nil where no entry of it is here.
    func number(of log: LogID) -> Int32? { logNumbers[log] }

    /// Whether one operation is before another.
    package func isBefore(_ first: Point, _ second: Point) -> Bool {
        first.place == second.place
            ? first.index < second.index : isSeen(first.place, by: second.place)
    }

    /// Whether one entry is in the past of another.
    func isSeen(_ entry: Int, by later: Int) -> Bool {
        later >= nodes.count || entry < later && pasts[later].contains(entry)
    }

    /// Adds an entry whose causes were added before, and tells its place; a known one stays.
    ///
    /// - Returns: the place, and whether the entry split its log.
    @discardableResult
    package mutating func append(_ entry: EntryFacts) -> (place: Int, isSplit: Bool) {
        let place = nodes.count
        var past = Past()
        for cause in entry.causes {
            guard let known = places[cause] else { preconditionFailure("causes come first") }
            past.formUnion(pasts[Int(known)])
            past.insert(Int(known))
        }
        let log = number(entry.log)
        let prev = entry.prev.flatMap { places[$0] } ?? -1
        let twin = twin(of: entry.seq, in: log)
        nodes.append(
            Node(
                id: entry.id,
                device: entry.device,
                seq: entry.seq,
                lamport: entry.lamport,
                claimed: entry.claimed,
                log: log,
                branch: branch(after: prev, of: log, at: place, seq: entry.seq),
                prev: prev,
                parents: entry.parents.compactMap { places[$0] },
                isErasable: entry.isErasable
            )
        )
        pasts.append(past)
        places[entry.id] = Int32(place)
        if let twin { splits[log, default: []].append((first: twin, second: place)) }
        return (place, twin != nil)
    }

    private mutating func number(_ log: LogID) -> Int32 {
        if let known = logNumbers[log] { return known }
        let number = Int32(logs.count)
        logNumbers[log] = number
        logs.append(log)
        branchesOfLog.append([])
        return number
    }

    private mutating func branch(
        after prev: Int32,
        of log: Int32,
        at place: Int,
        seq: UInt64
    ) -> Int32 {
        if prev >= 0 {
            let branch = nodes[Int(prev)].branch
            if branches[Int(branch)].tip == prev {
                branches[Int(branch)].tip = Int32(place)
                return branch
            }
        }
        let number = Int32(branches.count)
        branches.append(Branch(root: prev, firstSeq: seq, tip: Int32(place)))
        branchesOfLog[Int(log)].append(number)
        return number
    }

    /// An entry of the same log with the same seq; nil where there is none.
    private func twin(of seq: UInt64, in log: Int32) -> Int? {
        for number in branchesOfLog[Int(log)] {
            let branch = branches[Int(number)]
            var place = Int(branch.tip)
            guard branch.firstSeq <= seq, seq <= nodes[place].seq else { continue }
            while nodes[place].seq > seq { place = Int(nodes[place].prev) }
            return place
        }
        return nil
    }
}
