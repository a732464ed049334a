/// Why a key or a signature could not be used; never with a secret in it.
package enum SigningError: Error, Hashable, CustomStringConvertible {
    /// A key of the wrong length was given.
    case badKey(byteCount: Int)
    /// The PEM text holds no Ed25519 private key, or is damaged.
    case damagedKey
    /// The key is protected, and no passphrase was given.
    case passphraseNeeded
    /// The key is protected and the passphrase does not open it.
    case wrongPassphrase
    /// A passphrase of no characters, or with a zero byte in it.
    case emptyPassphrase
    /// A root code with a wrong length, letter or check.
    case badRootCode
    /// An invite code with a wrong length, letter or check.
    case badInviteCode
    /// The system's library could not do it.
    case library(String)

    /// One line: what failed.
    package var description: String {
        switch self {
        case .badKey(let count): "a key has 32 bytes, not \(count)"
        case .damagedKey: "the device key is damaged or of another kind"
        case .passphraseNeeded: "the device key is protected by a passphrase"
        case .wrongPassphrase: "the passphrase does not open the device key"
        case .emptyPassphrase: "a passphrase needs at least one character"
        case .badRootCode: "the root code is mistyped"
        case .badInviteCode: "the invite code is mistyped"
        case .library(let step): "the system's crypto library failed at \(step)"
        }
    }

    /// What to do about it; nil where nothing helps.
    package var hint: String? {
        switch self {
        case .badRootCode: "8 groups of 7: a letter is wrong, or a group is missing"
        case .badInviteCode: "6 groups of 4: compare it with what was read to you"
        case .emptyPassphrase, .wrongPassphrase, .passphraseNeeded:
            "type the passphrase set by `stet keys protect`"
        case .damagedKey: "put the key file back from a copy, or join again as a new device"
        case .badKey, .library: nil
        }
    }
}
