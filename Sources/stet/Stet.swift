import ArgumentParser

/// The program: what it can do, and what it does when nothing is said.
@main
struct Stet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stet",
        abstract: "A newsroom that works offline.",
        discussion: """
            Without a subcommand, stet opens the newsroom found from here and takes commands, from \
            a terminal or from a pipe; `help` there lists them.

            Exit codes: 0 done, 1 refused or failed, 64 wrong usage.
            """,
        version: "stet 0.1.0",
        subcommands: [
            OpenCommand.self, InitCommand.self, JoinCommand.self, SyncCommand.self,
            ServeCommand.self, StatusCommand.self, BundleCommand.self, ImportCommand.self,
            ExportCommand.self, HubCommand.self, PublishCommand.self, CheckCommand.self,
            KeysCommand.self, CompletionsCommand.self, ManualCommand.self, VerifyCommand.self,
        ],
        defaultSubcommand: OpenCommand.self
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.end(with: error)
        }
    }
}
