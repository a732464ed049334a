import ArgumentParser

/// `stet status`: what only this device has, what waits, what does not count.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say what is only here, what waits, and what does not count, with the reasons."
    )

    @OptionGroup var options: DeskOptions

    func run() async throws {
        let desk = try options.desk()
        for verb in ["where", "aside"] { try await options.obey(verb, at: desk) }
    }
}
