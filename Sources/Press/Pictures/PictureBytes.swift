/// The bytes of a picture as its parts are taken from it, in order and never beyond the end.
struct PictureBytes {
    private let all: ArraySlice<UInt8>
    /// What the bytes are said to be, for errors.
    let kind: PictureKind
    /// Where the next part begins.
    private(set) var place: Int

    init(_ bytes: ArraySlice<UInt8>, _ kind: PictureKind) {
        (all, self.kind, place) = (bytes, kind, bytes.startIndex)
    }

    /// How many bytes are left.
    var left: Int { all.endIndex - place }

    /// Takes the next part.
    mutating func take(_ count: Int) throws(PictureError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= left else { throw .endsEarly(kind) }
        defer { place += count }
        return all[place..<(place + count)]
    }

    /// Takes a number, first byte first.
    mutating func big(_ count: Int) throws(PictureError) -> Int {
        try take(count).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Takes a number, last byte first.
    mutating func little(_ count: Int) throws(PictureError) -> Int {
        try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Takes a name of four letters.
    mutating func name() throws(PictureError) -> String {
        String(decoding: try take(4), as: Unicode.ASCII.self)
    }

    /// Passes over everything before the next byte of this value, which comes next then.
    mutating func skip(to byte: UInt8) throws(PictureError) {
        guard let found = all[place...].firstIndex(of: byte) else { throw .endsEarly(kind) }
        place = found
    }

    /// What follows the place, without taking it; nil at the end.
    func peek(_ offset: Int) -> UInt8? {
        place + offset < all.endIndex ? all[place + offset] : nil
    }

    /// Refuses what stands behind the end of the picture.
    func finish() throws(PictureError) {
        guard left == 0 else { throw .trailing(kind, bytes: left) }
    }
}
