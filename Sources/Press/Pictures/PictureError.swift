/// Why a file is no picture that can be published.
package enum PictureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It begins like none of the kinds that are published.
    case unknownKind
    /// It begins like a drawing in SVG or another page, which can run programs.
    case markup
    /// It has more bytes than a picture may have.
    case tooLarge(bytes: Int)
    /// It has more pixels than a picture may have.
    case tooManyPixels(width: Int, height: Int)
    /// It has no pixel.
    case empty
    /// It ends before it should.
    case endsEarly(PictureKind)
    /// Its parts do not fit together.
    case malformed(PictureKind)
    /// Something else stands behind its end.
    case trailing(PictureKind, bytes: Int)
    /// What its maker noted in it is packed or broken, so nobody can see whether it tells a place.
    case hidden(PictureKind)
    /// It says where on earth it was taken.
    case tellsPlace

    /// What is wrong, to follow the picture's name: "is a PNG that ends early".
    package var description: String {
        switch self {
        case .unknownKind: "is no JPEG, PNG, GIF or WebP"
        case .markup: "is a drawing or a page, which can run programs"
        case .tooLarge(let bytes): "has \(bytes) bytes, more than \(PictureLimits.fileBytes)"
        case .tooManyPixels(let width, let height):
            "has \(width) × \(height) pixels, more than 100 million"
        case .empty: "has no pixel"
        case .endsEarly(let kind): "is a \(kind.name) that ends early"
        case .malformed(let kind): "is a \(kind.name) whose parts do not fit together"
        case .trailing(let kind, let bytes):
            "is a \(kind.name) with \(bytes) bytes of something else behind its end"
        case .hidden(let kind): "is a \(kind.name) with notes in it that cannot be read"
        case .tellsPlace: "tells the place where it was taken"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .unknownKind: "save it as JPEG or PNG; its name does not count"
        case .markup: "save it as PNG"
        case .tooLarge, .tooManyPixels: "save it smaller"
        case .empty, .endsEarly, .malformed: "get the file again from where it came"
        case .trailing, .hidden: "open it with a picture program and save it again"
        case .tellsPlace:
            "save it without its place, for example: exiftool -gps:all= -xmp:all= FILE"
        }
    }
}
