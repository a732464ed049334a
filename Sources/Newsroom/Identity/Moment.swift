/// A time as people claim it; it is shown, and decides nothing but at the press.
public struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public let milliseconds: Int64

    /// Makes the moment that lies so many milliseconds after 1970 UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Compares moments, earlier first.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
