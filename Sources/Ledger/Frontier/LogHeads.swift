public import Newsroom
import Signing

/// The newest entries of every log, and one hash over all of them (ledger.md 7.1).
///
/// Two replicas with the same root hold the same entries. Logs fall into 256 buckets by the first
/// byte of their id, so that a difference is found by comparing 4 KiB.
public struct LogHeads: Sendable, Hashable {
    /// One head of a log; a forked log has several.
    public struct Item: Sendable, Hashable, Comparable {
        /// The log.
        public let log: LogID
        /// The head's place in it.
        public let seq: UInt64
        /// The head.
        public let head: EntryID

        /// Makes the item of an entry that no other of its log follows.
        public init(log: LogID, seq: UInt64, head: EntryID) {
            self.log = log
            self.seq = seq
            self.head = head
        }

        /// Compares the bytes: log, seq, head.
        public static func < (left: Item, right: Item) -> Bool {
            if left.log != right.log { return left.log < right.log }
            return left.seq == right.seq ? left.head < right.head : left.seq < right.seq
        }

        /// The bucket that the log falls into, 0 to 255.
        public var bucket: Int { Int(log.bytes.bytes[0]) }

        fileprivate var bytes: [UInt8] {
            log.bytes.bytes + bigEndian(seq, bytes: 8) + head.bytes.bytes
        }
    }

    private var heads: [LogID: Set<Item>] = [:]

    /// Makes the frontier of no entries.
    public init() {}

    /// Every head, in the order of the bytes.
    public var items: [Item] { heads.values.flatMap(\.self).sorted() }

    /// The logs that have several heads, ascending: each has several histories.
    public var forked: [LogID] { heads.filter { $0.value.count > 1 }.keys.sorted() }

    /// The heads of a log, ascending.
    public func heads(of log: LogID) -> [EntryID] { (heads[log] ?? []).map(\.head).sorted() }

    /// The highest place of a log; nil where nothing of it is here.
    public func highest(of log: LogID) -> UInt64? { heads[log]?.map(\.seq).max() }

    /// Takes in a head of a log.
    public mutating func note(_ head: Item) { heads[head.log, default: []].insert(head) }

    /// Takes in an accepted entry, whose causes were taken in before.
    public mutating func advance(over entry: Entry) {
        var items = heads[entry.log] ?? []
        if let prev = entry.prev {
            items.remove(Item(log: entry.log, seq: entry.seq - 1, head: prev))
        }
        items.insert(Item(log: entry.log, seq: entry.seq, head: entry.id))
        heads[entry.log] = items
    }

    /// The 256 hashes of 16 bytes; zeros for an empty bucket.
    public var buckets: [[UInt8]] {
        var members = [[Item]](repeating: [], count: 256)
        for item in items { members[item.bucket].append(item) }
        return members.map { items in
            guard !items.isEmpty else { return [UInt8](repeating: 0, count: 16) }
            return Array(sha256(Array("stet bucket 1\n".utf8) + items.flatMap(\.bytes))[..<16])
        }
    }

    /// One hash over all heads.
    public var root: Bytes32 {
        digest(Array("stet frontier 1\n".utf8) + buckets.flatMap(\.self))
    }
}
