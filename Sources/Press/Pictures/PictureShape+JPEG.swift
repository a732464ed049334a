extension PictureShape {
    /// Walks the segments of a JPEG (ITU T.81, annex B) and the coded pixels between them.
    mutating func readJPEG(_ rest: inout PictureBytes) throws(PictureError) {
        _ = try rest.take(2)
        var extended: [UInt8] = []
        var hasPixels = false
        while true {
            let marker = try Self.marker(&rest)
            if marker == 0xd9 { break }
            let length = try rest.big(2)
            guard length >= 2 else { throw .malformed(.jpg) }
            let segment = try rest.take(length - 2)
            switch marker {
            case 0xc0, 0xc1, 0xc2: try readFrame(segment)
            // Arithmetic and lossless ones, which no browser shows, and what stands alone.
            case 0xc3, 0xc5...0xc7, 0xc9...0xcb, 0xcd...0xcf, 0x00...0x01, 0xd0...0xd8:
                throw .malformed(.jpg)
            case 0xe1: try readNotes(segment, &extended)
            case 0xe0...0xef, 0xfe: place.search(segment)
            case 0xda:
                guard width > 0 else { throw .malformed(.jpg) }
                hasPixels = true
                try Self.skipPixels(&rest)
            default: break
            }
        }
        guard hasPixels else { throw .malformed(.jpg) }
        place.search(extended[...])
    }

    /// Takes a marker, which any number of fill bytes may precede.
    private static func marker(_ rest: inout PictureBytes) throws(PictureError) -> Int {
        guard try rest.big(1) == 0xff else { throw .malformed(.jpg) }
        var marker = 0xff
        while marker == 0xff { marker = try rest.big(1) }
        return marker
    }

    private mutating func readFrame(_ segment: ArraySlice<UInt8>) throws(PictureError) {
        guard width == 0 else { throw .malformed(.jpg) }
        var frame = PictureBytes(segment, .jpg)
        _ = try frame.big(1)
        height = try frame.big(2)
        width = try frame.big(2)
        // A height that comes after the pixels is allowed, and nobody writes it.
        guard width > 0, height > 0 else { throw .empty }
    }

    /// EXIF (CIPA DC-008, 4.7.2) and XMP (ISO 16684-3, 4.4.3), which may go over several segments.
    private mutating func readNotes(
        _ segment: ArraySlice<UInt8>,
        _ extended: inout [UInt8]
    ) throws(PictureError) {
        let continued = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
        if segment.starts(with: "Exif\0".utf8) {
            isTurned = try place.readEXIF(segment.dropFirst(6), .jpg).isTurned || isTurned
        } else if segment.starts(with: continued) {
            // A digest of 32 digits, the length of all and the place in it.
            extended += segment.dropFirst(continued.count + 40)
        } else {
            place.search(segment)
        }
    }

    /// Passes over coded pixels: up to a marker that is no stuffed byte and no restart.
    private static func skipPixels(_ rest: inout PictureBytes) throws(PictureError) {
        while true {
            try rest.skip(to: 0xff)
            guard let next = rest.peek(1) else { throw .endsEarly(.jpg) }
            guard next == 0x00 || (0xd0...0xd7).contains(next) else { return }
            _ = try rest.take(2)
        }
    }
}
