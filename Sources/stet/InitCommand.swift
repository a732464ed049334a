import ArgumentParser
import Foundation
import Store

/// `stet init`: founds a newsroom.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Found a newsroom in this folder, and print its root key for paper."
    )

    @Argument(help: "What the newsroom is called.")
    var name: String

    @Option(help: ArgumentHelp("Your name.", valueName: "name"))
    var member = NSFullUserName().isEmpty ? NSUserName() : NSFullUserName()

    @Option(help: ArgumentHelp("What this machine is called.", valueName: "label"))
    var device = ProcessInfo.processInfo.hostName

    @Option(help: ArgumentHelp("The folder, if it is not this one.", valueName: "folder"))
    var newsroom: String?

    func run() async throws {
        let folder = newsroom.map { URL(filePath: $0, directoryHint: .isDirectory) }
        let (replica, root) = try await Replica.found(
            in: folder ?? .currentDirectory(),
            newsroom: name,
            founder: member,
            device: device,
            surroundings: .system()
        )
        print(
            """
            \(name) is founded; \(member) holds every right.
            newsroom \(replica.id)

            Write the root key on paper, twice, and keep it in two places. It is stored nowhere:
            it alone can make an admin when all are lost.

                \(root)

            `stet` opens the newsroom; `help` there lists the commands. `root check` there tells
            whether what stands on the paper is right.
            """
        )
    }
}
