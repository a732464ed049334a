public import Newsroom
import Signing

/// What a bundle holds, in the order in which it is read.
public enum BundlePart: Sendable {
    /// What it says of itself; its packer's signature was good, where it names one.
    case manifest(Manifest)
    /// Entries, causes first, as bytes that nobody checked yet.
    case entries([[UInt8]])
    /// The next bytes of a picture; with the last of them it is what its name says.
    case media(Bytes32, [UInt8], isLast: Bool)
}

/// Reads a bundle as it streams by: bytes in, parts out, never more than a frame in memory.
///
/// What was handed out before an error was good so far: entries stand for themselves.
public struct BundleReader: ~Copyable {
    /// Bytes in one bundle at most.
    public static let limitBytes = 2 << 30
    /// Entries in one bundle at most.
    public static let maximumEntries = 1_000_000

    private enum Phase {
        case header
        case contents(TarMember)
        case frames(TarMember, left: Int)
        case blob(TarMember, left: Int)
        case padding(Int)
        case end
    }

    private var phase = Phase.header
    private var held: [UInt8] = []
    private var place = 0
    private var total = 0
    private var front = BundleFront()
    private var digester = Digester()
    private var rawBytes = 0
    private var entries = 0
    private let allowsAnyRatio: Bool

    /// Starts at the first byte.
    ///
    /// Some honest bundles shrink to less than a 200th; reading these
    /// takes a word from a person.
    public init(allowingAnyRatio: Bool = false) { allowsAnyRatio = allowingAnyRatio }

    /// Takes in the next bytes of the file, and appends what became whole to `parts`.
    ///
    /// - Throws: `BundleError`; what was appended before it is good, and nothing may be fed after.
    public mutating func feed(
        _ bytes: [UInt8],
        into parts: inout [BundlePart]
    ) throws(BundleError) {
        if total == 0, !bytes.isEmpty, let kind = FileKind(startingWith: bytes) {
            throw .otherKind(kind.description)
        }
        total += bytes.count
        guard total <= Self.limitBytes else { throw .overLimit }
        held = Array(held[place...]) + bytes
        place = 0
        while try step(into: &parts) {}
    }

    /// Says that the file ends here.
    ///
    /// - Throws: `BundleError.endsEarly` where the bundle does not.
    public mutating func finish() throws(BundleError) {
        if total == 0 { throw .otherKind("an empty file") }
        guard case .end = phase else { throw .endsEarly(at: total) }
    }

    /// Goes as far as the bytes allow; false where more are needed.
    private mutating func step(into parts: inout [BundlePart]) throws(BundleError) -> Bool {
        switch phase {
        case .header: return try readHeader(&parts)
        case .contents(let member): return try readContents(member)
        case .frames(let member, let left): return try readFrame(member, left, &parts)
        case .blob(let member, let left): return try readBlob(member, left, &parts)
        case .padding(let count):
            guard let zeros = take(count) else { return false }
            guard zeros.allSatisfy({ $0 == 0 }) else { throw .strayBytes }
            phase = .header
            return true
        case .end:
            guard place == held.count else { throw .strayBytes }
            return false
        }
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
        guard held.count - place >= count else { return nil }
        place += count
        return Array(held[(place - count)..<place])
    }

    private mutating func readHeader(_ parts: inout [BundlePart]) throws(BundleError) -> Bool {
        let size = TarMember.blockSize
        let isEnd = held.count > place && held[place] == 0
        guard let block = take(isEnd ? 2 * size : size) else { return false }
        let wasComplete = front.manifest != nil
        let next = try isEnd ? front.end(block) : front.next(block)
        if !wasComplete, let manifest = front.manifest { parts.append(.manifest(manifest)) }
        switch next {
        case nil:
            phase = .end
        case .some(let member) where member.name == "entries":
            phase = .frames(member, left: member.byteCount)
        case .some(let member) where member.name.hasPrefix("blobs/"):
            phase = .blob(member, left: member.byteCount)
        case .some(let member):
            phase = .contents(member)
        }
        return true
    }

    private mutating func readContents(_ member: TarMember) throws(BundleError) -> Bool {
        guard let bytes = take(member.byteCount) else { return false }
        front.keep(bytes, as: member.name)
        phase = .padding(member.padding)
        return true
    }

    private mutating func readFrame(
        _ member: TarMember,
        _ left: Int,
        _ parts: inout [BundlePart]
    ) throws(BundleError) -> Bool {
        guard left > 0 else { return try finishEntries(member) }
        guard held.count - place >= 8 else { return try lacking(8, of: left) }
        let packed: Int
        do {
            packed = try Frames.packedLength(Array(held[place..<(place + 8)]))
        } catch {
            throw .damaged(error)
        }
        guard packed + 8 <= left else { throw .damaged(.endsEarly) }
        guard let frame = take(packed + 8) else { return false }
        digester.update(frame)
        parts.append(.entries(try unpacked(frame)))
        phase = .frames(member, left: left - frame.count)
        return true
    }

    private func lacking(_ count: Int, of left: Int) throws(BundleError) -> Bool {
        guard left >= count else { throw .damaged(.endsEarly) }
        return false
    }

    private mutating func unpacked(_ frame: [UInt8]) throws(BundleError) -> [[UInt8]] {
        let found: [[UInt8]]
        do {
            found = try Frames.decode(frame)
        } catch {
            throw .damaged(error)
        }
        rawBytes += Frames.rawLength(frame)
        entries += found.count
        guard let manifest = front.manifest, rawBytes <= manifest.rawBytes,
            entries <= manifest.entries, entries <= Self.maximumEntries
        else { throw .overLimit }
        guard allowsAnyRatio || rawBytes < 1 << 20 || rawBytes <= 200 * total else {
            throw .suspiciousRatio
        }
        return found
    }

    private mutating func finishEntries(_ member: TarMember) throws(BundleError) -> Bool {
        let isWhole = rawBytes == front.manifest?.rawBytes && entries == front.manifest?.entries
        guard isWhole, front.expects(digester.finish(), for: member) else {
            throw .changed(member.name)
        }
        phase = .padding(member.padding)
        return true
    }

    private mutating func readBlob(
        _ member: TarMember,
        _ left: Int,
        _ parts: inout [BundlePart]
    ) throws(BundleError) -> Bool {
        let count = min(left, held.count - place)
        if left > 0, count == 0 { return false }
        let bytes = take(count) ?? []
        digester.update(bytes)
        phase = .blob(member, left: left - count)
        if left == count {
            guard front.expects(digester.finish(), for: member) else { throw .changed(member.name) }
            phase = .padding(member.padding)
        }
        if let hash = Bytes32(hex: member.name.dropFirst("blobs/".count)) {
            parts.append(.media(hash, bytes, isLast: left == count))
        }
        return true
    }
}
