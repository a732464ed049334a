import ArgumentParser

/// `stet publish`: answers releases if this device is the press, then writes the site.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Answer the releases, if this device is the press, and write the site."
    )

    @Option(help: ArgumentHelp("The folder of the site.", valueName: "folder"))
    var out = "public"

    @Option(
        help: ArgumentHelp(
            "The look: a folder as docs/themes.md describes it.",
            valueName: "folder"
        )
    )
    var theme: String?

    @Flag(help: "Make every file anew, not only what changed.")
    var full = false

    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await options.obey(
            "publish",
            ["--to", out] + (theme.map { ["--theme", $0] } ?? []) + (full ? ["--full"] : [])
        )
    }
}
