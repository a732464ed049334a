import ArgumentParser
import Desk
import Foundation

/// `stet bundle`: changes in a signed file, for a pocket instead of a network.
struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Write, read or explain a signed file that carries changes.",
        subcommands: [Export.self, Import.self, Show.self, Verify.self]
    )

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write everything, one story, or what another device lacks."
        )

        @Argument(help: "The file to write.")
        var file: String

        @Option(help: "One story; `frontier` writes no change, and asks for what is missing.")
        var story: String?

        @Option(
            name: .customLong("for"),
            help: ArgumentHelp("A bundle of the other device: it has what that names.")
        )
        var receiver: String?

        @OptionGroup var options: DeskOptions

        func run() async throws {
            let words = ["export", file] + (story.map { [$0] } ?? [])
            try await options.obey("bundle", words + (receiver.map { ["--for", $0] } ?? []))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take in what a bundle brings; twice changes nothing."
        )

        @Argument(help: "The file to read.")
        var file: String

        @Flag(help: "Also where it would set many acts aside that count now.")
        var anyway = false

        @Flag(help: "Also where it unpacks to more than 200 times its size.")
        var large = false

        @OptionGroup var options: DeskOptions

        func run() async throws {
            let flags = (anyway ? ["--anyway"] : []) + (large ? ["--large"] : [])
            try await options.obey("bundle", ["import", file] + flags)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a bundle and explain it, without taking it in."
        )

        @Argument(help: "The file to read.")
        var file: String

        @OptionGroup var options: DeskOptions

        func run() async throws { try await options.obey("bundle", ["show", file]) }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a bundle's signatures and digests; needs no newsroom."
        )

        @Argument(help: "The file to read.")
        var file: String

        @Flag(help: "Print the answer as one JSON object.")
        var json = false

        func run() throws {
            let reply = BundleCheck.reply(
                to: URL(filePath: file),
                page: Terminal.page(isJSON: json),
                meter: Terminal.meter
            )
            FileHandle.standardOutput.write(Data(reply.output.utf8))
            FileHandle.standardError.write(Data(reply.complaint.utf8))
            if reply.exitCode != 0 { throw ExitCode(reply.exitCode) }
        }
    }
}
