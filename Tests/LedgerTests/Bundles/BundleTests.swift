import Ledger
import Newsroom
import Signing
import Synchronization
import Testing

/// The bundle of the three published entries, packed by the device of the vectors.
struct SampleBundle {
    let bytes: [UInt8]
    let entries: [Entry]

    init(entries: [Entry]? = nil) throws {
        let vectors = try Vectors()
        let genesis = try vectors.genesis()
        let third = try Entry(vectors.thirdEntry, newsroom: genesis.belongsTo)
        self.entries = try entries ?? [genesis, vectors.second(), third]
        let key = try SigningKey(seed: Array(0x20..<0x40))
        var packer = BundlePacker()
        var frames: [UInt8] = []
        for entry in self.entries { frames += packer.append(entry) }
        let parts = try packer.finish(
            newsroom: genesis.belongsTo,
            at: Moment(milliseconds: 1_767_225_700_000),
            packer: third.author,
            sign: key.sign
        )
        bytes = parts.front + frames + parts.frame + parts.back
    }
}

/// Everything that a bundle gives, fed in pieces of a size.
func read(_ bytes: [UInt8], pieces: Int = 65_536) throws -> (manifest: Manifest?, [[UInt8]]) {
    var reader = BundleReader()
    var (manifest, entries): (Manifest?, [[UInt8]]) = (nil, [])
    var parts: [BundlePart] = []
    for start in stride(from: 0, to: bytes.count, by: pieces) {
        try reader.feed(Array(bytes[start..<min(start + pieces, bytes.count)]), into: &parts)
    }
    for part in parts {
        switch part {
        case .manifest(let found): manifest = found
        case .entries(let found): entries += found
        case .media: break
        }
    }
    try reader.finish()
    return (manifest, entries)
}

/// A bundle as bytes; numbers are the steps of ledger.md 9.3.
struct `A bundle` {
    private let sample: SampleBundle

    init() throws { sample = try SampleBundle() }

    @Test(arguments: [1, 7, 511, 512, 65_536])
    func `gives back its entries, whatever pieces it comes in`(pieces: Int) throws {
        let (manifest, entries) = try read(sample.bytes, pieces: pieces)
        #expect(entries == sample.entries.map(\.bytes))
        #expect(manifest?.entries == 3)
        #expect(manifest?.rawBytes == 1_079)
        #expect(manifest?.stretches.map(\.from) == [0, 0])
        #expect(manifest?.stretches.map(\.to).sorted() == [0, 1])
        #expect(manifest?.needs == [])
    }

    @Test func `4: names the causes that are not inside`() throws {
        let part = try SampleBundle(entries: [sample.entries[2]])
        let (manifest, _) = try read(part.bytes)
        #expect(manifest?.needs == [sample.entries[1].id])
    }

    @Test func `3: cut off anywhere says so`() throws {
        for count in stride(from: 512, to: sample.bytes.count, by: 61) {
            #expect(throws: BundleError.endsEarly(at: count)) {
                try read(Array(sample.bytes[..<count]))
            }
        }
    }

    @Test(arguments: [
        ([0x50, 0x4b, 3, 4], "a zip archive"), ([0x1f, 0x8b, 8], "a gzip file"),
        (Array("<!doctype html>".utf8), "a web page"), (Array("%PDF-1.7".utf8), "a PDF"),
        (Array("SQLite format 3".utf8), "a database"), ([], "an empty file"),
        (Array(repeating: UInt8(ascii: "x"), count: 600), "another kind of file"),
        (Array(repeating: 0, count: 1_024), "another kind of file"),
    ])
    func `that is another kind of file is called by its name`(bytes: [UInt8], kind: String) {
        #expect(throws: BundleError.otherKind(kind)) { try read(bytes) }
    }

    @Test func `with anything behind its end is refused`() {
        #expect(throws: BundleError.strayBytes) { try read(sample.bytes + [0]) }
    }

    @Test func `3: unpacks to no more than it says`() throws {
        let text = String(decoding: sample.bytes, as: UTF8.self)
        #expect(text.contains("raw-bytes 1079"))
        #expect(throws: BundleError.self) {
            try read(replacing("raw-bytes 1079", by: "raw-bytes 1078", in: sample.bytes))
        }
    }

    @Test func `of a newer format says which`() throws {
        let newer = replacing("stet-bundle 1", by: "stet-bundle 2", in: sample.bytes)
        #expect(throws: BundleError.version("2")) { try read(newer) }
    }
}

/// Bytes with the first run that spells a text replaced by another text of its length.
func replacing(_ text: String, by other: String, in bytes: [UInt8]) -> [UInt8] {
    let (old, new) = (Array(text.utf8), Array(other.utf8))
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else {
        return bytes
    }
    return Array(bytes[..<place]) + new + Array(bytes[(place + old.count)...])
}

/// What stands in front of a bundle; numbers are the steps of ledger.md 9.3.
struct `A manifest` {
    private func text(_ changes: [(String, String)] = []) throws -> String {
        let sample = try SampleBundle()
        let size = sample.bytes[124..<135].reduce(0) { $0 * 8 + Int($1 - 48) }
        let text = String(decoding: sample.bytes[512..<(512 + size)], as: UTF8.self)
        return changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    @Test func `is read as it is written`() throws {
        let text = try text()
        #expect(try Manifest(parsing: Array(text.utf8)).text == text)
    }

    @Test(arguments: [
        ("stet-bundle 1", "stet-bundle"), ("newsroom ", "newsroom x"), ("entries 3", "entries -3"),
        ("entries 3", "entries 03"), ("entries 3", "entries +3"), ("raw-bytes ", "raw-bytes  "),
        ("file entries", "file  entries"), ("range ", "range z"), ("end\n", "end\n\n"),
        ("end\n", "end"), ("end\n", "what\nend\n"), ("packer ", "packer -"),
    ])
    func `2: that reads in another way is refused`(old: String, new: String) throws {
        let changed = try text([(old, new)])
        #expect(throws: BundleError.self) { try Manifest(parsing: Array(changed.utf8)) }
    }

    @Test func `2: with a critical word of a newer version is refused`() throws {
        let newer = try text([("end\n", "crit sealed\nend\n")])
        #expect(throws: BundleError.critical("sealed")) { try Manifest(parsing: Array(newer.utf8)) }
    }
}
