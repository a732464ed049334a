import ArgumentParser

/// `stet sync`: one exchange with the hub.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Exchange with the hubs: send what they lack, take what is new.",
        discussion: """
            Other machines are reached through the proxy that HTTPS_PROXY names, but for the hosts \
            and domains of NO_PROXY.
            """
    )

    @Argument(help: "A hub's address; otherwise all that are known.")
    var url: String?

    @Option(
        help: ArgumentHelp(
            "The key that the hub must show, as `stet hub` prints it.",
            valueName: "pin"
        )
    )
    var pin: String?

    @OptionGroup var options: DeskOptions

    func run() async throws {
        let pin = pin.map { ["--pin", $0] } ?? []
        try await options.obey("sync", (url.map { [$0] } ?? []) + pin)
    }
}
