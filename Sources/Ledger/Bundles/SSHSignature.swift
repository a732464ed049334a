import Newsroom
import Signing

// The signature that `ssh-keygen -Y verify` reads (OpenSSH, PROTOCOL.sshsig), for those who have
// no OpenSSL 3: the same key signs the SHA-512 of the manifest under the name "stet-bundle".

/// The armoured signature of a message.
func sshSignature(
    of message: [UInt8],
    by key: DeviceKey,
    sign: ([UInt8]) throws -> [UInt8]
) rethrows -> [UInt8] {
    let signature = try sign(sshMessage(message))
    let kind = string("ssh-ed25519")
    let blob =
        magic + bigEndian(1, bytes: 4) + string(kind + string(key.bytes.bytes)) + context
        + string(kind + string(signature))
    return armoured(blob)
}

/// Whether an armoured signature is one of a message by a key, and says nothing else.
func isSSHSignature(_ armour: [UInt8], of message: [UInt8], by key: DeviceKey) -> Bool {
    let lines = armour.split(separator: UInt8(ascii: "\n")).dropFirst().dropLast()
    let letters = String(decoding: lines.joined(), as: UTF8.self)
    guard let blob = Base64.decode(letters), blob.count > 64 else { return false }
    let signature = Array(blob.suffix(64))
    return sshSignature(of: message, by: key, sign: { _ in signature }) == armour
        && isSignature(signature, of: sshMessage(message), by: key.bytes.bytes)
}

private let magic = Array("SSHSIG".utf8)
private let context = string("stet-bundle") + string("") + string("sha512")

/// What is signed of a message.
private func sshMessage(_ message: [UInt8]) -> [UInt8] {
    magic + context + string(sha512(message))
}

/// A string of the SSH protocol: its length, then its bytes.
private func string(_ bytes: [UInt8]) -> [UInt8] {
    bigEndian(UInt64(bytes.count), bytes: 4) + bytes
}

private func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

/// Base64 between two lines, 70 letters a line.
private func armoured(_ blob: [UInt8]) -> [UInt8] {
    let letters = Array(Base64.encode(blob).utf8)
    var text = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
    for start in stride(from: 0, to: letters.count, by: 70) {
        text += letters[start..<min(start + 70, letters.count)] + [UInt8(ascii: "\n")]
    }
    return text + Array("-----END SSH SIGNATURE-----\n".utf8)
}
