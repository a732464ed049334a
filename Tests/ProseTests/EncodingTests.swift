import Foundation
import Prose
import TestSupport
import Testing

/// A random history.
private func history(seed: UInt64, steps: Int = 25) throws -> EventGraph {
    var random = SplitMix64(seed: seed)
    var twin = Twin(writers: 3, isJoining: seed % 2 == 0)
    for _ in 0..<steps { try twin.step(using: &random) }
    return twin.graph
}

struct `An encoded history` {
    @Test(arguments: Seeds.smoke)
    func `is read as it was written`(seed: UInt64) throws {
        let graph = try history(seed: seed)
        for withText in [false, true] {
            let bytes = graph.encoded(withText: withText)
            let (read, text) = try EventGraph.merged(encoded: bytes)
            read.checkInvariants()
            #expect(text.utf8.elementsEqual(graph.text(at: graph.frontier).utf8), "seed \(seed)")
            #expect(read.encoded(withText: withText) == bytes, "seed \(seed)")
            #expect(read.frontier == graph.frontier, "seed \(seed)")
            for event in 0..<graph.count {
                #expect(read.length(at: [event]) == graph.length(at: [event]), "seed \(seed)")
            }
        }
    }

    @Test func `may be empty`() throws {
        let bytes = EventGraph().encoded(withText: true)
        #expect(try EventGraph(encoded: bytes).count == 0)
        #expect(try StoredText(bytes).text == "")
    }

    @Test(arguments: [1, 100, 100_000])
    func `holds what repeats`(times: Int) throws {
        var graph = EventGraph()
        let text = String(repeating: "spam ", count: times)
        try graph.append([.insert(text, at: 0)], parents: [], author: AuthorKey([1]))
        let bytes = graph.encoded(withText: true)
        #expect(try EventGraph.merged(encoded: bytes).text == text)
        #expect(try StoredText(bytes).text == text)
    }

    @Test(arguments: Seeds.smoke)
    func `opens with its text, and checks it when asked`(seed: UInt64) throws {
        let graph = try history(seed: seed)
        let stored = try StoredText(graph.encoded(withText: true))
        #expect(stored.text.utf8.elementsEqual(graph.text(at: graph.frontier).utf8))
        #expect(try stored.history().frontier == graph.frontier)
    }

    @Test(arguments: Seeds.smoke)
    func `is refused or read when bytes change, never trapped on`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let bytes = try history(seed: seed, steps: 12).encoded(withText: seed % 2 == 0)
        for _ in 0..<100 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 6..<mutated.count, using: &random)
                mutated[place] = UInt8.random(in: 0...255, using: &random)
            }
            if let read = try? EventGraph(encoded: mutated) { read.checkInvariants() }
            _ = try? StoredText(mutated)
        }
    }

    @Test func `is refused wherever it is cut`() throws {
        let bytes = try history(seed: 3, steps: 20).encoded(withText: true)
        for count in 0..<bytes.count {
            #expect(throws: EncodingError.self, "cut at \(count)") {
                try EventGraph(encoded: Array(bytes[..<count]))
            }
        }
    }

    @Test func `says why it is refused`() throws {
        #expect(EncodingError.notProse.description == "these bytes are not an encoded history")
        #expect(throws: EncodingError.notProse) { try EventGraph(encoded: Array("STPX".utf8)) }
        #expect(throws: EncodingError.unknownVersion(9)) {
            try EventGraph(encoded: Array("STPR".utf8) + [9, 0])
        }
        let bytes = EventGraph().encoded()
        #expect(throws: EncodingError.nonsense(at: bytes.count, what: "bytes behind the end")) {
            try EventGraph(encoded: bytes + [0])
        }
        #expect(throws: EncodingError.nonsense(at: 5, what: "no text in front")) {
            try StoredText(bytes)
        }
    }
}

struct `The stored corpus` {
    @Test func `is read or refused, never trapped on`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/Fuzz/prose")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files.count > 10)
        var (read, merged) = (0, 0)
        for file in files {
            let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
            _ = try? StoredText(bytes)
            if let graph = try? EventGraph(encoded: bytes) {
                graph.checkInvariants()
                read += 1
            }
            if let graph = merge(bytes) {
                graph.checkInvariants()
                merged += 1
            }
        }
        #expect(read >= 3)
        #expect(merged >= 4)
    }

    /// Merges as the fuzz target does: a length in a byte, so much history, and a part.
    private func merge(_ bytes: [UInt8]) -> EventGraph? {
        guard let count = bytes.first, Int(count) < bytes.count,
            var graph = try? EventGraph(encoded: Array(bytes[1..<(Int(count) + 1)]))
        else { return nil }
        guard (try? graph.merge(encoded: Array(bytes[(Int(count) + 1)...]))) != nil else {
            return nil
        }
        return graph
    }
}
