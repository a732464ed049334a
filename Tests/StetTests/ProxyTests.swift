import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A proxy that the environment names` {
    @Test func `carries what it cannot read, and looks the hub's name up`() async throws {
        let folder = try TemporaryFolder()
        let ana = try Program("ana", below: folder)
        _ = try await ana.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        let newsroom = try #require(try await ana.run(["check", "--json"]).fact("newsroom"))
        let hub = try Program("hub", below: folder).start([
            "hub", "--listen", "127.0.0.1:0", "--self-made", "--serve", newsroom,
        ])
        try await hub.wait(forOutput: "\npin ")
        let lines = hub.printed.split(separator: "\n")
        let pin = try #require(lines.last).dropFirst(4)
        let port = try #require(lines.first?.split(separator: ":").last.flatMap { UInt16($0) })
        let proxy = try ConnectProxy(to: port)
        defer { proxy.close() }
        let sync = ["sync", "https://hub.gazette.example", "--pin", String(pin)]
        let environment = ["HTTPS_PROXY": "http://ana:secret@127.0.0.1:\(proxy.port)"]
        let synced = try await ana.run(sync, environment: environment)
        #expect(synced.output.contains("synced"), "\(synced.output)\(synced.complaints)")
        let question = try #require(proxy.questions.first)
        #expect(question.hasPrefix("CONNECT hub.gazette.example:443 HTTP/1.1\r\n"), "\(question)")
        let authorization = "authorization: basic \(Data("ana:secret".utf8).base64EncodedString())"
        #expect(question.lowercased().contains(authorization.lowercased()), "\(question)")
        #expect(proxy.carried.count > 500)
        #expect(proxy.carried.firstRange(of: Array("Stet-Newsroom".utf8)) == nil)
        let count = proxy.questions.count
        let spared = environment.merging(["NO_PROXY": "localhost,.gazette.example"]) { $1 }
        #expect(try await ana.run(sync, environment: spared).exitCode == 1)
        #expect(proxy.questions.count == count)
        hub.terminate()
        #expect(try await hub.exitCode() == 0)
    }

    @Test func `is said to be none where it is none`() async throws {
        let folder = try TemporaryFolder()
        let ana = try Program("ana", below: folder)
        _ = try await ana.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        let sync = ["sync", "https://hub.gazette.example"]
        let socks = ["https_proxy": "socks5://ana:secret@127.0.0.1:1"]
        let refused = try await ana.run(sync, environment: socks)
        #expect(refused.exitCode == 1)
        #expect(refused.complaints.hasPrefix("error: HTTPS_PROXY names no proxy\nhint: "))
        #expect(!refused.complaints.contains("secret"))
        let none = try await ana.run(sync, environment: ["HTTPS_PROXY": "http://127.0.0.1:1"])
        #expect(none.complaints.hasPrefix("error: the hub does not answer"), "\(none.complaints)")
    }
}
