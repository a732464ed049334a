/// For each entry, which operations of the newsroom as a whole are in its past.
///
/// They are named by the entries among them that no other follows; nearly always that set is the
/// one of the entry before, so sets are numbered and shared (ledger.md 5.7).
struct OfficeFrontiers: Sendable {
    private let archive: (any Archive)?
    private let archived: Int
    private(set) var sets: [[Int32]] = [[]]
    private var numbers: [[Int32]: Int32] = [[]: 0]
    /// The number of the set of each recent entry's past.
    private var ofPast: [Int32] = []
    /// The number of the set of each recent entry's past and itself.
    private var after: [Int32] = []
    /// The set of all entries but the last.
    private(set) var before: Int32 = 0
    /// The set of all entries.
    private(set) var current: Int32 = 0

    /// Of no entries.
    init() { (archive, archived) = (nil, 0) }

    /// Of the entries that lie in an archive.
    init(_ frame: ArchivedFrame, in archive: any Archive) {
        (self.archive, archived) = (archive, archive.count)
        sets = frame.frontiers
        for (number, set) in sets.enumerated() { numbers[set] = Int32(number) }
        (before, current) = (frame.frontierBefore, frame.frontierAfter)
    }

    /// The number of the set in an entry's past.
    func number(ofPastOf place: Int) -> Int32 {
        place < archived
            ? archive?.entry(at: place).frontiers.before ?? 0 : ofPast[place - archived]
    }

    /// The number of the set in an entry's past, and itself.
    func number(after place: Int) -> Int32 {
        place < archived ? archive?.entry(at: place).frontiers.after ?? 0 : after[place - archived]
    }

    /// Notes an entry, the last to arrive.
    mutating func append(_ entry: EntryFacts, at place: Int, in history: CausalHistory) {
        let causes = entry.causes.compactMap { history.place(of: $0) }.map { number(after: $0) }
        let past = joined(causes, in: history)
        ofPast.append(past)
        before = current
        guard entry.operations.contains(where: \.isOfOffice) else {
            after.append(past)
            return
        }
        let own = number([Int32(place)])
        after.append(own)
        let rest = sets[Int(current)].filter { !history.isSeen(Int($0), by: place) }
        current = number(rest + [Int32(place)])
    }

    private mutating func joined(_ causes: [Int32], in history: CausalHistory) -> Int32 {
        guard let first = causes.first else { return 0 }
        if causes.allSatisfy({ $0 == first }) { return first }
        let all = Set(causes.flatMap { sets[Int($0)] }).sorted()
        let maximal = all.filter { place in
            !all.contains { $0 > place && history.isSeen(Int(place), by: Int($0)) }
        }
        return number(maximal)
    }

    private mutating func number(_ set: [Int32]) -> Int32 {
        if let known = numbers[set] { return known }
        let number = Int32(sets.count)
        sets.append(set)
        numbers[set] = number
        return number
    }
}

/// What the newsroom as a whole was in some pasts that differ from the present.
struct PastOffices: Sendable {
    struct Key: Hashable, Sendable {
        let frontier: Int32
        let forkPoints: [Int32: UInt64]
    }

    private static let limit = 32
    private var known: [Key: (Judge, Office)] = [:]
    private var order: [Key] = []

    func find(_ key: Key) -> (Judge, Office)? { known[key] }

    /// Keeps a past, and forgets the oldest of too many.
    mutating func keep(_ past: (Judge, Office), for key: Key) {
        guard known.updateValue(past, forKey: key) == nil else { return }
        order.append(key)
        if order.count > Self.limit { known[order.removeFirst()] = nil }
    }
}
