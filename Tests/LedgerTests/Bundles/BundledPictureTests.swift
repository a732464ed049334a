import Ledger
import Newsroom
import Signing
import Testing

/// Pictures behind the entries of a bundle (ledger.md 9.1).
struct `A bundle with pictures` {
    private let pictures: [[UInt8]] = [
        [], [UInt8](repeating: 7, count: 700), [UInt8](repeating: 8, count: 512),
    ]

    private func packed() throws -> [UInt8] {
        let vectors = try Vectors()
        let genesis = try vectors.genesis()
        let key = try SigningKey(seed: Array(0x20..<0x40))
        var packer = BundlePacker()
        let frames = packer.append(genesis)
        let parts = try packer.finish(
            newsroom: genesis.belongsTo,
            at: Moment(milliseconds: 1_767_225_700_000),
            media: pictures.map { Manifest.Member(picture: digest($0), byteCount: $0.count) },
            packer: DeviceKey(Bytes32(key.publicKey) ?? .zero),
            sign: key.sign
        )
        var bytes = parts.front + frames + parts.frame
        for (picture, before) in zip(pictures, parts.before) { bytes += before + picture }
        return bytes + parts.back
    }

    private func read(_ bytes: [UInt8], pieces: Int) throws -> [Bytes32: [UInt8]] {
        var reader = BundleReader()
        var parts: [BundlePart] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try reader.feed(Array(bytes[start..<min(start + pieces, bytes.count)]), into: &parts)
        }
        try reader.finish()
        var (found, ended): ([Bytes32: [UInt8]], Int) = ([:], 0)
        for case .media(let hash, let piece, let isLast) in parts {
            found[hash, default: []] += piece
            ended += isLast ? 1 : 0
        }
        #expect(ended == found.count)
        return found
    }

    @Test(arguments: [1, 511, 512, 65_536])
    func `gives them back, whatever pieces it comes in`(pieces: Int) throws {
        let found = try read(packed(), pieces: pieces)
        #expect(found.count == 3)
        for picture in pictures { #expect(found[digest(picture)] == picture) }
    }

    @Test func `of which a byte was changed says which, before the last of it is given`() throws {
        var bytes = try packed()
        let place = try #require(bytes.firstRange(of: [UInt8](repeating: 7, count: 9))?.lowerBound)
        bytes[place] = 9
        #expect(throws: BundleError.changed("blobs/\(digest(pictures[1]))")) {
            try read(bytes, pieces: 65_536)
        }
    }

    @Test func `that was cut off anywhere says so`() throws {
        let bytes = try packed()
        for count in stride(from: 512, to: bytes.count, by: 97) {
            #expect(throws: BundleError.endsEarly(at: count)) {
                try read(Array(bytes[..<count]), pieces: 65_536)
            }
        }
    }
}
