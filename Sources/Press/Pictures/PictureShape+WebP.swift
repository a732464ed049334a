extension PictureShape {
    /// Walks the chunks of a WebP (RFC 9649, 2.3 to 2.7).
    mutating func readWebP(_ rest: inout PictureBytes) throws(PictureError) {
        _ = try rest.take(4)
        let length = try rest.little(4)
        _ = try rest.take(4)
        guard length >= 4, length - 4 <= rest.left else { throw .endsEarly(.webp) }
        var chunks = PictureBytes(try rest.take(length - 4), .webp)
        var hasPixels = false
        while chunks.left > 0 {
            let name = try chunks.name()
            let count = try chunks.little(4)
            let chunk = try chunks.take(count)
            if count % 2 == 1 { _ = try chunks.take(1) }
            switch name {
            case "VP8 ", "VP8L":
                try readPixels(chunk, isLossless: name == "VP8L")
                hasPixels = true
            case "VP8X":
                var canvas = PictureBytes(chunk, .webp)
                _ = try canvas.take(4)
                cover(try canvas.little(3) + 1, try canvas.little(3) + 1)
            case "ANMF":
                var frame = PictureBytes(chunk, .webp)
                _ = try frame.take(6)
                cover(try frame.little(3) + 1, try frame.little(3) + 1)
                hasPixels = true
            case "EXIF":
                let hasName = chunk.starts(with: "Exif\0\0".utf8)
                _ = try place.readEXIF(hasName ? chunk.dropFirst(6) : chunk, .webp)
            case "ALPH", "ANIM", "ICCP": break
            default: place.search(chunk)
            }
        }
        guard hasPixels else { throw .malformed(.webp) }
    }

    /// The size stands before the pixels, in its own way for each of the two codings.
    private mutating func readPixels(
        _ chunk: ArraySlice<UInt8>,
        isLossless: Bool
    ) throws(PictureError) {
        var pixels = PictureBytes(chunk, .webp)
        if isLossless {
            guard try pixels.big(1) == 0x2f else { throw .malformed(.webp) }
            let sizes = try pixels.little(4)
            cover((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1)
        } else {
            _ = try pixels.take(3)
            guard try pixels.big(3) == 0x9d012a else { throw .malformed(.webp) }
            cover(try pixels.little(2) & 0x3fff, try pixels.little(2) & 0x3fff)
        }
    }
}
