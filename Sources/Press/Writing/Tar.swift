/// An archive of plain files (POSIX.1-1988, "ustar"): mode 0644, no folders, owners or times, so
/// that equal files make equal bytes.
package struct Tar: Sendable {
    private var bytes: [UInt8] = []

    /// Starts empty.
    package init() {}

    /// Adds a file; names are ours, short and plain.
    package mutating func add(_ name: String, _ content: [UInt8]) {
        bytes += Self.header(name, count: content.count)
        bytes += content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// The archive: what was added, then two zero blocks.
    package var archive: [UInt8] { bytes + [UInt8](repeating: 0, count: 1_024) }

    private static func header(_ name: String, count: Int) -> [UInt8] {
        precondition(name.utf8.count <= 100, "names of members are ours and short")
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ value: String, at place: Int) {
            header.replaceSubrange(place..<(place + value.utf8.count), with: value.utf8)
        }
        put(name, at: 0)
        put("0000644\0" + "0000000\0" + "0000000\0", at: 100)
        put(octal(count, digits: 11) + "\0" + "00000000000\0", at: 124)
        put("        " + "0", at: 148)
        put("ustar\0" + "00", at: 257)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(octal(sum, digits: 6) + "\0 ", at: 148)
        return header
    }

    private static func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }
}
