extension Tar {
    /// The plain files of an archive as `archive` makes it; anything else in it is refused, a name
    /// too that is not as `isName` says.
    ///
    /// - Throws: `CheckRefusal`; `archive` says which file is meant.
    package static func files(
        in bytes: [UInt8],
        called archive: String,
        named isName: (String) -> Bool = isPlain
    ) throws(CheckRefusal) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var place = 0
        while place + 512 <= bytes.count, bytes[place] != 0 {
            let member = try member(bytes[place..<(place + 512)], of: archive, isName)
            let (start, end) = (place + 512, place + 512 + member.count)
            guard end <= bytes.count else { throw CheckRefusal("\(archive) is cut off") }
            guard files.updateValue(Array(bytes[start..<end]), forKey: member.name) == nil else {
                throw CheckRefusal("\(archive) holds a file twice")
            }
            place = min(bytes.count, end + (512 - member.count % 512) % 512)
            guard bytes[end..<place].allSatisfy({ $0 == 0 }) else {
                throw CheckRefusal("\(archive) holds something between its files")
            }
        }
        guard bytes.count == place + 1_024, bytes[place...].allSatisfy({ $0 == 0 }) else {
            throw CheckRefusal("\(archive) is no tar file, or goes on behind its end")
        }
        return files
    }

    /// Reads a header: the name and the length, and that nothing else is said than we would say.
    private static func member(
        _ block: ArraySlice<UInt8>,
        of archive: String,
        _ isName: (String) -> Bool
    ) throws(CheckRefusal) -> (name: String, count: Int) {
        let header = Array(block)
        let name = String(decoding: header.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
        guard let count = number(header[124..<135]), let sum = number(header[148..<154]),
            sum == Self.sum(of: header)
        else { throw CheckRefusal("\(archive) is no tar file") }
        let isFile = header[156] == UInt8(ascii: "0") || header[156] == 0
        guard isName(name), isFile, header[345..<500].allSatisfy({ $0 == 0 }) else {
            throw CheckRefusal("\(archive) holds a strange file name")
        }
        return (name, count)
    }

    /// The sum of a header's bytes, with blanks where the sum itself stands.
    private static func sum(of header: [UInt8]) -> Int {
        header.indices.reduce(0) { sum, place in
            sum + ((148..<156).contains(place) ? 0x20 : Int(header[place]))
        }
    }

    /// Octal digits as a number; nil for anything else.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }

    /// Whether a name is one that a proof or a key list has: `clear-desk-1.txt`.
    package static func isPlain(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        let isFirstFine = bytes.first.map { isLetterOrDigit($0) } ?? false
        return isFirstFine && bytes.count <= 99
            && bytes.allSatisfy { isLetterOrDigit($0) || [0x2d, 0x2e].contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
    }
}
