package import Ledger
package import Newsroom
import Signing

/// A stretch of a log that a client asks for: the chain of a head, above a place.
package struct Want: Sendable, Hashable {
    /// The log.
    package let log: LogID
    /// The head.
    package let head: EntryID
    /// The place above which it is wanted; nil for all of it.
    package let after: UInt64?

    /// Takes log, head and place.
    package init(log: LogID, head: EntryID, after: UInt64?) {
        self.log = log
        self.head = head
        self.after = after
    }
}

/// What a client asks of a hub in one exchange, beside what it pushes.
package enum ExchangeQuestion: Sendable, Hashable {
    /// What arrived after a cursor: `EPOCH.NUMBER`, empty at the beginning.
    case arrivals(after: String)
    /// The heads of those of the 256 buckets that differ from these.
    case differences(from: [[UInt8]])
    /// Stretches of logs, at most `maximumWants`.
    case stretches([Want])

    /// Wants in one exchange at most.
    package static let maximumWants = 256
}

/// What a client says in one exchange.
package struct ExchangeRequest: Sendable {
    /// What it asks.
    package var question: ExchangeQuestion
    /// Most raw bytes wanted in the reply.
    package var limitBytes: Int
    /// What the hub does not have yet, causes first.
    package var entries: [Entry]
    /// For so many seconds the hub may wait for something to say.
    package var wait: Int

    /// Takes the parts.
    package init(
        question: ExchangeQuestion,
        limitBytes: Int,
        entries: [Entry],
        wait: Int = 0
    ) {
        self.question = question
        self.limitBytes = limitBytes
        self.entries = entries
        self.wait = wait
    }

    /// Seconds for which a hub may be asked to wait.
    package static let maximumWait = 25

    /// The body that travels.
    package var body: [UInt8] {
        var control: [String: JSONText] = [
            "protocol": .number(1), "software": .string("stet 0.1.0"),
            "max": .number(limitBytes), "count": .number(entries.count),
        ]
        if wait > 0 { control["wait"] = .number(wait) }
        switch question {
        case .arrivals(let cursor): control["cursor"] = .string(cursor)
        case .differences(let buckets):
            control["buckets"] = .string(Base64.encode(buckets.flatMap(\.self)))
        case .stretches(let wants): control["want"] = .array(wants.map(\.control))
        }
        return MessageBody.encode(.object(control), entries)
    }
}

/// A request as a hub reads it: the entries are bytes that nobody checked yet.
package struct ReceivedRequest: Sendable {
    /// What the client asks.
    package let question: ExchangeQuestion
    /// Most raw bytes wanted.
    package let limitBytes: Int
    /// What the client pushes.
    package let entries: [[UInt8]]
    /// For so many seconds the client would wait for something to hear.
    package let wait: Int

    /// Reads a body.
    ///
    /// - Throws: `SyncError.malformed`, `.versions`.
    package init(parsing body: [UInt8]) throws(SyncError) {
        let (control, entries) = try MessageBody.decode(body)
        guard let version = control["protocol"]?.number else { throw .malformed }
        guard version == 1 else { throw .versions }
        guard let limit = control["max"]?.number, (65_536...Frames.maximumRaw).contains(limit),
            control["count"]?.number == entries.count,
            let question = ExchangeQuestion(control)
        else { throw .malformed }
        let wait = control["wait"]?.number ?? 0
        guard (0...ExchangeRequest.maximumWait).contains(wait) else { throw .malformed }
        self.wait = wait
        self.question = question
        limitBytes = limit
        self.entries = entries
    }
}

extension ExchangeQuestion {
    fileprivate init?(_ control: JSONText) {
        if let text = control["buckets"]?.string {
            guard let bytes = Base64.decode(text), bytes.count == 256 * 16 else { return nil }
            self = .differences(
                from: stride(from: 0, to: bytes.count, by: 16).map { Array(bytes[$0..<($0 + 16)]) }
            )
        } else if let items = control["want"]?.array {
            let wants = items.compactMap { Want($0) }
            guard wants.count == items.count, wants.count <= Self.maximumWants else { return nil }
            self = .stretches(wants)
        } else {
            guard let cursor = control["cursor"]?.string else { return nil }
            self = .arrivals(after: cursor)
        }
    }
}

extension Want {
    fileprivate var control: JSONText {
        .object([
            "log": .string(log.description), "head": .string(head.description),
            "after": .number(after.map { Int($0) } ?? -1),
        ])
    }

    fileprivate init?(_ control: JSONText) {
        guard let log = control["log"]?.string.flatMap({ LogID(hex: $0) }),
            let head = control["head"]?.string.flatMap({ EntryID(hex: $0) }),
            let after = control["after"]?.number, after >= -1
        else { return nil }
        self.init(log: log, head: head, after: after < 0 ? nil : UInt64(after))
    }
}
