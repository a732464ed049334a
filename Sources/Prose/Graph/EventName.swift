/// The name of an event on every replica: its author and the author's own count of events before.
public struct EventName: Hashable, Sendable {
    /// Who did it.
    public let author: AuthorKey
    /// How many events of his came before.
    public let sequence: Int

    /// Names an event.
    public init(author: AuthorKey, sequence: Int) {
        (self.author, self.sequence) = (author, sequence)
    }
}

extension EventGraph {
    /// The name of an event, in O(log changes).
    public func name(of event: EventIndex) -> EventName {
        let change = changes.index(of: UInt32(event))
        return EventName(
            author: authors.keys[Int(changes.authors[change])],
            sequence: Int(changes.sequences[change]) + event - Int(changes.starts[change])
        )
    }

    /// The names of a version's heads, by which another replica knows it.
    public func names(of frontier: Frontier) -> [EventName] { frontier.heads.map(name) }

    /// The event with a name; nil where it is not here.
    ///
    /// O(changes).
    public func event(named name: EventName) -> EventIndex? {
        guard let author = authors.number(of: name.author), name.sequence >= 0 else { return nil }
        return events(by: author, sequences: name.sequence..<(name.sequence + 1))?.lowerBound
    }

    /// The greatest version that is made of named events and of what they follow.
    ///
    /// Events that are not here are left out, so this is what two replicas surely share.
    public func version(of names: [EventName]) -> Frontier {
        reduced(names.compactMap(event))
    }
}
