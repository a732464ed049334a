import Newsroom

/// A time as HTTP writes it: `Thu, 01 Jan 2026 09:00:00 GMT` (RFC 9110, 5.6.7).
struct HTTPDate: Sendable, Hashable {
    /// `2026-01-01T09:00:00Z`: sorts as the times do.
    let sortable: String
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A moment, cut to seconds.
    init(_ moment: Moment) { sortable = moment.utcSeconds }

    /// Reads the one form that is written today; nil for anything else.
    init?(parsing text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[1].count == 2, parts[3].count == 4,
            parts[4].count == 8, let month = Self.months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        sortable = "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z"
    }

    /// The text for a header.
    static func text(of moment: Moment) -> String {
        let parts = moment.utcSeconds.split { "-T:Z".contains($0) }
        guard parts.count == 6, let month = Int(parts[1]) else { return "" }
        // 1 January 1970 was a Thursday.
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let day = weekdays[Int(max(0, moment.milliseconds) / 86_400_000 % 7)]
        return "\(day), \(parts[2]) \(months[month - 1]) \(parts[0]) "
            + "\(parts[3]):\(parts[4]):\(parts[5]) GMT"
    }
}
