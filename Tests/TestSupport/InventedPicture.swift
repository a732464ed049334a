/// Pictures of our own, made byte by byte: small files of each kind that is published.
package enum InventedPicture {
    /// A PNG of two colours; `noise` adds so many bytes that nothing can pack.
    package static func png(width: Int, height: Int, shade: UInt8 = 0x40, noise: Int = 0) -> [UInt8]
    {
        var rows: [UInt8] = []
        for row in 0..<height {
            rows.append(0)
            for column in 0..<width {
                let isSky = row * 3 < height * 2
                rows += [isSky ? shade : 0xd0, UInt8(column * 255 / width), isSky ? 0xf0 : 0x60]
            }
        }
        var header = big(width) + big(height)
        header += [8, 2, 0, 0, 0]
        let noise = noise == 0 ? [] : chunk("noIs", noiseBytes(noise))
        return signature + chunk("IHDR", header) + noise + chunk("IDAT", zlib(rows))
            + chunk("IEND", [])
    }

    /// The same with another chunk behind the header.
    package static func png(with name: String, _ content: [UInt8]) -> [UInt8] {
        let header: [UInt8] = big(4) + big(3) + [8, 2, 0, 0, 0]
        let pixels = zlib([UInt8](repeating: 0, count: 39))
        return signature + chunk("IHDR", header) + chunk(name, content) + chunk("IDAT", pixels)
            + chunk("IEND", [])
    }

    /// The parts of a JPEG in their order, with segments before the frame; nobody can draw it.
    package static func jpeg(
        width: Int = 640,
        height: Int = 480,
        segments: [(marker: UInt8, content: [UInt8])] = []
    ) -> [UInt8] {
        let sizes = Array(big(height)[2...]) + Array(big(width)[2...])
        let frame: [UInt8] = [8] + sizes + [1, 1, 0x11, 0]
        var parts: [UInt8] = []
        for (marker, content) in segments + [(0xc0, frame)] { parts += segment(marker, content) }
        let pixels: [UInt8] = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
        parts += segment(0xda, [1, 1, 0, 0, 63, 0])
        return [0xff, 0xd8] + parts + pixels + [0xff, 0xd9]
    }

    /// A GIF with one frame; nobody can draw it.
    package static func gif(width: Int = 20, height: Int = 10, note: [UInt8] = []) -> [UInt8] {
        let size = little(width, 2) + little(height, 2)
        let notes: [UInt8] =
            note.isEmpty ? [] : [0x21, 0xff, 11] + Array("XMP DataXMP".utf8) + note + [0]
        let colours: [UInt8] = [0x80, 0, 0, 7, 7, 7, 8, 8, 8]
        let pixels: [UInt8] = [0, 2, 2, 0x4c, 0x01, 0, 0x3b]
        return Array("GIF89a".utf8) + size + colours + notes + [0x2c, 0, 0, 0, 0] + size + pixels
    }

    /// A WebP of these chunks.
    package static func webp(_ chunks: [(name: String, content: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        for (name, content) in chunks {
            body += Array(name.utf8) + little(content.count, 4) + content
            if content.count % 2 == 1 { body.append(0) }
        }
        return Array("RIFF".utf8) + little(body.count + 4, 4) + Array("WEBP".utf8) + body
    }

    /// The chunk with the pixels of a WebP without loss.
    package static func webpPixels(width: Int, height: Int) -> (name: String, content: [UInt8]) {
        ("VP8L", [0x2f] + little((width - 1) | (height - 1) << 14, 4) + [0, 0])
    }

    /// EXIF with these fields in its first directory, and a directory of places with these.
    package static func exif(
        _ fields: [(tag: Int, value: Int)],
        places: [Int]? = nil,
        isLittle: Bool = true
    ) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = little(value, count)
            return isLittle ? bytes : bytes.reversed()
        }
        func directory(_ fields: [(tag: Int, value: Int)]) -> [UInt8] {
            var bytes = number(fields.count, 2)
            for (tag, value) in fields {
                let isPointer = tag == 0x8825
                // One number of two bytes, left in its place.
                let placed = isPointer || isLittle ? value : value << 16
                bytes += number(tag, 2) + number(isPointer ? 4 : 3, 2) + number(1, 4)
                bytes += number(placed, 4)
            }
            return bytes + number(0, 4)
        }
        let head = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
        guard let places else { return head + directory(fields) }
        let start = 8 + 2 + 12 * (fields.count + 1) + 4
        return head + directory(fields + [(0x8825, start)]) + directory(places.map { ($0, 1) })
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xff, marker] + Array(big(content.count + 2)[2...]) + content
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return big(content.count) + body + big(Int(checksum(body)))
    }

    private static func noiseBytes(_ count: Int) -> [UInt8] {
        var random = SplitMix64(seed: 7)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            let next = random.next()
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: next >> UInt64(shift)))
            }
        }
        return Array(bytes[..<count])
    }

    /// A zlib stream (RFC 1950) of blocks that are stored as they are.
    private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            let length = little(block.count, 2)
            stream.append(start + block.count == bytes.count ? 1 : 0)
            stream += length + length.map { ~$0 } + block
        }
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + big(high << 16 | low)
    }

    /// CRC-32 (PNG, annex D).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
        }
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { sum, _ in
            sum & 1 == 1 ? 0xedb8_8320 ^ sum >> 1 : sum >> 1
        }
    }

    private static func big(_ value: Int) -> [UInt8] { little(value, 4).reversed() }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
