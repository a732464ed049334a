import ArgumentParser

/// `stet import`: what others wrote, as private drafts.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make private drafts of web pages, Markdown, plain text or documents.",
        discussion: """
            Says of each part what it was taken for, and of what was dropped that it was: sure, \
            unsure, dropped. What is doubtful stands in a note below the draft, which is never \
            published. The files are kept as they came, under .stet/imports.
            """
    )

    @Argument(help: "The files to read, each of up to 4 MiB.", completion: .file())
    var files: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "What the story is called; otherwise as the file or its headline suggests.",
            valueName: "slug"
        )
    )
    var slug: String?

    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard slug == nil || files.count == 1 else {
            throw ValidationError("one name is for one file")
        }
    }

    func run() async throws {
        try await options.obey("import", files + (slug.map { ["as", $0] } ?? []))
    }
}
