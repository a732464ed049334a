import ArgumentParser
import Desk
import Foundation

/// `stet verify`: what a stranger checks of a site, without a newsroom.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a published site, a story or a proof, as any reader can.",
        discussion: """
            WHERE is the address of a site or a story, the folder of a site, or a proof's file. The \
            root key should come from print or another place that you trust; without one the \
            site's own word is taken for it, and said.

            Exit codes: 0 it holds, 1 it does not, 64 wrong usage.
            """
    )

    @Argument(help: ArgumentHelp("An address, a folder or a file.", valueName: "where"))
    var place: String

    @Option(
        help: ArgumentHelp(
            "A root key: a PEM file, or its 64 digits; repeatable.",
            valueName: "key"
        )
    )
    var root: [String] = []

    @Option(
        help: ArgumentHelp("The list of keys, for a proof that lies alone.", valueName: "file")
    )
    var keys: String?

    @Flag(help: "Print the answer as one JSON object.")
    var json = false

    func run() async throws {
        let verification = Verification(of: place, roots: root, keys: keys)
        let reply = await verification.reply(on: Terminal.page(isJSON: json))
        FileHandle.standardOutput.write(Data(reply.output.utf8))
        FileHandle.standardError.write(Data(reply.complaint.utf8))
        if reply.exitCode != 0 { throw ExitCode(reply.exitCode) }
    }
}
