/// Why bytes are not frames of entries.
public enum FrameError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A frame ends early.
    case endsEarly
    /// A length is over its limit.
    case overLimit(Int)
    /// The compressed stream is broken, or is not as long as it says.
    case badStream
    /// A record is of an unknown form or does not fit its frame.
    case badRecord

    /// One line: what is wrong.
    public var description: String {
        switch self {
        case .endsEarly: "a frame of entries ends early"
        case .overLimit(let count): "a frame of entries is over its limit of \(count)"
        case .badStream: "a frame of entries is damaged"
        case .badRecord: "a frame of entries holds a strange record"
        }
    }
}

/// Entries on their way: compressed frames of records (ledger.md 7.3).
///
/// Records are written whole (form 0) or without what the receiver can make again: the payload's
/// hash (form 1), and the id of the entry before it in the same frame (form 2).
public enum Frames {
    /// Entries in one body at most.
    public static let maximumEntries = 4_096
    /// Raw bytes in one body at most.
    public static let maximumRaw = 16_777_216
    static let maximumFrame = 1_048_576
    static let frameGoal = 262_144

    /// Packs entries in the order given.
    public static func encode(_ entries: [Entry]) -> [UInt8] {
        var packed: [UInt8] = []
        var frame = FrameWriter()
        for entry in entries {
            if frame.raw.count + entry.bytes.count > frameGoal { packed += frame.finish() }
            frame.append(entry)
        }
        return packed + frame.finish()
    }

    /// The length of a frame's stream, from the eight bytes before it.
    ///
    /// - Throws: `FrameError.overLimit`; zlib adds little to what it cannot shrink.
    static func packedLength(_ lengths: [UInt8]) throws(FrameError) -> Int {
        let (raw, packed) = (rawLength(lengths), Int(number(Array(lengths[4..<8]))))
        guard (1...maximumFrame).contains(raw), packed <= raw + raw / 1_000 + 64 else {
            throw .overLimit(maximumFrame)
        }
        return packed
    }

    /// How much a frame says that it unpacks to.
    static func rawLength(_ frame: [UInt8]) -> Int { Int(number(Array(frame[..<4]))) }

    /// Unpacks the bytes of entries; they are checked by nobody yet.
    ///
    /// - Throws: `FrameError`. Nothing is reserved beyond a frame's limit.
    public static func decode(_ bytes: [UInt8]) throws(FrameError) -> [[UInt8]] {
        var place = 0
        var raw = 0
        var entries: [[UInt8]] = []
        while place < bytes.count {
            guard bytes.count - place >= 8 else { throw .endsEarly }
            let lengths = Array(bytes[place..<(place + 8)])
            let rawLength = rawLength(lengths)
            let packedLength = try packedLength(lengths)
            guard packedLength <= bytes.count - place - 8 else { throw .endsEarly }
            raw += rawLength
            guard raw <= maximumRaw else { throw .overLimit(maximumRaw) }
            let stream = Array(bytes[(place + 8)..<(place + 8 + packedLength)])
            entries += try FrameReader.entries(in: try inflate(stream, to: rawLength))
            guard entries.count <= maximumEntries else { throw .overLimit(maximumEntries) }
            place += 8 + packedLength
        }
        return entries
    }
}
