import Ledger
import Newsroom
import Signing

/// The statements and key files that come with a list of keys.
struct KeyStatements: Sendable {
    private let files: [String: [UInt8]]
    private let newsroom: String
    private let roots: Set<String>

    init(_ files: [String: [UInt8]], newsroom: String, roots: [DeviceKey]) {
        self.files = files
        self.newsroom = newsroom
        self.roots = Set(roots.map(\.description))
    }

    /// Whether a key is one that the reader trusts from the start.
    func isRoot(_ key: String) -> Bool { roots.contains(key) }

    /// A statement of this newsroom, by its hash, whose signature holds.
    func statement(_ hash: Substring, type: String) throws(CheckRefusal) -> SignedText {
        guard let bytes = files["\(hash).txt"], let seal = files["\(hash).sig"] else {
            throw CheckRefusal("statement \(hash) is missing")
        }
        guard digest(bytes).description == hash else {
            throw CheckRefusal("statement \(hash) was changed")
        }
        let text = try SignedText("statement \(hash)", bytes, type: type)
        guard try text.value("newsroom") == newsroom else {
            throw CheckRefusal("statement \(hash) is from another newsroom")
        }
        try expectSignature(seal, of: bytes, called: text.name, by: try text.value("by"))
        return text
    }

    /// Checks a signature by a key that the list names or the reader trusts.
    func expectSignature(
        _ seal: [UInt8]?,
        of text: [UInt8],
        called name: String,
        by key: String
    ) throws(CheckRefusal) {
        guard let seal, let number = DeviceKey(hex: key)?.bytes.bytes else {
            throw CheckRefusal("bad signature on \(name)")
        }
        if !isRoot(key) { try expectKeyFile(of: key, number) }
        guard isSignature(seal, of: text, by: number) else {
            throw CheckRefusal("bad signature on \(name)")
        }
    }

    /// A reader with `openssl` takes the key from its file, so that has to hold the same one.
    private func expectKeyFile(of key: String, _ number: [UInt8]) throws(CheckRefusal) {
        guard let file = files["\(key).pem"] else { throw CheckRefusal("no key file for \(key)") }
        guard publicKey(inPEM: file) == number else {
            throw CheckRefusal("key file \(key) holds another key")
        }
    }
}

/// The 32 bytes of an Ed25519 key in a PEM file (RFC 8410); nil for anything else.
package func publicKey(inPEM file: [UInt8]) -> [UInt8]? {
    let lines = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard lines.first == "-----BEGIN PUBLIC KEY-----", lines.last == "-----END PUBLIC KEY-----",
        let bytes = Base64.decode(lines.dropFirst().dropLast().joined()), bytes.count == 44,
        bytes.starts(with: [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0])
    else { return nil }
    return Array(bytes.suffix(32))
}
