import ArgumentParser

/// `stet check`: every hash, signature, chain and projection.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read every entry again: hashes, signatures, chains, and what is shown."
    )

    @Flag(help: "Make the lists anew from the entries.")
    var rebuild = false

    @OptionGroup var options: DeskOptions

    func run() async throws { try await options.obey("check", rebuild ? ["--rebuild"] : []) }
}
