/// An address that a body may link to: absolute, of a known scheme, with nothing that could leave
/// its attribute or name a user (publishing.md 4.1).
struct BodyAddress: Hashable {
    /// The address as it is published.
    let text: String

    /// Takes `http`, `https` and `mailto`; percent-encodes what an address may not hold.
    ///
    /// - Throws: what is wrong, as the end of a sentence.
    init(_ written: String) throws(AddressFault) {
        guard written.utf8.count <= 2_000 else { throw .long }
        guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .relative }
        let scheme = written[..<colon].lowercased()
        guard scheme.utf8.allSatisfy(isSchemeByte), !scheme.isEmpty else { throw .relative }
        let rest = written[written.utf8.index(after: colon)...]
        switch scheme {
        case "http", "https": try Self.checkHost(rest)
        case "mailto": guard !rest.isEmpty else { throw .host }
        default: throw .scheme
        }
        text = scheme + ":" + Self.encoded(rest)
        guard text.utf8.count <= 2_000 else { throw .long }
    }

    private static func checkHost(_ rest: Substring) throws(AddressFault) {
        guard rest.utf8.starts(with: "//".utf8) else { throw .host }
        let authority = rest.utf8.dropFirst(2).prefix { byte in
            !"/?#\\".utf8.contains(byte)
        }
        guard !authority.isEmpty, authority.first != UInt8(ascii: ":") else { throw .host }
        guard !authority.contains(UInt8(ascii: "@")) else { throw .user }
        guard authority.allSatisfy({ $0 > 0x20 && !"\"<>^`{|}%".utf8.contains($0) }) else {
            throw .host
        }
    }

    /// Keeps what RFC 3986 allows, and well-formed escapes; encodes the rest.
    private static func encoded(_ rest: Substring) -> String {
        let bytes = Array(rest.utf8)
        var result: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && place + 2 < bytes.count
                && isHexDigit(bytes[place + 1]) && isHexDigit(bytes[place + 2])
            if isEscape || isUnreserved(byte) || ":/?#[]@!$&'()*+,;=".utf8.contains(byte) {
                result.append(byte)
            } else {
                result += "%".utf8
                result += [byte >> 4, byte & 15].map { Array("0123456789ABCDEF".utf8)[Int($0)] }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Why an address is not published.
enum AddressFault: Error, Hashable, CustomStringConvertible {
    case long, relative, scheme, host, user

    var description: String {
        switch self {
        case .long: "an address of over 2,000 bytes"
        case .relative: "an address that does not say where it begins"
        case .scheme: "an address of a scheme that is not published"
        case .host: "an address without a host"
        case .user: "an address with a user name"
        }
    }
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "-._~".utf8.contains(byte)
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || "abcdefABCDEF".utf8.contains(byte)
}

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

private func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
}
