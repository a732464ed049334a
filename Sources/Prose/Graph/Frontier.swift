/// The number of one event on this replica: one inserted or deleted scalar, in order of arrival.
public typealias EventIndex = Int

/// A version of the text: the events that no other event of the version follows, ascending.
public struct Frontier: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The heads, ascending; empty for the empty text.
    public let heads: [EventIndex]

    /// Takes heads of which none is an ancestor of another, in any order.
    public init(_ heads: some Sequence<EventIndex>) {
        self.heads = Set(heads).sorted()
    }

    /// Takes heads of which none is an ancestor of another, in any order.
    public init(arrayLiteral heads: EventIndex...) {
        self.init(heads)
    }
}
