import ArgumentParser

/// The workbench: measures and checks what developers need to know.
@main
struct StetLab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stet-lab",
        abstract: "Measures Stet, and checks it against other people's data.",
        subcommands: [
            AuthorityCommand.self, Bench.self, Compare.self, Conform.self, Merge.self,
            NewsroomCommand.self, Open.self, PressCommand.self, Replay.self, StormCommand.self,
            Vectors.self, Weigh.self,
        ]
    )
}
