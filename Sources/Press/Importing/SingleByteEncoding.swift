/// An encoding in which every byte is a character, and the lower half is ASCII.
struct SingleByteEncoding: Sendable {
    private let upperHalf: [Unicode.Scalar]

    /// Takes the characters of the bytes 0x80 to 0xff in order.
    init(_ characters: String) {
        upperHalf = Array(characters.unicodeScalars)
        precondition(upperHalf.count == 128, "an encoding has 128 characters above ASCII")
    }

    /// The character of a byte.
    func scalar(_ byte: UInt8) -> Unicode.Scalar {
        byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
    }

    /// The text that bytes mean; any bytes mean one.
    func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(scalar(byte)) }
        return String(text)
    }

    /// The encoding with one of the names by which pages call it, in lower case.
    static func named(_ name: String) -> SingleByteEncoding? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        let isWindows = name.hasPrefix("cp125") || name.hasPrefix("x-cp125")
        return byName[isWindows ? "windows-" + parts[parts.count - 1].suffix(4) : name]
    }

    private static let byName: [String: SingleByteEncoding] = [
        "windows-1250": central, "windows-1251": cyrillic, "windows-1252": western,
        "windows-1253": greek, "windows-1254": turkish, "windows-1255": hebrew,
        "windows-1256": arabic, "windows-1257": baltic, "windows-1258": vietnamese,
        "ascii": western, "us-ascii": western, "latin1": western, "iso-8859-1": western,
        "iso-8859-2": centralISO, "iso-8859-5": cyrillicISO, "iso-8859-9": turkish,
        "iso-8859-15": westernISO, "koi8-r": russianKOI8, "koi8-u": ukrainianKOI8,
    ]
}
