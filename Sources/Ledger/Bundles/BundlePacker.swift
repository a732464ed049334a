public import Newsroom
import Signing

/// Packs entries, causes first, into a bundle: frames as they fill, then what stands in front.
///
/// The manifest stands before the entries and names their digest, so a shell writes the frames
/// aside, then `front`, the frames, and `back`. No more than one frame is in memory.
public struct BundlePacker: ~Copyable {
    private var frame = FrameWriter()
    private var digester = Digester()
    private var byteCount = 0
    private var rawBytes = 0
    private var entries: Set<EntryID> = []
    private var needs: Set<EntryID> = []
    private var open: [EntryID: Manifest.Stretch] = [:]

    /// Starts with no entries.
    public init() {}

    /// How many entries were packed.
    public var count: Int { entries.count }

    /// Takes in an entry whose causes came before, or are not to come; returns what to write.
    public mutating func append(_ entry: Entry) -> [UInt8] {
        needs.formUnion(entry.causes.filter { !entries.contains($0) })
        entries.insert(entry.id)
        let before = entry.prev.flatMap { open.removeValue(forKey: $0) }
        open[entry.id] = Manifest.Stretch(
            log: entry.log,
            from: before?.from ?? entry.seq,
            to: entry.seq,
            head: entry.id
        )
        let isFull = frame.raw.count + entry.bytes.count > Frames.frameGoal
        let done = isFull ? finishFrame() : []
        frame.append(entry)
        return done
    }

    /// The last frame, and then the bundle's front and back around all frames and pictures.
    ///
    /// `sign` signs a message as the packer. A bundle of `heads` alone asks for what lies above
    /// them. Before the bytes of each of the `media`, in their order, stands its part of `before`.
    ///
    /// - Throws: `BundleError.overLimit` where it would hold more than a bundle may, or what `sign`
    ///   throws.
    public consuming func finish(
        newsroom: NewsroomID,
        at time: Moment,
        heads: LogHeads? = nil,
        media: [Manifest.Member] = [],
        packer: DeviceKey,
        sign: ([UInt8]) throws -> [UInt8]
    ) throws -> (frame: [UInt8], front: [UInt8], before: [[UInt8]], back: [UInt8]) {
        let last = finishFrame()
        let manifest = Manifest(
            newsroom: newsroom,
            packer: packer,
            packedAt: time,
            entries: entries.count,
            rawBytes: rawBytes,
            members: [digested()] + media,
            stretches: (heads.map(Self.stretches) ?? Array(open.values)).sorted(),
            needs: needs.sorted(),
            critical: []
        )
        let text = Array(manifest.text.utf8)
        guard text.count <= Manifest.limitBytes, entries.count <= BundleReader.maximumEntries,
            media.reduce(byteCount, { $0 + $1.byteCount }) <= BundleReader.limitBytes
        else { throw BundleError.overLimit }
        let signatures = [
            ("MANIFEST", text), ("MANIFEST.sig", try sign(text)),
            ("MANIFEST.sshsig", try sshSignature(of: text, by: packer, sign: sign)),
        ]
        let front = signatures.flatMap { name, bytes in
            let member = TarMember(name: name, byteCount: bytes.count)
            return member.header + bytes + [UInt8](repeating: 0, count: member.padding)
        }
        var member = TarMember(name: "entries", byteCount: byteCount)
        let entries = front + member.header
        var before: [[UInt8]] = []
        for next in media {
            let padding = [UInt8](repeating: 0, count: member.padding)
            member = TarMember(name: next.name, byteCount: next.byteCount)
            before.append(padding + member.header)
        }
        let end = member.padding + 2 * TarMember.blockSize
        return (last, entries, before, [UInt8](repeating: 0, count: end))
    }

    private mutating func finishFrame() -> [UInt8] {
        rawBytes += frame.raw.count
        let bytes = frame.finish()
        byteCount += bytes.count
        digester.update(bytes)
        return bytes
    }

    private mutating func digested() -> Manifest.Member {
        guard let digest = Bytes32(digester.finish()) else {
            preconditionFailure("a SHA-256 has 32 bytes")
        }
        return Manifest.Member(name: "entries", byteCount: byteCount, digest: digest)
    }

    private static func stretches(of heads: LogHeads) -> [Manifest.Stretch] {
        heads.items.map { Manifest.Stretch(log: $0.log, from: 0, to: $0.seq, head: $0.head) }
    }
}

extension Manifest.Stretch: Comparable {
    /// Compares log, places, head.
    public static func < (left: Self, right: Self) -> Bool {
        if left.log != right.log { return left.log < right.log }
        if left.from != right.from { return left.from < right.from }
        return left.to == right.to ? left.head < right.head : left.to < right.to
    }
}
