package import Ledger
package import Newsroom

/// The body of a message: a control part in JSON, then frames of entries (ledger.md 7.3).
package enum MessageBody {
    /// Packed bytes in one body at most.
    package static let limitBytes = 4_194_304 + 4_194_304 + 4
    static let limitControl = 4_194_304

    static func encode(_ control: JSONText, _ entries: [Entry]) -> [UInt8] {
        let text = Array(control.description.utf8)
        let length = (0..<4).map { UInt8(truncatingIfNeeded: text.count >> (8 * (3 - $0))) }
        return length + text + Frames.encode(entries)
    }

    static func decode(_ bytes: [UInt8]) throws(SyncError) -> (JSONText, [[UInt8]]) {
        guard bytes.count >= 4 else { throw .malformed }
        let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= limitControl, length <= bytes.count - 4 else { throw .malformed }
        let control = try JSONText(parsing: Array(bytes[4..<(4 + length)]))
        do {
            return (control, try Frames.decode(Array(bytes[(4 + length)...])))
        } catch {
            throw .malformed
        }
    }
}

/// What a client says in one exchange.
package struct ExchangeRequest: Sendable {
    /// Where to go on reading: `EPOCH.NUMBER`, empty at the beginning.
    package var cursor: String
    /// Most raw bytes wanted in the reply.
    package var limitBytes: Int
    /// What the hub does not have yet, causes first.
    package var entries: [Entry]

    /// Takes the parts.
    package init(cursor: String, limitBytes: Int, entries: [Entry]) {
        self.cursor = cursor
        self.limitBytes = limitBytes
        self.entries = entries
    }

    /// The body that travels.
    package var body: [UInt8] {
        let control: [String: JSONText] = [
            "protocol": .number(1), "software": .string("stet 0.1.0"), "cursor": .string(cursor),
            "max": .number(limitBytes), "count": .number(entries.count),
        ]
        return MessageBody.encode(.object(control), entries)
    }
}

/// A request as a hub reads it: the entries are bytes that nobody checked yet.
package struct ReceivedRequest: Sendable {
    /// Where the client goes on reading.
    package let cursor: String
    /// Most raw bytes wanted.
    package let limitBytes: Int
    /// What the client pushes.
    package let entries: [[UInt8]]

    /// Reads a body.
    ///
    /// - Throws: `SyncError.malformed`, `.versions`.
    package init(parsing body: [UInt8]) throws(SyncError) {
        let (control, entries) = try MessageBody.decode(body)
        guard let version = control["protocol"]?.number else { throw .malformed }
        guard version == 1 else { throw .versions }
        guard let cursor = control["cursor"]?.string, let limit = control["max"]?.number,
            (65_536...Frames.maximumRaw).contains(limit),
            control["count"]?.number == entries.count
        else { throw .malformed }
        self.cursor = cursor
        limitBytes = limit
        self.entries = entries
    }
}

/// What a hub says in one exchange.
package struct ExchangeReply: Sendable {
    /// The client's next cursor.
    package var cursor: String
    /// The hub's newest number.
    package var last: Int
    /// Whether more lies behind the cursor.
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

    /// Takes the parts.
    package init(
        cursor: String,
        last: Int,
        more: Bool,
        root: Bytes32?,
        accepted: Int,
        known: Int,
        missing: [EntryID],
        refused: [String]
    ) {
        self.cursor = cursor
        self.last = last
        self.more = more
        self.root = root
        self.accepted = accepted
        self.known = known
        self.missing = missing
        self.refused = refused
    }

    /// The body that travels, with what the client lacks.
    package func body(with entries: [Entry]) -> [UInt8] {
        var control: [String: JSONText] = [
            "cursor": .string(cursor), "last": .number(last), "more": .bool(more),
            "count": .number(entries.count), "accepted": .number(accepted),
            "known": .number(known),
            "missing": .array(missing.map { .string($0.description) }),
            "refused": .array(refused.map { .object(["code": .string($0)]) }),
        ]
        if let root { control["root"] = .string(root.description) }
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
            let more = control["more"]?.bool, control["count"]?.number == entries.count,
            let accepted = control["accepted"]?.number, let known = control["known"]?.number,
            let missing = control["missing"]?.array, let refused = control["refused"]?.array
        else { throw .malformed }
        let reply = ExchangeReply(
            cursor: cursor,
            last: last,
            more: more,
            root: control["root"]?.string.flatMap { Bytes32(hex: $0) },
            accepted: accepted,
            known: known,
            missing: missing.compactMap { $0.string.flatMap { EntryID(hex: $0) } },
            refused: refused.compactMap { $0["code"]?.string }
        )
        return (reply, entries)
    }
}

/// A place in a hub's order of arrival: the database's life, and a number in it.
package struct Cursor: Hashable, Sendable, CustomStringConvertible {
    /// The epoch as 32 hexadecimal digits.
    package let epoch: String
    /// The number of the newest entry read.
    package let number: Int

    /// Takes epoch and number.
    package init(epoch: String, number: Int) {
        self.epoch = epoch
        self.number = number
    }

    /// Reads `EPOCH.NUMBER`; the empty text is the beginning of the hub's present epoch.
    ///
    /// - Throws: `SyncError.malformed`; `.epochChanged` where the text is of another epoch.
    package init(parsing text: String, epoch: String) throws(SyncError) {
        if text.isEmpty {
            self.init(epoch: epoch, number: 0)
            return
        }
        let parts = text.split(separator: ".")
        guard parts.count == 2, let number = Int(parts[1]), number >= 0 else { throw .malformed }
        guard parts[0] == epoch else { throw .epochChanged }
        self.init(epoch: epoch, number: number)
    }

    /// `EPOCH.NUMBER`.
    package var description: String { "\(epoch).\(number)" }
}
