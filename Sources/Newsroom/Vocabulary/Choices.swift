/// What a draft is for.
public enum DraftKind: UInt8, CaseIterable, Hashable, Sendable {
    /// The first text of a story.
    case original
    /// New text of a story that is out.
    case update
    /// Says what was wrong and what is right.
    case correction
    /// Says more clearly what was right.
    case clarification
    /// The same story sent again, without a word to readers.
    case refile
}

/// Why a device log begins.
public enum LogOpeningReason: UInt8, CaseIterable, Hashable, Sendable {
    /// The device's first log.
    case first
    /// The folder was restored or copied.
    case restored
    /// The earlier log has two histories.
    case split
}

/// A field of the newsroom.
public enum NewsroomField: UInt8, CaseIterable, Hashable, Sendable {
    /// What the newsroom is called.
    case name
    /// The address of the public site.
    case site
    /// The time zone.
    case zone
    /// The language of the site.
    case language
    /// The theme of the site.
    case theme
}

/// A field of a story that is not part of its document.
public enum StoryField: UInt8, CaseIterable, Hashable, Sendable {
    /// The short name said aloud.
    case slug
    /// The desk that has it.
    case desk
    /// When it is due, in decimal milliseconds.
    case due
    /// Words commissioned, in decimal digits.
    case length
    /// Why no length was commissioned.
    case lengthReason
}

/// When a release takes effect.
public enum ReleaseTime: Hashable, Sendable {
    /// As soon as the press can.
    case now
    /// Not before this time by the press's clock.
    case at(Moment)
}

/// One stroke of a text change; places and counts are Unicode scalars.
public enum TextEdit: Hashable, Sendable {
    /// Inserts text before the scalar at this place.
    case insert(String, at: Int)
    /// Removes so many scalars from this place on.
    case delete(Int, at: Int)
}
