package import Ledger
package import Newsroom

/// The heads of the buckets in which a hub and a client differ.
package struct BucketHeads: Sendable, Hashable {
    /// The differing buckets, ascending: also those that are empty at the hub.
    package var buckets: [Int]
    /// The hub's heads in them.
    package var items: [LogHeads.Item]
    /// Whether there were more than fit.
    package var isPartial: Bool
    /// Heads in one reply at most.
    package static let maximumItems = 20_000

    /// Takes the parts.
    package init(buckets: [Int], items: [LogHeads.Item], isPartial: Bool) {
        self.buckets = buckets
        self.items = items
        self.isPartial = isPartial
    }
}

/// What a hub says in one exchange.
package struct ExchangeReply: Sendable {
    /// The client's next cursor.
    package var cursor: String
    /// The hub's newest number.
    package var last: Int
    /// Whether more lies behind the cursor, or more of what was wanted.
    package var more: Bool
    /// One hash over all of the hub's heads; only where nothing more lies behind the cursor.
    package var root: Bytes32?
    /// How many pushed entries joined the hub's set.
    package var accepted: Int
    /// How many it had.
    package var known: Int
    /// Causes of pushed entries that the hub lacks.
    package var missing: [EntryID]
    /// The codes of pushed entries that the hub refused.
    package var refused: [String]
    /// Those of them that had a name.
    package var refusedEntries: [EntryID]
    /// The answer to a comparison.
    package var heads: BucketHeads?

    /// Takes the parts.
    package init(
        cursor: String,
        last: Int,
        more: Bool,
        root: Bytes32?,
        accepted: Int,
        known: Int,
        missing: [EntryID],
        refused: [String],
        refusedEntries: [EntryID] = [],
        heads: BucketHeads? = nil
    ) {
        self.cursor = cursor
        self.last = last
        self.more = more
        self.root = root
        self.accepted = accepted
        self.known = known
        self.missing = missing
        self.refused = refused
        self.refusedEntries = refusedEntries
        self.heads = heads
    }

    /// The body that travels, with what the client lacks.
    package func body(with entries: [Entry]) -> [UInt8] {
        var control: [String: JSONText] = [
            "cursor": .string(cursor), "last": .number(last), "more": .bool(more),
            "count": .number(entries.count), "accepted": .number(accepted),
            "known": .number(known),
            "missing": .array(missing.map { .string($0.description) }),
            "refused": .array(
                refused.map { .object(["code": .string($0)]) }
                    + refusedEntries.map { .object(["entry": .string($0.description)]) }
            ),
        ]
        if let root { control["root"] = .string(root.description) }
        if let heads {
            control["buckets"] = .array(heads.buckets.map { .number($0) })
            control["items"] = .array(heads.items.map(\.control))
            control["partial"] = .bool(heads.isPartial)
        }
        return MessageBody.encode(.object(control), entries)
    }

    /// Reads a body; the entries are bytes that nobody checked yet.
    ///
    /// - Throws: `SyncError.malformed`.
    package static func parse(
        _ body: [UInt8]
    ) throws(SyncError) -> (reply: ExchangeReply, entries: [[UInt8]]) {
        let (control, entries) = try MessageBody.decode(body)
        guard let cursor = control["cursor"]?.string, let last = control["last"]?.number,
            let more = control["more"]?.bool, let accepted = control["accepted"]?.number,
            let known = control["known"]?.number, let missing = control["missing"]?.array,
            let refused = control["refused"]?.array, control["count"]?.number == entries.count
        else { throw .malformed }
        let reply = ExchangeReply(
            cursor: cursor,
            last: last,
            more: more,
            root: control["root"]?.string.flatMap { Bytes32(hex: $0) },
            accepted: accepted,
            known: known,
            missing: missing.compactMap { $0.string.flatMap { EntryID(hex: $0) } },
            refused: refused.compactMap { $0["code"]?.string },
            refusedEntries: refused.compactMap { $0["entry"]?.string.flatMap { EntryID(hex: $0) } },
            heads: try BucketHeads(control)
        )
        return (reply, entries)
    }
}

extension BucketHeads {
    /// The heads that a reply tells; nil where it tells none.
    fileprivate init?(_ control: JSONText) throws(SyncError) {
        guard let items = control["items"]?.array else { return nil }
        guard items.count <= Self.maximumItems, let buckets = control["buckets"]?.array,
            buckets.count <= 256
        else { throw .malformed }
        let (numbers, heads) = (
            buckets.compactMap(\.number), items.compactMap { LogHeads.Item($0) }
        )
        guard numbers.count == buckets.count, numbers.allSatisfy((0..<256).contains),
            heads.count == items.count
        else { throw .malformed }
        self.init(buckets: numbers, items: heads, isPartial: control["partial"]?.bool ?? false)
    }
}

extension LogHeads.Item {
    fileprivate var control: JSONText {
        .object([
            "log": .string(log.description), "seq": .number(Int(seq)),
            "head": .string(head.description),
        ])
    }

    fileprivate init?(_ control: JSONText) {
        guard let log = control["log"]?.string.flatMap({ LogID(hex: $0) }),
            let head = control["head"]?.string.flatMap({ EntryID(hex: $0) }),
            let seq = control["seq"]?.number, seq >= 0
        else { return nil }
        self.init(log: log, seq: UInt64(seq), head: head)
    }
}
