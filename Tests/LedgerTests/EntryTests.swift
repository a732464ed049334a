import Ledger
import Newsroom
import Signing
import Testing

struct `An entry` {
    private let vectors: Vectors

    init() throws { vectors = try Vectors() }

    @Test func `has the published id, signature and payload`() throws {
        let genesis = try vectors.genesis()
        #expect(genesis.id.description == vectors.hex("id-0"))
        #expect(Array(genesis.bytes[genesis.headerLength...]) == vectors.bytes("payload-0"))
        let signature = genesis.bytes[(genesis.headerLength - 64)..<genesis.headerLength]
        #expect(Array(signature) == vectors.bytes("signature-0"))
        #expect(try vectors.second().id.description == vectors.hex("id-1"))
    }

    @Test func `is read as it was published`() throws {
        let entry = try Entry(vectors.thirdEntry, newsroom: vectors.genesis().belongsTo)
        #expect(entry.id.description == vectors.hex("id-2"))
        #expect(entry.log.description == vectors.hex("device-log"))
        #expect(entry.operations.map(\.type) == [2, 85, 62])
        #expect(entry.operations[2] == .unknown(type: 62, body: [UInt8(ascii: "?")]))
        guard case .writeText(let change) = entry.operations[1] else {
            Issue.record("the second operation writes text")
            return
        }
        #expect(
            change.edits == [
                .insert("Stet teh", at: 0), .delete(2, at: 6), .insert("he word", at: 6),
                .insert("\u{201C}", at: 0),
            ]
        )
    }

    @Test func `follows its past`() throws {
        let (genesis, second) = (try vectors.genesis(), try vectors.second())
        let third = try Entry(vectors.thirdEntry, newsroom: genesis.belongsTo)
        let known = [genesis.id: genesis, second.id: second]
        func cause(_ id: EntryID) -> EntryCause? {
            known[id].map {
                EntryCause(
                    author: $0.author,
                    incarnation: $0.incarnation,
                    seq: $0.seq,
                    lamport: $0.lamport
                )
            }
        }
        #expect(third.acceptance(cause: cause) { true } == .accepted)
        #expect(third.acceptance(cause: cause) { false } == .refused(.stranger(of: third.id)))
        #expect(
            third.acceptance { _ in
                nil
            } isKnownDevice: {
                true
            } == .pending(missing: [second.id])
        )
    }

    @Test func `with any bit flipped is refused`() throws {
        let newsroom = try vectors.genesis().belongsTo
        for bit in 0..<(vectors.thirdEntry.count * 8) {
            var flipped = vectors.thirdEntry
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: EntryError.self, "bit \(bit)") {
                try Entry(flipped, newsroom: newsroom)
            }
        }
    }

    @Test func `cut short or made longer is refused`() throws {
        let whole = vectors.thirdEntry
        let bare = try Entry(whole, newsroom: nil).headerLength
        for count in 0..<whole.count where count != bare {
            #expect(throws: EntryError.self) { try Entry(Array(whole[..<count]), newsroom: nil) }
        }
        #expect(throws: EntryError.self) { try Entry(whole + [0], newsroom: nil) }
    }

    @Test func `without its payload keeps its id and says nothing`() throws {
        let whole = try Entry(vectors.thirdEntry, newsroom: nil)
        let bare = try Entry(whole.bytesWithoutPayload, newsroom: nil)
        #expect(bare.id == whole.id && bare.causes == whole.causes)
        #expect(whole.hasPayload && !bare.hasPayload)
        #expect(bare.operations.isEmpty && bare.skeleton == nil)
    }

    @Test func `leaves a skeleton with the same acts and none of the words`() throws {
        let whole = try Entry(vectors.thirdEntry, newsroom: nil)
        let skeleton = try #require(whole.skeleton)
        #expect(String(decoding: skeleton, as: UTF8.self).contains("word") == false)
        let bare = try Entry(whole.bytesWithoutPayload, newsroom: nil)
        for erased in [whole.erased(to: skeleton), bare.erased(to: skeleton)] {
            #expect(erased.isErased)
            #expect(erased.operations == whole.operations.map(\.withoutWords))
        }
        #expect(bare.erased(to: [9, 9]).operations.isEmpty)
    }

    @Test func `of another newsroom is refused`() {
        #expect(throws: EntryError.newsroom) {
            try Entry(vectors.thirdEntry, newsroom: NewsroomID(.zero))
        }
    }
}

struct `The frontier` {
    @Test func `has the published root`() throws {
        let vectors = try Vectors()
        var heads = LogHeads()
        #expect(heads.root.description == vectors.hex("empty-root"))
        let genesis = try vectors.genesis()
        heads.advance(over: genesis)
        heads.advance(over: try vectors.second())
        heads.advance(over: try Entry(vectors.thirdEntry, newsroom: genesis.belongsTo))
        #expect(heads.root.description == vectors.hex("root"))
        #expect(heads.items.count == 2)
    }
}

struct `Packed entries` {
    private let entries: [Entry]

    init() throws {
        let vectors = try Vectors()
        let genesis = try vectors.genesis()
        entries = [
            genesis, try vectors.second(),
            try Entry(vectors.thirdEntry, newsroom: genesis.belongsTo),
        ]
    }

    @Test func `give back the entries, in the published 1,079 raw bytes`() throws {
        let packed = Frames.encode(entries)
        #expect(try Frames.decode(packed) == entries.map(\.bytes))
        #expect(Array(packed[..<4]) == [0, 0, 4, 55])
    }

    @Test func `cut or flipped anywhere throw and never trap`() {
        let packed = Frames.encode(entries)
        for count in 1..<packed.count {
            #expect(throws: FrameError.self) { try Frames.decode(Array(packed[..<count])) }
        }
        for place in packed.indices {
            var flipped = packed
            flipped[place] ^= 0x55
            _ = try? Frames.decode(flipped)
        }
    }
}
