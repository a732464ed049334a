public import Newsroom
import Signing

/// Why two headers prove no fork.
public enum ForkProofError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are no entry, nor the front of one.
    case noEntry
    /// Both are the same entry.
    case sameEntry
    /// They stand in different logs, or at different places of one.
    case differentPlace
    /// A signature is not by the device.
    case signature(of: EntryID)

    /// One line: what is wrong, the id last.
    public var description: String {
        switch self {
        case .noEntry: "the bytes are no entry"
        case .sameEntry: "both are one entry, which is no fork"
        case .differentPlace: "the entries stand at different places, which is no fork"
        case .signature(let id): "signature does not match the device key in entry \(id)"
        }
    }
}

/// Two entries that one key signed for one place of one log (ledger.md 6).
///
/// Whoever holds the two headers with their signatures can show it to anybody; nobody can make
/// them without the key.
public struct ForkProof: Sendable, Hashable {
    /// The key that signed both.
    public let device: DeviceKey
    /// The log that has two histories.
    public let log: LogID
    /// The place that was taken twice.
    public let seq: UInt64
    /// The two entries, ascending.
    public let entries: [EntryID]
    /// Their headers with signatures, in the same order.
    public let headers: [[UInt8]]

    /// Checks two entries, whole or cut off behind their signatures.
    ///
    /// - Throws: `ForkProofError`.
    public init(_ first: [UInt8], _ second: [UInt8]) throws(ForkProofError) {
        let signed = [try SignedHeader(first), try SignedHeader(second)].sorted { $0.id < $1.id }
        guard signed[0].id != signed[1].id else { throw .sameEntry }
        guard signed[0].log == signed[1].log, signed[0].header.seq == signed[1].header.seq else {
            throw .differentPlace
        }
        for header in signed where !header.isSigned { throw .signature(of: header.id) }
        device = signed[0].header.author
        log = signed[0].log
        seq = signed[0].header.seq
        entries = signed.map(\.id)
        headers = signed.map(\.bytes)
    }
}

/// An entry's header with its signature, which is all that a chain needs of it.
private struct SignedHeader {
    let header: EntryHeader
    let bytes: [UInt8]
    let id: EntryID
    private let message: [UInt8]

    init(_ entry: [UInt8]) throws(ForkProofError) {
        guard entry.count >= 235, Array(entry[..<4]) == EntryHeader.magic, entry[4] == 0 else {
            throw .noEntry
        }
        var reader = FieldReader(entry, from: 5)
        guard let header = try? EntryHeader(reading: &reader), entry.count >= reader.place + 64
        else { throw .noEntry }
        self.header = header
        bytes = Array(entry[..<(reader.place + 64)])
        message = EntryHeader.message(Array(entry[..<reader.place]))
        id = EntryID(digest(message))
    }

    var log: LogID { LogID(of: header.author, incarnation: header.incarnation) }

    var isSigned: Bool {
        isSignature(Array(bytes.suffix(64)), of: message, by: header.author.bytes.bytes)
    }
}
