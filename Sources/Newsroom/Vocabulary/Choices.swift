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

/// What a member asks the press to do with what is public.
public enum PublicAction: UInt8, CaseIterable, Hashable, Sendable {
    /// Take it off the pages for now.
    case withhold
    /// Show it again.
    case restore
    /// Take the text back for good, leaving a notice.
    case withdraw
    /// Remove it by law; final.
    case remove
}

/// What the press did with what was public.
public enum PublicChange: UInt8, CaseIterable, Hashable, Sendable {
    /// Off the pages for now.
    case withheld
    /// Shown again.
    case restored
    /// Taken back, with a notice.
    case withdrawn
    /// Removed by law.
    case removed
    /// A correction left the list.
    case dropped
}

/// What a reader of an emergency release found.
public enum ReadingVerdict: UInt8, CaseIterable, Hashable, Sendable {
    /// It can stay.
    case stands
    /// It cannot stay as it is.
    case objects
}
