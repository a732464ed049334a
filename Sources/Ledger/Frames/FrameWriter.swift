import Newsroom

/// One frame while it is being filled.
struct FrameWriter {
    private(set) var raw: [UInt8] = []
    private var lastOfLog: [LogID: EntryID] = [:]

    mutating func append(_ entry: Entry) {
        guard entry.hasPayload else { return appendWhole(entry) }
        let follows = entry.prev != nil && lastOfLog[entry.log] == entry.prev
        let head = entry.bytes
        var record: [UInt8] = [follows ? 2 : 1]
        record += head[..<85]
        if !follows { record += head[85..<117] }
        record += head[117..<137] + head[169...]
        raw += bigEndian(UInt64(record.count), bytes: 4) + record
        lastOfLog[entry.log] = entry.id
    }

    /// What the law took leaves nothing from which its hash could be made again.
    private mutating func appendWhole(_ entry: Entry) {
        raw += bigEndian(UInt64(entry.bytes.count + 1), bytes: 4) + [0] + entry.bytes
        lastOfLog[entry.log] = entry.id
    }

    /// The frame's bytes; the writer begins anew.
    mutating func finish() -> [UInt8] {
        guard !raw.isEmpty else { return [] }
        defer { self = FrameWriter() }
        let packed = deflate(raw)
        return bigEndian(UInt64(raw.count), bytes: 4) + bigEndian(UInt64(packed.count), bytes: 4)
            + packed
    }
}

/// The records of one frame, made whole.
struct FrameReader {
    private var lastOfLog: [[UInt8]: EntryID] = [:]

    static func entries(in raw: [UInt8]) throws(FrameError) -> [[UInt8]] {
        var frame = FrameReader()
        var reader = FieldReader(raw)
        var entries: [[UInt8]] = []
        while !reader.isAtEnd {
            guard let length = try? reader.take(4), let form = try? reader.byte(),
                let record = try? reader.take(Int(number(length)) - 1)
            else { throw .badRecord }
            entries.append(try frame.whole(record, form: form))
        }
        return entries
    }

    private mutating func whole(_ record: [UInt8], form: UInt8) throws(FrameError) -> [UInt8] {
        var entry = record
        if form == 2 {
            guard entry.count >= 85, let prev = lastOfLog[Array(entry[37..<77])] else {
                throw .badRecord
            }
            entry.insert(contentsOf: prev.bytes.bytes, at: 85)
        }
        guard form <= 2, entry.count >= (form == 0 ? 235 : 203) else { throw .badRecord }
        if form > 0 { try restoreHash(in: &entry) }
        try note(entry)
        return entry
    }

    private func restoreHash(in entry: inout [UInt8]) throws(FrameError) {
        let count = Int(number(Array(entry[133..<137])))
        guard count <= entry.count - 137 else { throw .badRecord }
        entry.insert(contentsOf: digest(Array(entry[(entry.count - count)...])).bytes, at: 137)
    }

    private mutating func note(_ entry: [UInt8]) throws(FrameError) {
        let end = EntryHeader.fixedLength + 32 * Int(number(Array(entry[169..<171])))
        guard end <= entry.count else { throw .badRecord }
        let id = EntryID(digest(EntryHeader.message(Array(entry[..<end]))))
        lastOfLog[Array(entry[37..<77])] = id
    }
}
