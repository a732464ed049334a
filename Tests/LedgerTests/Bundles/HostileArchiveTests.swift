import Ledger
import Newsroom
import Signing
import Testing

/// Archives that somebody made to harm: names, links, sizes, order, bombs.
///
/// Numbers are the steps of ledger.md 9.3 that refuse them.
struct `A hostile archive` {
    private let sample: SampleBundle

    init() throws { sample = try SampleBundle() }

    /// A ustar header with any fields, and a right sum.
    private func header(_ name: String, size: Int, kind: Character = "0") -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[place + offset] = byte }
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        let digits = String(size, radix: 8)
        put(String(repeating: "0", count: 11 - digits.count) + digits, at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put(String(kind), at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put("0000000", at: 329)
        put("0000000", at: 337)
        let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
        return block
    }

    /// The sample with another member put where the entries' header was.
    private func sample(withHeader other: [UInt8]) throws -> [UInt8] {
        let own = header("entries", size: try entriesSize())
        let place = try #require(
            stride(from: 0, to: sample.bytes.count, by: 512).first {
                Array(sample.bytes[$0..<($0 + 512)]) == own
            }
        )
        return Array(sample.bytes[..<place]) + other + Array(sample.bytes[(place + 512)...])
    }

    private func entriesSize() throws -> Int {
        let (manifest, _) = try read(sample.bytes)
        return try #require(manifest?.members.first?.byteCount)
    }

    @Test func `is told from the honest one by the header alone`() throws {
        let same = try sample(withHeader: header("entries", size: try entriesSize()))
        #expect(same == sample.bytes)
    }

    @Test(arguments: ["../entries", "/etc/passwd", "blobs/..", "MANIFEST", "entries\n", "Entries"])
    func `1: with a stray name is refused`(name: String) throws {
        let size = try entriesSize()
        let bytes = try sample(withHeader: header(name, size: size))
        #expect(throws: BundleError.self) { try read(bytes) }
    }

    @Test(arguments: ["1", "2", "3", "5", "x", "g", "L"] as [Character])
    func `1: with a link, a folder or an extension is refused`(kind: Character) throws {
        let bytes = try sample(withHeader: header("entries", size: try entriesSize(), kind: kind))
        #expect(throws: BundleError.strayMember("a header")) { try read(bytes) }
    }

    @Test(arguments: [0, 1, 1 << 30])
    func `1: with another size than its manifest says is refused`(size: Int) throws {
        let bytes = try sample(withHeader: header("entries", size: size))
        #expect(throws: BundleError.strayMember("entries")) { try read(bytes) }
    }

    @Test func `2: without a manifest, or with one too large, is refused`() {
        #expect(throws: BundleError.otherKind("a tar archive of other things")) {
            try read(header("notes.txt", size: 0))
        }
        #expect(throws: BundleError.strayMember("MANIFEST")) {
            try read(header("MANIFEST", size: Manifest.limitBytes + 1))
        }
    }

    @Test func `3: that unpacks to more than 200 times its size takes a word`() throws {
        let genesis = sample.entries[0]
        let key = try SigningKey(seed: Array(0x20..<0x40))
        var last = sample.entries[2]
        var entries = sample.entries
        for _ in 0..<8 {
            last = try EntryDraft(
                newsroom: genesis.belongsTo,
                author: last.author,
                incarnation: last.incarnation,
                seq: last.seq + 1,
                prev: last.id,
                lamport: last.lamport + 1,
                claimed: last.claimed,
                parents: [],
                operations: [.unknown(type: 62, body: [UInt8](repeating: 0, count: 900_000))]
            ).signed(by: key.sign)
            entries.append(last)
        }
        let bytes = try SampleBundle(entries: entries).bytes
        #expect(throws: BundleError.suspiciousRatio) { try read(bytes) }
        var trusting = BundleReader(allowingAnyRatio: true)
        var parts: [BundlePart] = []
        try trusting.feed(bytes, into: &parts)
        try trusting.finish()
    }
}
