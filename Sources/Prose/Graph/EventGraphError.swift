/// Why a change is not part of a history.
public enum EventGraphError: Error, Hashable, CustomStringConvertible {
    /// "parent 7 is not in the graph of 5 events"
    case unknownParent(EventIndex, count: Int)
    /// "parents 3 and 7 are not concurrent"
    case relatedParents(EventIndex, EventIndex)
    /// "event 4: place 12 is beyond the text of 9 scalars"
    case beyondText(event: EventIndex, place: Int, length: Int)
    /// "event 4: a delete removes 0 scalars"
    case emptyDelete(event: EventIndex, count: Int)
    /// "event 4 has the author and sequence number of event 2 and other content"
    case duplicate(event: EventIndex, of: EventIndex)
    /// "event 4: sequence number -1 is not from 0 to 1073741823"
    case badSequence(event: EventIndex, sequence: Int)
    /// "a history holds at most 1073741823 events"
    case tooManyEvents(limit: Int)

    /// One line: what does not fit, and where.
    public var description: String {
        switch self {
        case .unknownParent(let parent, let count):
            "parent \(parent) is not in the graph of \(count) events"
        case .relatedParents(let first, let second):
            "parents \(first) and \(second) are not concurrent"
        case .beyondText(let event, let place, let length):
            "event \(event): place \(place) is beyond the text of \(length) scalars"
        case .emptyDelete(let event, let count):
            "event \(event): a delete removes \(count) scalars"
        case .duplicate(let event, let known):
            "event \(event) has the author and sequence number of event \(known) and other content"
        case .badSequence(let event, let sequence):
            "event \(event): sequence number \(sequence) is not from 0 to \(Limits.events)"
        case .tooManyEvents(let limit):
            "a history holds at most \(limit) events"
        }
    }
}
