import Foundation
import Ledger
import Newsroom
import Signing
import Synchronization
import TestSupport
import Testing

/// Every single bit of a bundle of 64 KiB, flipped; in a default run every 1,009th, and all of them
/// where `STET_LONG` asks (ten minutes on two cores in a debug build).
struct `A flipped bit` {
    /// A bundle of about 64 KiB: one log of text that does not shrink.
    private func sample() throws -> [UInt8] {
        let vectors = try Vectors()
        let genesis = try vectors.genesis()
        var entries = [genesis, try vectors.second()]
        var last = try Entry(vectors.thirdEntry, newsroom: genesis.belongsTo)
        entries.append(last)
        let key = try SigningKey(seed: Array(0x20..<0x40))
        var random = SplitMix64(seed: 64)
        for _ in 0..<13 {
            let noise = (0..<4_500).map { _ in UInt8.random(in: 0...255, using: &random) }
            last = try EntryDraft(
                newsroom: genesis.belongsTo,
                author: last.author,
                incarnation: last.incarnation,
                seq: last.seq + 1,
                prev: last.id,
                lamport: last.lamport + 1,
                claimed: last.claimed,
                parents: [],
                operations: [.unknown(type: 62, body: noise)]
            ).signed(by: key.sign)
            entries.append(last)
        }
        return try SampleBundle(entries: entries).bytes
    }

    @Test func `is refused wherever it is`() async throws {
        let bundle = try sample()
        #expect((60_000...66_000).contains(bundle.count))
        let isWhole = ProcessInfo.processInfo.environment["STET_LONG"] != nil
        let step = isWhole ? 1 : 1_009
        let missed = await withTaskGroup(of: [Int].self) { group in
            for worker in 0..<2 {
                group.addTask {
                    stride(from: worker * step, to: bundle.count * 8, by: 2 * step).filter { bit in
                        var flipped = bundle
                        flipped[bit / 8] ^= 1 << (bit % 8)
                        return (try? read(flipped)) != nil
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(missed == [], "these bits of the bundle were flipped and nobody saw it")
    }
}
