public import Newsroom

/// What a bundle says of itself: the readable, signed text in front (ledger.md 9.1).
public struct Manifest: Sendable, Hashable {
    /// A further member of the archive.
    public struct Member: Sendable, Hashable {
        /// Its name: "entries", or "blobs/" and a SHA-256.
        public let name: String
        /// Its size.
        public let byteCount: Int
        /// SHA-256 of its bytes.
        public let digest: Bytes32

        init(name: String, byteCount: Int, digest: Bytes32) {
            (self.name, self.byteCount, self.digest) = (name, byteCount, digest)
        }

        /// A picture of so many bytes, by the SHA-256 of these.
        public init(picture hash: Bytes32, byteCount: Int) {
            self.init(name: "blobs/\(hash)", byteCount: byteCount, digest: hash)
        }
    }

    /// A stretch of a log that is inside.
    public struct Stretch: Sendable, Hashable {
        /// The log.
        public let log: LogID
        /// Its first place inside.
        public let from: UInt64
        /// Its last place inside.
        public let to: UInt64
        /// The entry at the last place.
        public let head: EntryID
    }

    /// The most bytes that the text may have.
    public static let limitBytes = 1_048_576

    /// The newsroom.
    public var newsroom: NewsroomID
    /// The device that packed and signed it; nil where nobody signed.
    public var packer: DeviceKey?
    /// When the packer says that it was packed.
    public var packedAt: Moment
    /// How many entries are inside.
    public var entries: Int
    /// How many bytes they unpack to.
    public var rawBytes: Int
    /// The members behind this text, in order.
    public var members: [Member]
    /// The stretches of logs inside, sorted.
    public var stretches: [Stretch]
    /// Causes of entries inside that are not inside, ascending.
    public var needs: [EntryID]
    /// Words that a reader must understand.
    public var critical: [String]

    /// Whether it holds no entries and so asks for what its maker lacks.
    public var isFrontier: Bool { entries == 0 }

    /// The text, which is what the packer signs.
    public var text: String {
        var lines = [
            "stet-bundle 1", "newsroom \(newsroom)",
            "packer \(packer.map(\.description) ?? "-")", "packed-at \(packedAt.milliseconds)",
            "entries \(entries)", "raw-bytes \(rawBytes)",
        ]
        lines += members.map { "file \($0.name) \($0.byteCount) sha256 \($0.digest)" }
        lines += stretches.map { "range \($0.log) \($0.from) \($0.to) \($0.head)" }
        lines += needs.map { "need \($0)" }
        lines += critical.map { "crit \($0)" }
        return lines.joined(separator: "\n") + "\nend\n"
    }
}
