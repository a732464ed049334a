import Synchronization

/// What a hub counts, as Prometheus reads it: no names, no addresses, no text.
package final class HubMeters: Sendable {
    private struct Counts {
        var calls: [String: Int] = [:]
        var received = 0
        var sent = 0
    }

    private let counts = Mutex(Counts())

    /// Starts at zero.
    package init() {}

    /// Counts one call by how it ended: "ok" or the code of its refusal.
    package func note(_ code: String, received: Int, sent: Int) {
        counts.withLock { counts in
            counts.calls[code, default: 0] += 1
            counts.received += received
            counts.sent += sent
        }
    }

    /// The counts in the text format of Prometheus, with how many exchanges are at work, how many
    /// devices listen, and how many entries each newsroom has.
    package func text(atWork: Int, listeners: Int, entries: [String: Int]) -> String {
        let counts = counts.withLock { $0 }
        let calls = counts.calls.sorted { $0.key < $1.key }
            .map { "stet_calls_total{code=\"\($0.key)\"} \($0.value)\n" }
        let held = entries.sorted { $0.key < $1.key }
            .map { "stet_entries{newsroom=\"\($0.key)\"} \($0.value)\n" }
        return """
            # HELP stet_calls_total Calls answered, by the code of the answer.
            # TYPE stet_calls_total counter
            \(calls.joined())\
            # HELP stet_body_bytes_total Bytes of bodies, received and sent.
            # TYPE stet_body_bytes_total counter
            stet_body_bytes_total{direction="received"} \(counts.received)
            stet_body_bytes_total{direction="sent"} \(counts.sent)
            # HELP stet_exchanges_at_work Exchanges that are being answered now.
            # TYPE stet_exchanges_at_work gauge
            stet_exchanges_at_work \(atWork)
            # HELP stet_listeners Devices that listen to live events.
            # TYPE stet_listeners gauge
            stet_listeners \(listeners)
            # HELP stet_entries Entries that a newsroom has here.
            # TYPE stet_entries gauge
            \(held.joined())
            """
    }
}
