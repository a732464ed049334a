import ArgumentParser
import Foundation
import Hub
import Newsroom
import Store

/// `stet serve`: one editor's machine as the hub of another's, without any hub.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Let other members' machines exchange with this one directly.",
        discussion: """
            Two machines on one network need no hub: `stet serve` on one prints an address and a \
            pin, `stet sync ADDRESS --pin PIN` on the other exchanges with it. Press Ctrl-C when \
            it is done. Only members of the newsroom are answered.
            """
    )

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "addr:port"))
    var listen = ListenAddress(host: "127.0.0.1", port: 0)

    @OptionGroup var secrecy: SecrecyOptions
    @OptionGroup var options: DeskOptions

    func validate() throws { try secrecy.validate(for: listen) }

    func run() async throws {
        let replica = try options.replica()
        let folder = replica.folder.served
        try await HubProcess(replicas: [replica.id: replica], folder: folder, listen: listen)
            .run(keys: try secrecy.keys(in: folder, for: listen))
    }
}
