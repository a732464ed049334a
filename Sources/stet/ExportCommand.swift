import ArgumentParser

/// `stet export`: what a newsroom hands to somebody outside.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the record of a story, as text or JSON.",
        discussion: """
            The record says who wrote, changed, cleared and released what, and when. It is all \
            there after the story was withdrawn or removed.
            """
    )

    @Argument(help: "The story: its slug, or its id.")
    var story: String

    @Flag(help: "Print every act on the story, causes first.")
    var record = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard record else { throw ValidationError("say what to export: --record") }
    }

    func run() async throws { try await options.obey("record", [story]) }
}
