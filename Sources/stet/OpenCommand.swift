import ArgumentParser
import Desk
import Foundation
import Store

/// `stet`: the newsroom, from a terminal or from a pipe.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open the newsroom and take commands (the default)."
    )

    @OptionGroup var options: DeskOptions

    @Flag(help: "In a script, go on after a command that fails.")
    var keepGoing = false

    @Flag(help: "Print each line before its answer, as a terminal shows it.")
    var echo = false

    @Option(
        name: [.customShort("c"), .long],
        parsing: .singleValue,
        help: ArgumentHelp("Obey this line instead of reading any; may be given again.")
    )
    var command: [String] = []

    func run() async throws {
        let desk = try options.desk()
        let sitting = Sitting(at: desk, isEchoing: echo)
        if command.isEmpty, Terminal.isInteractive, !options.json {
            let editor = try LineEditor(typedLines: desk.typedLines)
            await sitting.talk(through: editor) { Terminal.page(isJSON: false) }
            return
        }
        var given = command[...]
        var script = ScriptLines(.standardInput)
        let exitCode = try await sitting.obey(keepsGoing: keepGoing) {
            try command.isEmpty ? script.next() : given.popFirst()
        }
        if exitCode != 0 { throw ExitCode(exitCode) }
    }
}
