import Ledger
package import Newsroom

/// A picture as its bytes tell, whatever its name says: published unchanged, named by its SHA-256.
package struct Picture: Hashable, Sendable {
    /// The SHA-256 of its bytes.
    package let hash: Bytes32
    /// What it is.
    package let kind: PictureKind
    /// In pixels, as it is shown.
    package let width: Int
    /// In pixels, as it is shown.
    package let height: Int
    /// In bytes.
    package let length: Int
    /// Whether it says where on earth it was taken.
    package let tellsPlace: Bool

    /// Reads a picture: its kind, its size, and whether it is whole and nothing else.
    ///
    /// - Throws: `PictureError`, but for the place, which only publishing minds.
    package init(_ bytes: [UInt8]) throws(PictureError) {
        guard bytes.count <= PictureLimits.fileBytes else { throw .tooLarge(bytes: bytes.count) }
        let shape = try PictureShape(of: bytes)
        guard shape.width > 0, shape.height > 0 else { throw .empty }
        guard shape.width * shape.height <= PictureLimits.pixels else {
            throw .tooManyPixels(width: shape.width, height: shape.height)
        }
        hash = digest(bytes)
        kind = shape.kind
        width = shape.isTurned ? shape.height : shape.width
        height = shape.isTurned ? shape.width : shape.height
        length = bytes.count
        tellsPlace = shape.place.isTold
    }

    /// Its path on the site: `media/ab/ab….jpg`.
    package var path: String {
        let name = hash.description
        return "media/\(name.prefix(2))/\(name).\(kind.rawValue)"
    }
}

/// The most that a picture may have (publishing.md 4.4).
package enum PictureLimits {
    /// In bytes.
    package static let fileBytes = 50_000_000
    /// Width times height.
    static let pixels = 100_000_000
}

/// The kinds of pictures that are published, by their file extensions.
package enum PictureKind: String, Hashable, Sendable {
    case png, jpg, gif, webp

    /// The media type.
    package var type: String { self == .jpg ? "image/jpeg" : "image/\(rawValue)" }

    /// What people call it.
    package var name: String {
        switch self {
        case .png: "PNG"
        case .jpg: "JPEG"
        case .gif: "GIF"
        case .webp: "WebP"
        }
    }
}
