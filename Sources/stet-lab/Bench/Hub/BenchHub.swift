import ArgumentParser
import Foundation

/// Measures a hub on the loopback, hub and load on the same machine.
///
/// `tools/bench hub` runs it beside git and fossil on the same revisions.
struct BenchHub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hub",
        abstract: "Measure a hub: live events, first sync, nothing new, something new."
    )

    @Option(help: "The program; otherwise the one beside this.")
    var stet: String?

    @Option(help: "How many devices listen; 0 leaves that out.")
    var devices = 1_000

    @Option(help: "How many entries a second come in.")
    var rate = 100

    @Option(help: "For so many seconds.")
    var seconds = 60

    @Option(help: "How many stories.")
    var stories = 200

    @Option(help: "How many revisions in all; 0 leaves that out.")
    var revisions = 10_000

    @Option(help: "Words in a story.")
    var words = 600

    @Option(help: "A folder to leave the same revisions for `git fast-import` in.")
    var leave: String?

    func run() async throws {
        let program =
            stet.map { URL(filePath: $0) } ?? Bundle.main.bundleURL.appending(path: "stet")
        let folder =
            leave.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if leave == nil { try? FileManager.default.removeItem(at: folder) } }
        if devices > 0 {
            var load = try await LiveLoad(devices: devices, below: folder, program: program)
            try await load.run(rate: rate, seconds: seconds)
        }
        if revisions > 0 {
            var sync = try await FirstSync(
                stories: stories,
                revisions: revisions,
                words: words,
                below: folder,
                program: program
            )
            try await sync.run()
        }
    }
}
