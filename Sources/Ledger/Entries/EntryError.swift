public import Newsroom

/// Why bytes are not an entry of this newsroom; the cases are the codes of ledger.md 4.1.
public enum EntryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Too short, too long, or of another length than its parts.
    case length(Int)
    /// Does not begin like an entry of this version.
    case format
    /// Belongs to another newsroom.
    case newsroom
    /// Its numbers or parents contradict each other.
    case shape
    /// Its signature is not by its device.
    case signature(of: EntryID)
    /// Its payload is not the one that was signed.
    case payload(of: EntryID)
    /// Its payload is no list of operations.
    case framing(of: EntryID)
    /// It does not follow the entry that it names as the one before it.
    case chain(of: EntryID)
    /// Its lamport number is not one more than the greatest before it.
    case lamport(of: EntryID)
    /// Its device was never added before it.
    case stranger(of: EntryID)

    /// The code under which a hub reports it.
    public var code: String {
        switch self {
        case .length: "length"
        case .format: "format"
        case .newsroom: "newsroom"
        case .shape: "shape"
        case .signature: "signature"
        case .payload: "payload"
        case .framing: "framing"
        case .chain: "chain"
        case .lamport: "lamport"
        case .stranger: "stranger"
        }
    }

    /// One line: what is wrong, the id last.
    public var description: String {
        switch self {
        case .length(let count): "\(count) bytes are no entry"
        case .format: "the bytes are no entry of this version"
        case .newsroom: "the entry belongs to another newsroom"
        case .shape: "the entry's numbers or parents contradict each other"
        case .signature(let id): "signature does not match the device key in entry \(id)"
        case .payload(let id): "payload was changed in entry \(id)"
        case .framing(let id): "payload is no list of operations in entry \(id)"
        case .chain(let id): "the log does not continue with entry \(id)"
        case .lamport(let id): "lamport number is wrong in entry \(id)"
        case .stranger(let id): "an unknown device signed entry \(id)"
        }
    }
}
