/// The short name of a story: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters.
public struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The slug as typed.
    public let description: String

    /// Takes a well-formed slug; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard (1...64).contains(bytes.count), bytes.first != dash, bytes.last != dash else {
            return nil
        }
        for (place, byte) in bytes.enumerated() {
            let follows = place > 0 ? bytes[place - 1] : 0
            guard isWord(byte) || (byte == dash && follows != dash) else { return nil }
        }
        description = String(text)
    }

    /// Compares bytes.
    public static func < (left: Slug, right: Slug) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}

private let dash = UInt8(ascii: "-")

private func isWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
