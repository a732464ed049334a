/// Looks in what a camera or a program noted in a picture for the place where it was taken.
struct PlaceFinder {
    /// Whether a place is told.
    private(set) var isTold = false

    /// The names under which XMP, and what is written like it, keeps a place.
    private static let names = ["GPSL", "GPSDest", "GPSPosition", "GPSCoordinates"]
        .map { Array($0.utf8) }

    /// Looks for a place in notes of any kind: in words, and in EXIF wherever it begins.
    mutating func search(_ notes: ArraySlice<UInt8>) {
        for index in notes.indices {
            switch notes[index] {
            case UInt8(ascii: "G"):
                let rest = notes[index...]
                if Self.names.contains(where: { rest.starts(with: $0) }) { isTold = true }
            case UInt8(ascii: "I"), UInt8(ascii: "M"):
                let rest = notes[index...]
                guard rest.starts(with: EXIFNotes.little) || rest.starts(with: EXIFNotes.big)
                else { continue }
                if let notes = try? EXIFNotes(rest, .jpg), notes.tellsPlace { isTold = true }
            default: continue
            }
        }
    }

    /// Reads EXIF where the format says that it is EXIF.
    ///
    /// - Throws: `PictureError.hidden` where it cannot be read.
    mutating func readEXIF(
        _ bytes: ArraySlice<UInt8>,
        _ kind: PictureKind
    ) throws(PictureError) -> EXIFNotes {
        let notes = try EXIFNotes(bytes, kind)
        if notes.tellsPlace { isTold = true }
        // XMP may stand in one of its fields.
        search(bytes.dropFirst(8))
        return notes
    }
}

/// What matters of EXIF: a small TIFF file (TIFF 6.0, section 2), directories of twelve bytes a field.
struct EXIFNotes {
    private(set) var tellsPlace = false
    /// Whether the picture is shown on its side.
    private(set) var isTurned = false

    static let little: [UInt8] = [0x49, 0x49, 0x2a, 0x00]
    static let big: [UInt8] = [0x4d, 0x4d, 0x00, 0x2a]
    /// More directories than any camera writes: a chain of them may lead round in a circle.
    private static let directoryLimit = 16

    init(_ bytes: ArraySlice<UInt8>, _ kind: PictureKind) throws(PictureError) {
        let isLittle = bytes.starts(with: Self.little)
        guard isLittle || bytes.starts(with: Self.big) else { throw .hidden(kind) }
        let tiff = TIFFBytes(bytes: bytes, isLittle: isLittle)
        guard let first = tiff.number(at: 4, 4) else { throw .hidden(kind) }
        var waiting = [(place: first, isPlaces: false)]
        var seen = 0
        while let (place, isPlaces) = waiting.popLast() {
            seen += 1
            guard seen <= Self.directoryLimit, let count = tiff.number(at: place, 2) else {
                throw .hidden(kind)
            }
            // Some writers leave out that nothing follows.
            let next = tiff.number(at: place + 2 + 12 * count, 4) ?? 0
            if next != 0 { waiting.append((next, isPlaces)) }
            for field in 0..<count {
                let start = place + 2 + 12 * field
                guard let tag = tiff.number(at: start, 2), let value = tiff.number(at: start + 8, 4)
                else { throw .hidden(kind) }
                switch (tag, isPlaces) {
                // Latitude and longitude, of here and of where the camera looks.
                case (0x02, true), (0x04, true), (0x14, true), (0x16, true): tellsPlace = true
                case (0x8825, _): waiting.append((value, true))
                case (0x8769, false): waiting.append((value, false))
                case (0x0112, false):
                    isTurned = (5...8).contains(tiff.number(at: start + 8, 2) ?? 0)
                default: continue
                }
            }
        }
    }
}

/// Numbers in a TIFF file; nil beyond its end.
private struct TIFFBytes {
    let bytes: ArraySlice<UInt8>
    let isLittle: Bool

    func number(at place: Int, _ count: Int) -> Int? {
        guard place >= 0, count <= bytes.count, place <= bytes.count - count else { return nil }
        let start = bytes.startIndex + place
        let part = bytes[start..<(start + count)]
        return isLittle
            ? part.reversed().reduce(0) { $0 << 8 | Int($1) }
            : part.reduce(0) { $0 << 8 | Int($1) }
    }
}
