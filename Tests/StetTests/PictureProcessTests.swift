import Foundation
import FoundationNetworking
import Glibc
import TestSupport
import Testing

/// Real processes, killed in the middle of a picture of 24 MB.
@Suite(.timeLimit(.minutes(5)))
struct `A picture between programs` {
    private let folder: TemporaryFolder
    private let ana: Program
    private let bo: Program
    private let newsroom: String
    private let picture = InventedPicture.png(width: 40, height: 30, noise: 24_000_000)

    init() async throws {
        folder = try TemporaryFolder()
        ana = try Program("ana", below: folder)
        bo = try Program("bo", below: folder)
        _ = try await ana.run(["init", "Gazette", "--member", "Ana", "--device", "desk"])
        newsroom = try #require(try await ana.run(["check", "--json"]).fact("newsroom"))
        let ticket = try #require(
            try await ana.run(["--json"], input: "admit Bo as editor\n").fact("ticket")
        )
        let joining = try await bo.run(["join", ticket]).output
        let consent = try #require(joining.split(separator: "\n").last)
        _ = try await ana.run([], input: "device add Bo phone \(consent)\n")
    }

    private func hub() async throws -> (program: RunningProgram, url: String) {
        let place = folder.url.appending(path: "hub")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let hub = try Program(in: place)
            .start(["hub", "--listen", "127.0.0.1:0", "--serve", newsroom])
        return (hub, try #require(try await hub.firstLine()))
    }

    /// The file that has come in part, below a machine's folder, once there is some of it.
    ///
    /// It waits without giving its thread away: other tests would keep that for too long.
    private func part(below name: String) throws -> Int {
        let place = folder.url.appending(path: name)
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
            for path in paths where path.contains("media/parts/") {
                let file = place.appending(path: path).path
                let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
                if let size, size > 0 { return size }
            }
            usleep(2_000)
        }
        return 0
    }

    /// How many bytes of bodies a hub has counted.
    private func counted(_ direction: String, at url: String) async throws -> Int {
        let (data, _) = try await URLSession.shared.data(
            from: #require(URL(string: url + "/metrics"))
        )
        let name = "stet_body_bytes_total{direction=\"\(direction)\"} "
        let line = String(decoding: data, as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix(name) }
        return try #require(line.flatMap { Int($0.dropFirst(name.count)) })
    }

    /// The bytes of the only picture below a machine's folder.
    private func picture(below name: String) throws -> Data? {
        let place = folder.url.appending(path: name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: place.path)
        let path = paths.first { $0.wholeMatch(of: /.*media\/[0-9a-f]{2}\/[0-9a-f]{64}/) != nil }
        return try path.map { try Data(contentsOf: place.appending(path: $0)) }
    }

    @Test func `arrives whole though the hub and the reader die on the way, and no byte twice`()
        async throws
    {
        try Data(picture).write(to: folder.url.appending(path: "ana/ferry.png"))
        let lines = "new ferry\nappend \"It sails.\"\npicture ferry.png --alt \"It.\"\nshare\n"
        #expect(try await ana.run([], input: lines).exitCode == 0)

        // The hub dies while it takes the picture in.
        let first = try await hub()
        let sending = try ana.start(["sync", first.url])
        #expect(try part(below: "hub") > 0)
        first.program.kill()
        _ = try await first.program.exitCode()
        _ = try await sending.exitCode()
        let kept = try part(below: "hub")

        let second = try await hub()
        let sent = try await ana.run(["sync", second.url])
        #expect(sent.exitCode == 0, "\(sent.complaints)")
        #expect(sent.output.contains("pictures: sent 1, got 0"), "\(sent.output)")
        #expect(try picture(below: "hub") == Data(picture))
        let received = try await counted("received", at: second.url)
        #expect(
            received < picture.count - kept + 100_000,
            "\(received) of \(picture.count), \(kept)"
        )

        // The reader dies while the picture comes.
        let reading = try bo.start(["sync", second.url])
        #expect(try part(below: "bo") > 0)
        reading.kill()
        _ = try await reading.exitCode()
        let before = try await counted("sent", at: second.url)
        let had = try part(below: "bo")
        let got = try await bo.run(["sync", second.url])
        #expect(got.output.contains("pictures: sent 0, got 1"), "\(got.output)")
        #expect(try picture(below: "bo") == Data(picture))
        let more = try await counted("sent", at: second.url) - before
        #expect(more < picture.count - had + 100_000, "\(more) of \(picture.count), \(had)")
        second.program.terminate()
        #expect(try await second.program.exitCode() == 0)
    }
}
