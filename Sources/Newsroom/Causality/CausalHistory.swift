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
    package struct Branch: Sendable, Hashable {
        /// The entry that the first one follows, where it was not the newest of its branch.
        package let root: Int32
        /// Its first entry.
        package let first: Int32
        /// The place of that in its log.
        package let firstSeq: UInt64
        /// Its last entry.
        package var tip: Int32

        /// Names the stretch.
        package init(root: Int32, first: Int32, firstSeq: UInt64, tip: Int32) {
            self.root = root
            self.first = first
            self.firstSeq = firstSeq
            self.tip = tip
        }
    }

    /// Two entries of one log with the same seq.
    package struct Twins: Sendable, Hashable {
        /// The one that came first.
        package let first: Int
        /// The other.
        package let second: Int

        /// Names the pair.
        package init(first: Int, second: Int) {
            self.first = first
            self.second = second
        }
    }

    /// The entries above those that lie in the archive.
    private var recent: [Node] = []
    private var recentPasts: [Past] = []
    private var recentPlaces: [EntryID: Int32] = [:]
    private var recentOfDevice: [DeviceKey: [Int32]] = [:]
    /// Where the entries below lie; nil where all are in memory.
    let archive: (any Archive)?
    private let archived: Int
    private(set) var branches: [Branch] = []
    private var branchesOfLog: [[Int32]] = []
    private var logNumbers: [LogID: Int32] = [:]
    private(set) var logs: [LogID] = []
    /// For each split log the entries that share a seq, in pairs.
    private(set) var splits: [Int32: [Twins]] = [:]

    /// An entry that is being written: it has seen everything, and stands at `count`.
    var coming: Node?

    /// The history of no entries.
    package init() { (archive, archived) = (nil, 0) }

    /// The history whose entries lie in an archive.
    init(_ shape: ArchivedShape, in archive: any Archive) {
        (self.archive, archived) = (archive, archive.count)
        logs = shape.logs
        for (number, log) in logs.enumerated() { logNumbers[log] = Int32(number) }
        branches = shape.branches.map(\.branch)
        branchesOfLog = Array(repeating: [], count: logs.count)
        for (number, branch) in shape.branches.enumerated() {
            branchesOfLog[Int(branch.log)].append(Int32(number))
        }
        splits = shape.splits
    }

    /// What an archive keeps of it besides the entries.
    var shape: ArchivedShape {
        var logsOfBranches = [Int32](repeating: 0, count: branches.count)
        for (log, numbers) in branchesOfLog.enumerated() {
            for number in numbers { logsOfBranches[Int(number)] = Int32(log) }
        }
        return ArchivedShape(
            logs: logs,
            branches: zip(logsOfBranches, branches).map { (log: $0, branch: $1) },
            splits: splits
        )
    }

    /// What is kept of the entry at a place, the coming one included.
    func node(at place: Int) -> Node {
        if place < archived { return entry(at: place).node }
        if place < count { return recent[place - archived] }
        guard let coming else { preconditionFailure("no entry stands at place \(place)") }
        return coming
    }

    /// An entry that lies in the archive.
    private func entry(at place: Int) -> ArchivedEntry {
        guard let archive else { preconditionFailure("nothing lies in an archive") }
        return archive.entry(at: place)
    }

    /// The number of entries.
    package var count: Int { archived + recent.count }

    /// The place of an entry; nil where it is not here.
    package func place(of entry: EntryID) -> Int? {
        if let place = recentPlaces[entry] { return Int(place) }
        if entry == coming?.id { return count }
        return archive?.place(of: entry)
    }

    /// The name of the entry at a place.
    package func id(at place: Int) -> EntryID { node(at: place).id }

    /// What the entry at a place had seen.
    package func past(of place: Int) -> Past {
        place < archived ? entry(at: place).past : recentPasts[place - archived]
    }

    /// The first entry of a log to arrive; nil where none of it is here.
    func firstPlace(of log: LogID) -> Int? {
        guard let number = logNumbers[log], let branch = branchesOfLog[Int(number)].first else {
            return nil
        }
        return Int(branches[Int(branch)].first)
    }

    /// The places of all entries that these devices wrote.
    func places(ofDevices devices: Set<DeviceKey>) -> [Int] {
        let recent = devices.flatMap { recentOfDevice[$0] ?? [] }.map { Int($0) }
        guard let archive else { return recent }
        let written = zip(logs, branchesOfLog).filter { _, branches in
            branches.first.map {
                devices.contains(node(at: Int(self.branches[Int($0)].first)).device)
            }
                ?? false
        }
        return archive.places(of: written.map(\.0)) + recent
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
        later >= count || entry < later && past(of: later).contains(entry)
    }

    /// Adds an entry whose causes were added before, and tells its place; a known one stays.
    ///
    /// - Returns: the place, and whether the entry split its log.
    @discardableResult
    package mutating func append(_ entry: EntryFacts) -> (place: Int, isSplit: Bool) {
        let place = count
        var past = Past()
        for cause in entry.causes {
            guard let known = self.place(of: cause) else {
                preconditionFailure("causes come first")
            }
            past.formUnion(self.past(of: known))
            past.insert(known)
        }
        let log = number(entry.log)
        let prev = entry.prev.flatMap { self.place(of: $0) }.map { Int32($0) } ?? -1
        let twin = twin(of: entry.seq, in: log)
        recent.append(
            Node(
                id: entry.id,
                device: entry.device,
                seq: entry.seq,
                lamport: entry.lamport,
                claimed: entry.claimed,
                log: log,
                branch: branch(after: prev, of: log, at: place, seq: entry.seq),
                prev: prev,
                parents: entry.parents.compactMap { self.place(of: $0).map { Int32($0) } },
                isErasable: entry.isErasable
            )
        )
        recentPasts.append(past)
        recentPlaces[entry.id] = Int32(place)
        recentOfDevice[entry.device, default: []].append(Int32(place))
        if let twin { splits[log, default: []].append(Twins(first: twin, second: place)) }
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
            let branch = node(at: Int(prev)).branch
            if branches[Int(branch)].tip == prev {
                branches[Int(branch)].tip = Int32(place)
                return branch
            }
        }
        let number = Int32(branches.count)
        branches.append(
            Branch(root: prev, first: Int32(place), firstSeq: seq, tip: Int32(place))
        )
        branchesOfLog[Int(log)].append(number)
        return number
    }

    /// An entry of the same log with the same seq; nil where there is none.
    private func twin(of seq: UInt64, in log: Int32) -> Int? {
        for number in branchesOfLog[Int(log)] {
            let branch = branches[Int(number)]
            var place = Int(branch.tip)
            guard branch.firstSeq <= seq, seq <= node(at: place).seq else { continue }
            while node(at: place).seq > seq { place = Int(node(at: place).prev) }
            return place
        }
        return nil
    }
}
