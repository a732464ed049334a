extension PictureShape {
    /// Walks the blocks of a GIF (GIF89a, appendix B).
    mutating func readGIF(_ rest: inout PictureBytes) throws(PictureError) {
        _ = try rest.take(6)
        cover(try rest.little(2), try rest.little(2))
        let flags = try rest.big(1)
        _ = try rest.take(2)
        try Self.skipColours(flags, &rest)
        var hasPixels = false
        while true {
            switch try rest.big(1) {
            case 0x21:
                _ = try rest.take(1)
                try readBlocks(&rest)
            case 0x2c:
                _ = try rest.take(4)
                cover(try rest.little(2), try rest.little(2))
                try Self.skipColours(try rest.big(1), &rest)
                _ = try rest.take(1)
                while case let count = try rest.big(1), count > 0 { _ = try rest.take(count) }
                hasPixels = true
            case 0x3b:
                guard hasPixels else { throw .malformed(.gif) }
                return
            default: throw .malformed(.gif)
            }
        }
    }

    /// Searches what stands in an extension: XMP lies there as it is, across the blocks' lengths.
    private mutating func readBlocks(_ rest: inout PictureBytes) throws(PictureError) {
        var text: [UInt8] = []
        while case let count = try rest.big(1), count > 0 {
            text.append(UInt8(count))
            text += try rest.take(count)
        }
        place.search(text[...])
    }

    private static func skipColours(
        _ flags: Int,
        _ rest: inout PictureBytes
    ) throws(PictureError) {
        guard flags & 0x80 != 0 else { return }
        _ = try rest.take(3 << ((flags & 7) + 1))
    }
}
