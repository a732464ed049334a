/// Every scalar ever inserted, in order of events, as UTF-8.
struct InsertedText: Sendable {
    /// The scalars, one after the other.
    private(set) var utf8: [UInt8] = []
    private(set) var scalarCount = 0
    /// The UTF-8 offset of every 64th scalar; empty while all are ASCII and nothing needs looking up.
    private var marks: [UInt32] = []

    private static let stride = 64

    /// Whether every scalar is one byte.
    private var isASCII: Bool { utf8.count == scalarCount }

    /// Adds scalars.
    mutating func append(_ text: some StringProtocol) {
        let wasASCII = isASCII
        let before = utf8.count
        utf8.append(contentsOf: text.utf8)
        let added = utf8.count - before
        let scalars = utf8[before...].scalarCount
        scalarCount += scalars
        guard !wasASCII || scalars != added else { return }
        mark(from: wasASCII ? 0 : before)
    }

    /// Takes UTF-8; nil for other bytes.
    init?(checking bytes: [UInt8]) {
        guard bytes.isUTF8 else { return nil }
        utf8 = bytes
        scalarCount = bytes[...].scalarCount
        if !isASCII { mark(from: 0) }
    }

    /// Makes an empty store.
    init() {}

    /// Where scalars lie in `utf8`.
    func bytes(of scalars: Range<UInt32>) -> Range<Int> {
        guard !isASCII else { return Int(scalars.lowerBound)..<Int(scalars.upperBound) }
        let start = offset(of: Int(scalars.lowerBound))
        return
            start..<offset(of: Int(scalars.upperBound), knowing: start, at: Int(scalars.lowerBound))
    }

    /// The text of scalars.
    func text(of scalars: Range<UInt32>) -> String {
        String(decoding: utf8[bytes(of: scalars)], as: UTF8.self)
    }

    private func offset(of scalar: Int) -> Int {
        guard scalar < scalarCount else { return utf8.count }
        let mark = scalar / Self.stride
        return skip(scalar % Self.stride, from: Int(marks[mark]))
    }

    /// The same, from a scalar before whose offset is known.
    private func offset(of scalar: Int, knowing start: Int, at known: Int) -> Int {
        scalar - known < Self.stride ? skip(scalar - known, from: start) : offset(of: scalar)
    }

    private func skip(_ scalars: Int, from start: Int) -> Int {
        var (offset, left) = (start, scalars)
        while left > 0 {
            offset += utf8[offset].scalarWidth
            left -= 1
        }
        return offset
    }

    /// Notes the offsets from a byte on; all before are noted.
    private mutating func mark(from start: Int) {
        var offset = start
        var scalar = start == 0 ? 0 : scalarCount - utf8[start...].scalarCount
        if start == 0 { marks = [] }
        while offset < utf8.count {
            if scalar % Self.stride == 0 { marks.append(UInt32(offset)) }
            offset += utf8[offset].scalarWidth
            scalar += 1
        }
    }
}

extension UInt8 {
    /// The number of bytes of the scalar that starts with this byte, in valid UTF-8.
    var scalarWidth: Int {
        if self < 0x80 { return 1 }
        if self < 0xe0 { return 2 }
        return self < 0xf0 ? 3 : 4
    }

    /// Whether a scalar starts with this byte, in valid UTF-8.
    var startsScalar: Bool { self & 0xc0 != 0x80 }
}

extension ArraySlice<UInt8> {
    /// The number of scalars in valid UTF-8, in O(count).
    var scalarCount: Int {
        var found = 0
        for index in indices where self[index].startsScalar { found += 1 }
        return found
    }
}

extension [UInt8] {
    /// Whether the bytes are valid UTF-8, in O(count).
    fileprivate var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}
