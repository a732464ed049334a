import ArgumentParser
import Desk
import Foundation
import Store

/// Measures what an editor waits for: the program's start, then command after command.
struct BenchDesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Measure the desk on a folder of `stet-lab newsroom`; JSON lines out."
    )

    @Argument(help: "The folder; what is edited stays edited there.")
    var folder: String

    @Option(help: "How often each command is given, on stories that the seed picks.")
    var times = 200

    @Option(help: "How often the program is started.")
    var starts = 5

    @Option(help: "The program; otherwise the one beside this.")
    var stet: String?

    @Option(help: "What decides stories and words.")
    var seed: UInt64 = 1

    func validate() throws {
        guard times > 0, starts > 0 else { throw ValidationError("once is the least") }
    }

    func run() async throws {
        let url = URL(filePath: folder, directoryHint: .isDirectory)
        var editor = try DeskEditor(stories: StoryList.lines(in: url), seed: seed)
        try measureStarts(in: url)
        let start = ContinuousClock.now
        let replica = try Replica(opening: url, surroundings: .system())
        report("desk.open.folder", [ContinuousClock.now - start])
        let desk = Desk(replica, page: Page())
        for command in DeskEditor.Command.allCases {
            var took: [Duration] = []
            for _ in 0..<times {
                for line in try await editor.preparation(of: command, at: desk) {
                    _ = try await obeyed(line, at: desk)
                }
                let line = try await editor.line(of: command, at: desk)
                let start = ContinuousClock.now
                _ = try await obeyed(line, at: desk)
                took.append(ContinuousClock.now - start)
                // As at a terminal, where this happens while the next line is typed.
                await replica.rest()
            }
            report("desk.\(command.rawValue)", took)
        }
        await replica.rest(isLeaving: true)
    }

    /// The real program on the folder, from its start to the end of a script that says `quit`; and
    /// a program that does nothing, started the same way.
    private func measureStarts(in folder: URL) throws {
        let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let program = stet.map { URL(filePath: $0) } ?? own.appending(path: "stet")
        let peer = try (0..<starts).map { _ in
            try ProgramRun(URL(filePath: "/bin/true"), []).time
        }
        report("start.true", peer, peak: nil)
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw ValidationError("no program at \(program.path): build stet, or name it by --stet")
        }
        let arguments = ["--newsroom", folder.path, "--command", "quit"]
        let runs = try (0..<starts).map { _ in try ProgramRun(program, ["open"] + arguments) }
        report("start.stet", runs.map(\.time), peak: runs.map(\.peakMebibytes).max())
    }

    private func obeyed(_ line: String, at desk: Desk) async throws -> Reply {
        let reply = await desk.reply(to: line)
        guard reply.exitCode == 0 else { throw ValidationError("\(line): \(reply.complaint)") }
        return reply
    }

    private func report(
        _ name: String,
        _ took: [Duration],
        peak: Double? = PeakMemory.mebibytes
    ) {
        let sorted = took.map { $0 / .milliseconds(1) }.sorted()
        let figures = [
            ("p50_ms", sorted[sorted.count / 2]), ("p99_ms", sorted[sorted.count * 99 / 100]),
            ("worst_ms", sorted[sorted.count - 1]),
        ].map { name, value in "\"\(name)\":\(String(format: "%.2f", value))" }
        let memory = peak.map { ",\"peak_mib\":\(String(format: "%.0f", $0))" } ?? ""
        let all = figures.joined(separator: ",")
        print("{\"name\":\"\(name)\",\"count\":\(took.count),\(all)\(memory)}")
    }
}
