/// Who wrote an event, as bytes; concurrent inserts at one place stand in the order of these.
public struct AuthorKey: Hashable, Comparable, Sendable {
    /// The bytes that are compared.
    public let bytes: [UInt8]

    /// Takes any bytes, for example an entry id or a name in UTF-8.
    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Compares as unsigned bytes; a prefix comes first.
    public static func < (left: AuthorKey, right: AuthorKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
