// Reading a picture without drawing it. The parts of a file are walked from its first byte to its
// last, each by the length that it states; nothing is unpacked, so nothing can unfold. What is found
// is the kind, the size, whether a place is told, and that the file ends where the picture does: a
// file that is a picture and an archive at once ends here.

/// What the bytes of a picture tell.
struct PictureShape {
    let kind: PictureKind
    /// In pixels, as the header states it.
    var width = 0
    /// In pixels, as the header states it.
    var height = 0
    /// Whether it is shown on its side.
    var isTurned = false
    var place = PlaceFinder()

    /// Reads a file by its first bytes.
    init(of bytes: [UInt8]) throws(PictureError) {
        guard let kind = Self.kind(of: bytes) else {
            let first = bytes.first { ![0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].contains($0) }
            throw first == UInt8(ascii: "<") ? .markup : .unknownKind
        }
        self.kind = kind
        var rest = PictureBytes(bytes[...], kind)
        switch kind {
        case .png: try readPNG(&rest)
        case .jpg: try readJPEG(&rest)
        case .gif: try readGIF(&rest)
        case .webp: try readWebP(&rest)
        }
        try rest.finish()
    }

    /// Takes the greatest size that some part of the picture states.
    mutating func cover(_ width: Int, _ height: Int) {
        self.width = max(self.width, width)
        self.height = max(self.height, height)
    }

    private static func kind(of bytes: [UInt8]) -> PictureKind? {
        if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) { return .png }
        if bytes.starts(with: [0xff, 0xd8, 0xff]) { return .jpg }
        if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            return .webp
        }
        return nil
    }
}
