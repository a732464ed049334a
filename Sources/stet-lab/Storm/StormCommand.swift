import ArgumentParser
import Foundation

/// Runs editors and hubs as real processes on a network that breaks; `tools/simulate hub` does.
struct StormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storm",
        abstract: "Editors and hubs as processes: cut their lines, kill the hubs, compare."
    )

    @Option(help: "The program; otherwise the one beside this.")
    var stet: String?

    @Option(help: "How many editors, two to five.")
    var editors = 3

    @Option(help: "How many hubs, one or two.")
    var hubs = 2

    @Option(help: "How many connections are cut at a random byte.")
    var cuts = 1_000

    @Option(help: "How often a hub is killed while something is pushed to it.")
    var kills = 200

    @Option(help: "The seed; otherwise a random one.")
    var seed: UInt64 = .random(in: 1...1_000_000)

    @Option(help: "For how many seconds it may rage at most.")
    var seconds = 1_200

    func validate() throws {
        guard (2...5).contains(editors), (1...2).contains(hubs), cuts >= 0, kills >= 0 else {
            throw ValidationError("two to five editors, one or two hubs")
        }
    }

    func run() async throws {
        // At once, also into a pipe: a storm that is broken off has to be repeated.
        FileHandle.standardOutput.write(Data("seed \(seed)\n".utf8))
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "stet-storm-\(seed)-\(UUID().uuidString.prefix(8))")
        let program =
            stet.map { URL(filePath: $0) } ?? Bundle.main.bundleURL.appending(path: "stet")
        var storm = Storm(
            Storm.Plan(
                program: program,
                folder: folder,
                editors: editors,
                hubs: hubs,
                seed: seed,
                deadline: .now + .seconds(seconds)
            ),
            StormQuota(cuts: cuts, kills: kills)
        )
        let report = try await storm.run()
        print(report.line)
        guard report.isGood else {
            for word in report.wrongWords.prefix(20) { print(word) }
            print("left behind: \(folder.path)")
            throw ExitCode.failure
        }
        try FileManager.default.removeItem(at: folder)
    }
}
