/// One stroke: places and counts are Unicode scalars.
public enum Edit: Hashable, Sendable {
    /// Inserts text before the scalar at this place.
    case insert(String, at: Int)
    /// Removes so many scalars from this place on.
    case delete(count: Int, at: Int)
}

/// Why a change is not part of a history.
public enum EventGraphError: Error, Hashable, CustomStringConvertible {
    /// "parent 7 is not in the graph of 5 events"
    case unknownParent(EventIndex, count: Int)
    /// "parents 3 and 7 are not concurrent"
    case relatedParents(EventIndex, EventIndex)
    /// "place 12 is beyond the text of 9 scalars"
    case beyondText(place: Int, length: Int)
    /// "a delete removes 0 scalars"
    case emptyDelete(Int)

    /// One line: what does not fit, and where.
    public var description: String {
        switch self {
        case .unknownParent(let parent, let count):
            "parent \(parent) is not in the graph of \(count) events"
        case .relatedParents(let first, let second):
            "parents \(first) and \(second) are not concurrent"
        case .beyondText(let place, let length):
            "place \(place) is beyond the text of \(length) scalars"
        case .emptyDelete(let count):
            "a delete removes \(count) scalars"
        }
    }
}
