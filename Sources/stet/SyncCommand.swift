import ArgumentParser

/// `stet sync`: one exchange with the hub.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Exchange with the hub: send what it lacks, take what is new."
    )

    @Argument(help: "The hub's address; otherwise the last one.")
    var url: String?

    @OptionGroup var options: DeskOptions

    func run() async throws { try await options.obey("sync", url.map { [$0] } ?? []) }
}
