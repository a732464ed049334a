import ForeignBytes
import TestSupport
import Testing

/// Inputs that were hostile once, and their relatives; libFuzzer goes further (`tools/fuzz`).
struct `Bytes of strangers` {
    @Test func `of the stored corpus are read or refused, never trapped on`() throws {
        let corpus = try ForeignBytes.corpus()
        #expect(corpus.count >= 10)
        for (_, bytes) in corpus { ForeignBytes.read(bytes) }
    }

    @Test(arguments: Seeds.smoke)
    func `of the corpus, changed at random, are read or refused`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for (_, bytes) in try ForeignBytes.corpus() where !bytes.isEmpty {
            for _ in 0..<12 { ForeignBytes.read(mutated(bytes, using: &random)) }
        }
    }

    private func mutated(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(place...)
            case 3: bytes.insert(0xff, at: place)
            default: bytes[place] = [0, 0x7f, 0x80, 0xff][Int.random(in: 0..<4, using: &random)]
            }
        }
        return bytes
    }
}
