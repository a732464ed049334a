package import Newsroom

/// How a picture travels between a device and a hub: up in parts that follow each other, down from
/// any place on, each call signed; both sides hold the whole against its name (ledger.md 7.2).
package enum BlobTransfer {
    /// The most that one part may have, in bytes.
    package static let limitBytes = 4_194_304

    /// The path of a picture at a hub.
    package static func path(_ hash: Bytes32, of newsroom: NewsroomID) -> String {
        "/v1/\(newsroom)/blobs/\(hash)"
    }
}

/// How much of a picture is at a hub.
package struct BlobState: Hashable, Sendable {
    /// In bytes, from the beginning.
    package let byteCount: Int
    /// Whether that is all, and what its name says.
    package let isWhole: Bool

    /// Takes both.
    package init(byteCount: Int, isWhole: Bool) {
        self.byteCount = byteCount
        self.isWhole = isWhole
    }
}

/// A stretch of a picture that is asked for: `bytes=0-99`, or `bytes=100-` up to the end.
package struct BlobRange: Hashable, Sendable {
    /// The first byte.
    package let first: Int
    /// The last byte; nil for that of the picture.
    package let last: Int?

    /// Takes both.
    package init(first: Int, last: Int? = nil) {
        self.first = first
        self.last = last
    }

    /// Reads what `description` writes; nil for anything else, also for several stretches.
    package init?(_ text: String) {
        guard text.hasPrefix("bytes=") else { return nil }
        let parts = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Self.number(parts[0]) else { return nil }
        let last = Self.number(parts[1])
        guard parts[1].isEmpty || last.map({ $0 >= first }) == true else { return nil }
        self.init(first: first, last: last)
    }

    /// The bytes of a picture of this length; nil where none of them are in it.
    package func places(in byteCount: Int) -> Range<Int>? {
        guard first < byteCount else { return nil }
        return first..<(min(last ?? byteCount - 1, byteCount - 1) + 1)
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}

extension BlobRange: CustomStringConvertible {
    /// The value of the field `Range`.
    package var description: String { "bytes=\(first)-\(last.map { "\($0)" } ?? "")" }
}
