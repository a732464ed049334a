package import Newsroom

/// A picture as its first bytes tell: published unchanged, named by its SHA-256.
package struct Picture: Hashable, Sendable {
    /// The SHA-256 of its bytes.
    package let hash: Bytes32
    /// What it is.
    package let kind: PictureKind
    /// In pixels.
    package let width: Int
    /// In pixels.
    package let height: Int
    /// In bytes.
    package let length: Int

    /// Its path on the site: `media/ab/ab….jpg`.
    package var path: String {
        let name = hash.description
        return "media/\(name.prefix(2))/\(name).\(kind.rawValue)"
    }
}

/// The kinds of pictures that are published, by their file extensions.
package enum PictureKind: String, Hashable, Sendable {
    case png, jpg, gif, webp

    /// The media type.
    package var type: String { self == .jpg ? "image/jpeg" : "image/\(rawValue)" }
}
