package import Newsroom

/// A time of the press's clock as it is written, with the offset of the newsroom's zone then.
///
/// Whole seconds; rendering needs no time zone database.
package struct WrittenTime: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00 UTC.
    package let seconds: Int64
    /// Minutes that the zone is ahead of UTC.
    package let offset: Int

    /// Cuts a moment to whole seconds.
    package init(_ moment: Moment, offset: Int) {
        let floor = moment.milliseconds >= 0 ? moment.milliseconds : moment.milliseconds - 999
        seconds = floor / 1_000
        self.offset = offset
    }

    /// The moment.
    package var moment: Moment { Moment(milliseconds: seconds * 1_000) }

    /// The date and time as the newsroom's clocks show them.
    package var local: CalendarTime { CalendarTime(secondsSince1970: seconds + Int64(offset) * 60) }

    /// The folder of its month: `2026/01`.
    package var month: String { "\(padded(local.year, to: 4))/\(padded(local.month))" }
}

extension WrittenTime: Comparable {
    /// Compares moments, whatever their offsets.
    package static func < (left: WrittenTime, right: WrittenTime) -> Bool {
        left.seconds < right.seconds
    }
}

extension WrittenTime: CustomStringConvertible {
    /// RFC 3339: `2026-01-02T10:00:00+01:00`.
    package var description: String {
        // Pages say it by the hundred thousand, so it is put together from bytes.
        let time = local
        var text: [UInt8] = []
        text.reserveCapacity(25)
        text += padded(time.year, to: 4).utf8
        let parts =
            [
                ("-", time.month), ("-", time.day), ("T", time.hour), (":", time.minute),
                (":", time.second), (offset < 0 ? "-" : "+", abs(offset) / 60),
                (":", abs(offset) % 60),
            ] as [(Unicode.Scalar, Int)]
        for (mark, number) in parts {
            text.append(UInt8(ascii: mark))
            text.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
            text.append(UInt8(ascii: "0") + UInt8(number % 10))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// RFC 822 with a four-digit year: `Fri, 02 Jan 2026 10:00:00 +0100` (F7).
    package var mail: String {
        let time = local
        return "\(weekdays[time.weekday]), \(padded(time.day)) \(months[time.month - 1]) "
            + "\(padded(time.year, to: 4)) "
            + "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second)) "
            + "\(sign)\(padded(abs(offset) / 60))\(padded(abs(offset) % 60))"
    }

    private var sign: String { offset < 0 ? "-" : "+" }

    /// Reads what `description` prints; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 25 else { return nil }
        let places = [(0, 4), (5, 2), (8, 2), (11, 2), (14, 2), (17, 2), (20, 2), (23, 2)]
        let numbers = places.map { start, count in
            bytes[start..<(start + count)].reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
        }
        let offset = (numbers[6] * 60 + numbers[7]) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
        let day = daysSince1970(year: numbers[0], month: numbers[1], day: numbers[2])
        let minutes = numbers[3] * 60 + numbers[4] - offset
        seconds = Int64(day) * 86_400 + Int64(minutes) * 60 + Int64(numbers[5])
        self.offset = offset
        // Whatever was no digit, or no date, prints otherwise.
        guard description.utf8.elementsEqual(bytes) else { return nil }
    }
}

private let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
private let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

/// The inverse of `CalendarTime`, after the same source.
private func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}
