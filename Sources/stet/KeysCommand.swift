import ArgumentParser
import Foundation
import Store

/// `stet keys`: this device's key, as people may see it, and the passphrase on it.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Show this device's key, or protect it with a passphrase.",
        subcommands: [Show.self, Protect.self, Unprotect.self],
        defaultSubcommand: Show.self
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the public key, its five words and its owner."
        )

        @OptionGroup var options: DeskOptions

        func run() async throws { try await options.obey("key", []) }
    }

    struct Protect: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for a passphrase, without which the key cannot be used."
        )

        @OptionGroup var options: DeskOptions

        func run() async throws {
            let passphrase = try Passphrase.askTwice()
            try await options.replica().protectKey(passphrase: passphrase)
            print("the key is protected; without the passphrase nobody can use it, you included")
        }
    }

    struct Unprotect: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the passphrase off the key."
        )

        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await options.replica().protectKey(passphrase: nil)
            print("the key is no longer protected")
        }
    }
}
