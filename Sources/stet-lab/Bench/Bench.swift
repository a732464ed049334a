import ArgumentParser

/// Measures, one room at a time.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure a room of the house; JSON lines out.",
        subcommands: [
            BenchDesk.self, BenchHub.self, BenchLedger.self, BenchNewsroom.self,
        ]
    )
}
