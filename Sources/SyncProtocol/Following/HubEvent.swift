import Signing

/// What a hub says between exchanges: that something happened, and what, where that is short
/// (ledger.md 7.5, decision 501).
package enum HubEvent: Hashable, Sendable {
    /// Entries arrived; the newest has this number.
    case more(Cursor)
    /// The same, with the entries.
    case news(HubNews)
    /// So many ask to join.
    case join(waiting: Int)
    /// The hub closes the stream; open another.
    case bye
    /// Nothing but a sign of life.
    case beat

    /// The event as it travels in `text/event-stream`.
    package var text: String {
        switch self {
        case .more(let cursor): "event: more\ndata: {\"cursor\":\"\(cursor)\"}\n\n"
        case .news(let news):
            "event: more\ndata: {\"after\":\"\(news.after)\",\"cursor\":\"\(news.cursor)\","
                + "\"reply\":\"\(Base64.encode(news.reply))\"}\n\n"
        case .join(let count): "event: join\ndata: {\"waiting\":\(count)}\n\n"
        case .bye: "event: bye\ndata: {}\n\n"
        case .beat: ": ping\n\n"
        }
    }

    fileprivate init?(_ name: String, _ data: String) {
        guard let facts = try? JSONText(parsing: Array(data.utf8)) else { return nil }
        switch name {
        case "more":
            guard let cursor = facts["cursor"]?.string.flatMap({ Cursor($0) }) else { return nil }
            self = Self.news(facts, upTo: cursor).map { .news($0) } ?? .more(cursor)
        case "join":
            guard let count = facts["waiting"]?.number else { return nil }
            self = .join(waiting: count)
        case "bye": self = .bye
        default: return nil
        }
    }

    /// What is told along; nil where nothing is, or nothing that makes sense.
    private static func news(_ facts: JSONText, upTo cursor: Cursor) -> HubNews? {
        guard let after = facts["after"]?.string.flatMap({ Cursor($0) }),
            let reply = facts["reply"]?.string.flatMap({ Base64.decode($0) })
        else { return nil }
        return HubNews(after: after, cursor: cursor, reply: reply)
    }
}

/// Reads events from bytes as they come, cut anywhere; what it does not know it passes over.
package struct HubEventReader: Sendable {
    private var line: [UInt8] = []
    private var name = ""
    private var data = ""
    /// Bytes in one line at most: news as base64, and a thousand for the rest.
    package static let limitLine = HubNews.limitBytes * 4 / 3 + 1_024

    /// Starts at the beginning of a stream.
    package init() {}

    /// The events that end within these bytes.
    ///
    /// - Throws: `SyncError.tooLarge` where a line does not end.
    package mutating func take(_ bytes: some Sequence<UInt8>) throws(SyncError) -> [HubEvent] {
        var events: [HubEvent] = []
        for byte in bytes {
            guard byte == 0x0A else {
                guard line.count < Self.limitLine else { throw .tooLarge }
                line.append(byte)
                continue
            }
            if let event = endLine() { events.append(event) }
        }
        return events
    }

    private mutating func endLine() -> HubEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self)
        if text.isEmpty {
            defer { (name, data) = ("", "") }
            return name.isEmpty ? nil : HubEvent(name, data)
        }
        if text.hasPrefix(":") { return .beat }
        if text.hasPrefix("event: ") { name = String(text.dropFirst(7)) }
        if text.hasPrefix("data: ") { data = String(text.dropFirst(6)) }
        return nil
    }
}
