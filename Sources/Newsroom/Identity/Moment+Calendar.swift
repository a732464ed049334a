// Days to dates by the proleptic Gregorian calendar, after Hinnant, "chrono-Compatible Low-Level
// Date Algorithms": a year begins in March, so that the leap day is its last.

/// A date and time of day, without a zone.
public struct CalendarTime: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59.
    public let second: Int
    /// 0 for Sunday to 6 for Saturday.
    public let weekday: Int

    /// The date and time so many seconds after 1970-01-01 00:00.
    public init(secondsSince1970 seconds: Int64) {
        let days = Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
        let rest = Int(seconds - Int64(days) * 86_400)
        (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
        weekday = ((days + 4) % 7 + 7) % 7
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension Moment {
    /// The date and time in UTC.
    public var utc: CalendarTime {
        let floor = milliseconds >= 0 ? milliseconds : milliseconds - 999
        return CalendarTime(secondsSince1970: floor / 1_000)
    }

    /// RFC 3339 in UTC, cut to whole seconds: "2026-01-02T09:00:00Z".
    public var utcSeconds: String {
        let time = utc
        return "\(padded(time.year, to: 4))-\(padded(time.month))-\(padded(time.day))T"
            + "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))Z"
    }
}

/// A number with leading zeros.
package func padded(_ value: Int, to width: Int = 2) -> String {
    let digits = String(value)
    let missing = width - digits.utf8.count
    guard missing > 0 else { return digits }
    return missing == 1 ? "0" + digits : String(repeating: "0", count: missing) + digits
}
