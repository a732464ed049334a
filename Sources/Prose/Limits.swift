/// What Prose takes at most.
enum Limits {
    /// Events of one history, and sequence numbers: so that ids fit into 31 bits.
    static let events = 1 << 30 - 1
    /// Bytes of inserted text in one history.
    static let textBytes = 1 << 31 - 1
}

extension Limits {
    /// How many bytes of text so many encoded bytes may claim at most.
    static func expansion(of bytes: Int) -> Int { 1 << 12 + 32 * bytes }

    /// How many runs or changes so many encoded bytes may claim at most.
    static func rows(in bytes: Int) -> Int { 64 + 4 * bytes }
}
