import Exchange
import Store
import SyncProtocol
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A hub that is sent garbage` {
    /// A call as a device sends it, but for its signature.
    private func call(of newsroom: String) -> [UInt8] {
        let digits = String(repeating: "5", count: 32)
        let covered = "(\"@method\" \"@path\" \"@query\" \"content-digest\" \"stet-newsroom\")"
        let lines = [
            "POST /v1/\(newsroom)/sync?x HTTP/1.1", "Host: hub", "Content-Length: 2",
            "Stet-Newsroom: \(newsroom)", "Content-Digest: sha-256=:AAAA:",
            "Signature-Input: stet=\(covered);created=1767225603;nonce=\"AAECAwQFBgcICQoLDA0ODw\";"
                + "keyid=\"\(digits)\(digits)\";alg=\"ed25519\";tag=\"stet1:\(digits)\"",
            "Signature: stet=:AAAA:", "", "{}",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    @Test(arguments: Seeds.smoke.prefix(3))
    func `answers with a refusal or not at all, and serves the others`(seed: UInt64) async throws {
        let room = try await Room()
        try await room.servingAddress { url in
            var random = SplitMix64(seed: seed)
            let port = try #require(url.split(separator: ":").last.flatMap { UInt16($0) })
            for turn in 0..<60 {
                var bytes = call(of: "\(room.ana.id)")
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[place] = .random(in: 0...255, using: &random)
                    case 1: bytes.insert(contentsOf: bytes[..<min(place, 40)], at: place)
                    case 2: bytes.insert(contentsOf: Array("\r\n".utf8), at: place)
                    default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
                let socket = try Socket.connected(to: port)
                _ = socket.write(bytes)
                let isAnswered = Socket.ready([socket], within: 30) == [true]
                let answer = isAnswered ? socket.read(atMost: 4_096) : []
                let head = String(decoding: answer.prefix(12), as: UTF8.self)
                #expect(
                    answer.isEmpty || head.hasPrefix("HTTP/1.1 4"),
                    "seed \(seed), \(turn): \(head)"
                )
            }
            let report = try await HubClient(url: url).sync(room.ana)
            #expect(report.standing == .synced)
        }
    }
}
