/// What a hub says between exchanges: that something happened, never what (ledger.md 7.5).
package enum HubEvent: Hashable, Sendable {
    /// Entries arrived; the newest has this number.
    case more(Cursor)
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
            self = .more(cursor)
        case "join":
            guard let count = facts["waiting"]?.number else { return nil }
            self = .join(waiting: count)
        case "bye": self = .bye
        default: return nil
        }
    }
}

/// Reads events from bytes as they come, cut anywhere; what it does not know it passes over.
package struct HubEventReader: Sendable {
    private var line: [UInt8] = []
    private var name = ""
    private var data = ""
    /// Bytes in one line at most: an honest hub needs a twentieth of it.
    package static let limitLine = 4_096

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
