import Newsroom

/// The tag by which a reader's copy of a file is known (publishing.md 6, ETag).
enum SiteTag {
    /// The beginning of the hash; a packed copy has another.
    static func text(of hash: Bytes32, isPacked: Bool = false) -> String {
        "\(hash)".prefix(32) + (isPacked ? packedEnd : "")
    }

    /// What stands behind the tag of a packed copy.
    static let packedEnd = "-gz"
}
