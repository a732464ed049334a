/// A device's Ed25519 signature over a readable statement: 64 bytes, opaque to the fold.
public struct Seal: Hashable, Sendable {
    /// The 64 bytes of the signature.
    public let bytes: [UInt8]

    /// Takes exactly 64 bytes; nil for any other count.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 64 else { return nil }
        self.bytes = Array(bytes)
    }
}
