public import Newsroom

// Erasing by law (ledger.md 4.3): the signature covers the payload by its hash, so that a payload
// can go and the chain still verifies. What stays of it, its skeleton, stands in the order.

extension Entry {
    /// Whether its payload came with it; where it did not, the law took it, or somebody hides it.
    public var hasPayload: Bool { bytes.count > headerLength }

    /// The digest of the payload, as the header tells it.
    public var payloadHash: Bytes32 { Bytes32(bytes[137..<169]) ?? .zero }

    /// The payload that replaces its own when the law takes its words; nil where its own is not
    /// here.
    public var skeleton: [UInt8]? {
        guard hasPayload, !isErased else { return nil }
        let causes = TextCauses(prev: prev, parents: parents, isErased: true)
        return EntryDraft.payload(of: operations.map(\.withoutWords), after: causes)
    }

    /// The entry as every replica reads it once an order with this skeleton is in force.
    ///
    /// A skeleton that makes no sense leaves nothing of it: all have to come to the same.
    public func erased(to skeleton: [UInt8]) -> Entry {
        let causes = TextCauses(prev: prev, parents: parents, isErased: true)
        return Entry(self, left: Self.operations(framedIn: skeleton, after: causes) ?? [])
    }

    /// Header and signature alone, as such an entry travels.
    public var bytesWithoutPayload: [UInt8] { Array(bytes[..<headerLength]) }
}
