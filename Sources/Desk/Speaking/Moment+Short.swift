import Newsroom

extension Moment {
    /// Date and minute: "2026-05-03 06:00Z".
    var minute: String { "\(utcSeconds.prefix(10)) \(utcSeconds.dropFirst(11).prefix(5))Z" }

    /// Day and minute: "05-03 06:00Z"; on the day itself "06:00Z".
    func short(on day: Moment) -> String {
        let (full, today) = (utcSeconds, day.utcSeconds)
        let minute = "\(full.dropFirst(11).prefix(5))Z"
        return full.prefix(10) == today.prefix(10)
            ? minute : "\(full.dropFirst(5).prefix(5)) \(minute)"
    }
}
