import ArgumentParser

/// The workbench: measures and checks what developers need to know.
@main
struct StetLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stet-lab",
        abstract: "Checks Stet against other people's data.",
        subcommands: [AuthorityCommand.self, Conform.self, Vectors.self]
    )
}
