import ArgumentParser
import Foundation

/// `stet completions`: what a shell needs to complete the program's words.
struct CompletionsCommand: ParsableCommand {
    /// The shells that there are completions for.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the completions for a shell.",
        discussion:
            "For example: stet completions bash > ~/.local/share/bash-completion/completions/stet"
    )

    @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "shell"))
    var shell: Shell

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell.rawValue) else {
            preconditionFailure("the library knows the three shells")
        }
        let script = Stet.completionScript(for: shell) + "\n"
        FileHandle.standardOutput.write(Data(script.utf8))
    }
}
