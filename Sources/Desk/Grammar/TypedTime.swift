import Foundation
import Newsroom

/// A time as a person types it, with its zone: `2026-05-03T06:00+01:00`.
struct TypedTime: Sendable {
    /// The moment that it names.
    let moment: Moment
    /// The offset that was typed: "+01:00", or "Z".
    let zone: String

    /// Reads RFC 3339, with or without seconds.
    ///
    /// - Throws: `DeskError.badTime`.
    init(_ text: String) throws(DeskError) {
        let pattern = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})/
        guard let match = text.wholeMatch(of: pattern) else { throw .badTime(text) }
        let full = "\(match.1)T\(match.2)\(match.3 ?? ":00")\(match.4)"
        guard let date = try? Date(full, strategy: .iso8601) else { throw .badTime(text) }
        zone = String(match.4)
        moment = Moment(milliseconds: Int64(date.timeIntervalSince1970) * 1_000)
    }
}
