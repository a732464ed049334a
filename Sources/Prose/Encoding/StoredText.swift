/// A stored history with its text: the text at once, the history when somebody asks for it.
public struct StoredText: Sendable {
    private let bytes: [UInt8]
    /// The text as it was when the history was stored.
    public let text: String

    /// Opens what `EventGraph.encoded(withText: true)` wrote; reads the text and no history.
    public init(_ bytes: [UInt8]) throws(EncodingError) {
        var (reader, flags) = try ByteReader.openWhole(bytes)
        guard flags & EncodedHistory.hasSnapshot != 0 else {
            throw .nonsense(at: EncodedHistory.magic.count + 1, what: "no text in front")
        }
        let place = reader.place
        let utf8 = try reader.readText(upTo: Limits.expansion(of: bytes.count))
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw .nonsense(at: place, what: "text that is not UTF-8")
        }
        (self.bytes, self.text) = (bytes, text)
    }

    /// The history, checked, and that the text is what it merges to.
    public func history() throws(EncodingError) -> EventGraph {
        let (graph, merged) = try EventGraph.merged(encoded: bytes)
        guard merged.utf8.elementsEqual(text.utf8) else {
            throw .nonsense(at: EncodedHistory.magic.count + 2, what: "a text of another history")
        }
        return graph
    }
}
