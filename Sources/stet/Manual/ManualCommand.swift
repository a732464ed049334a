import ArgumentParser
import Desk
import Foundation

/// `stet manual`: the manual pages, from the same words as `--help`.
struct ManualCommand: ParsableCommand {
    /// The pages that there are.
    enum Page: String, ExpressibleByArgument, CaseIterable {
        case stet
        case hub
    }

    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print a manual page.",
        discussion: "For example: stet manual > stet.1 && man ./stet.1"
    )

    @Argument(help: ArgumentHelp("stet, or hub.", valueName: "page"))
    var page = Page.stet

    func run() throws {
        let help = try ProgramHelp.ofProgram()
        let text = page == .stet ? Self.program(help) : try Self.hub(help)
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// stet(1).
    private static func program(_ help: ProgramHelp) -> String {
        var page = ManualPage(
            "stet",
            section: 1,
            version: Stet.configuration.version,
            summary: "a newsroom that works offline"
        )
        page.section("SYNOPSIS")
        page.paragraphs("stet [<subcommand>] [<options>]")
        page.section("DESCRIPTION")
        page.paragraphs(help.discussion ?? "")
        page.section("SUBCOMMANDS")
        for command in help.subcommands ?? [] where command.commandName != "help" {
            page.part("stet \(command.commandName)")
            page.paragraphs(command.abstract ?? "")
            page.usage(of: command, called: "stet \(command.commandName)")
            for inner in command.subcommands ?? [] {
                page.paragraphs(inner.abstract ?? "")
                page.usage(of: inner, called: "stet \(command.commandName) \(inner.commandName)")
            }
        }
        page.section("COMMANDS AT THE DESK")
        page.commands(handbook)
        page.surroundings()
        return page.text
    }

    /// stet-hub(8).
    private static func hub(_ help: ProgramHelp) throws -> String {
        guard let command = help.subcommands?.first(where: { $0.commandName == "hub" }) else {
            preconditionFailure("the program has a hub")
        }
        var page = ManualPage(
            "stet-hub",
            section: 8,
            version: Stet.configuration.version,
            summary: "the server through which editors' machines stay in step"
        )
        page.section("SYNOPSIS")
        page.usage(of: command, called: "stet hub")
        page.section("DESCRIPTION")
        page.paragraphs(command.discussion ?? "")
        page.surroundings()
        return page.text
    }
}

extension ManualPage {
    /// Writes what the program takes from its surroundings, and its exit codes.
    fileprivate mutating func surroundings() {
        section("ENVIRONMENT")
        item("STET_NEWSROOM", "the folder of the newsroom, where none is named")
        item("STET_PASSPHRASE", "the passphrase of the device's key, for scripts")
        item("VISUAL, EDITOR", "the program that `edit` opens")
        item("NO_COLOR", "where it is set, nothing is coloured")
        section("FILES")
        item(".stet/", "the newsroom, found upwards from the current folder")
        section("EXIT STATUS")
        item("0", "done")
        item("1", "refused or failed; the reason is on standard error")
        item("64", "wrong usage")
    }
}
