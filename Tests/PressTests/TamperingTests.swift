import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A proof` {
    /// A published story's proof and key list, unpacked so that files can be changed.
    private struct Bench {
        let tools: StockTools
        let proof: URL
        let keys: URL

        init() async throws {
            let room = try await PressRoom()
            try await room.release("bridge")
            try await room.publish()
            tools = StockTools(room)
            proof = try tools.unpacked("2026/01/bridge/proof/0.tar", as: "proof")
            keys = try tools.unpacked(".well-known/stet/keys.tar", as: "keys")
        }

        /// What the checker says with one file changed; puts the file back.
        func said(changing file: URL, _ change: (inout Data) -> Void) throws -> StockTools.Answer {
            let before = try Data(contentsOf: file)
            var after = before
            change(&after)
            try after.write(to: file)
            defer { try? before.write(to: file) }
            return try tools.proof(at: proof, keys: keys)
        }
    }

    @Test func `is refused with one bit flipped in any of its files`() async throws {
        let bench = try await Bench()
        #expect(try bench.tools.proof(at: bench.proof, keys: bench.keys).exit == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.proof.path).sorted()
        #expect(names.count == 8)
        for name in names {
            let said = try bench.said(changing: bench.proof.appending(path: name)) { $0[20] ^= 1 }
            #expect(said.exit == 1, "\(name): \(said.text)")
        }
    }

    @Test func `is refused with any of its files missing`() async throws {
        let bench = try await Bench()
        let gone = try FileManager.default.contentsOfDirectory(atPath: bench.proof.path).sorted()
            .filter { !["document.txt", "body.html"].contains($0) }
        for name in gone {
            let (file, aside) = (bench.proof.appending(path: name), bench.keys.appending(path: "x"))
            try FileManager.default.moveItem(at: file, to: aside)
            defer { try? FileManager.default.moveItem(at: aside, to: file) }
            #expect(try bench.tools.proof(at: bench.proof, keys: bench.keys).exit == 1, "\(name)")
        }
    }

    @Test func `is refused with another key list, key or root`() async throws {
        let bench = try await Bench()
        for name in ["keys.txt", "keys.sig"] {
            let said = try bench.said(changing: bench.keys.appending(path: name)) { $0[20] ^= 1 }
            #expect(said.exit == 1, "\(name): \(said.text)")
        }
        let real = try Data(
            contentsOf: bench.keys.appending(path: "../public/.well-known/stet/root-1.pem")
        )
        let others = try FileManager.default.contentsOfDirectory(atPath: bench.keys.path)
            .filter { $0.hasSuffix(".pem") }.sorted()
            .map { bench.keys.appending(path: $0) }
            .filter { try Data(contentsOf: $0) != real }
        #expect(others.count == 2)
        for root in others {
            let said = try bench.tools.proof(at: bench.proof, keys: bench.keys, root: root)
            #expect(said.text.contains("nobody entitled"), "\(said.text)")
        }
    }

    @Test func `is not in a log that tells another story`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge")
        try await room.release("tower")
        try await room.publish()
        let tools = StockTools(room)
        let path = "2026/01/bridge/proof/0.tar"
        #expect(try tools.log(receiptOf: path).exit == 0)
        for name in ["tiles/0/000000", "checkpoint.txt", "checkpoint.sig"] {
            let file = room.site.appending(path: ".well-known/stet/log/\(name)")
            let before = try Data(contentsOf: file)
            var after = before
            after[10] ^= 1
            try after.write(to: file)
            #expect(try tools.log(receiptOf: path).exit == 1, "\(name)")
            try before.write(to: file)
        }
    }
}
