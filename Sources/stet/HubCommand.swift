import ArgumentParser
import Foundation
import Hub
import Logging
import Newsroom
import Store

/// `stet hub`: the server through which editors' machines stay in step.
struct HubCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hub",
        abstract: "Serve newsrooms to the machines of their members.",
        discussion: """
            Prints its address as the first line, then logs to standard error. SIGTERM and SIGINT \
            end it after the exchanges that it accepted.
            """
    )

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "addr:port"))
    var listen = ListenAddress(host: "127.0.0.1", port: 8_080)

    @Option(help: ArgumentHelp("Where the newsrooms are kept.", valueName: "folder"))
    var data = "."

    @Option(
        help: ArgumentHelp("A newsroom to serve; may be given again.", valueName: "newsroom-id")
    )
    var serve: [NewsroomName]

    func run() async throws {
        let folder = URL(filePath: data, directoryHint: .isDirectory)
        var replicas: [NewsroomID: Replica] = [:]
        for name in serve {
            replicas[name.id] = try Replica.hub(
                in: folder.appending(path: name.id.short),
                newsroom: name.id,
                surroundings: .system()
            )
        }
        let server = HubServer(
            replicas: replicas,
            hub: try HubName.bytes(in: folder, surroundings: .system()),
            clock: Surroundings.system().clock,
            logger: Logger(label: "stet.hub") { StreamLogHandler.standardError(label: $0) }
        )
        try await server.run(host: listen.host, port: listen.port) { port in
            FileHandle.standardOutput.write(Data("http://\(listen.host):\(port)\n".utf8))
        }
    }
}

/// A host and a port: "127.0.0.1:0".
struct ListenAddress: ExpressibleByArgument, CustomStringConvertible {
    let host: String
    let port: Int

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), colon != argument.startIndex,
            let port = Int(argument[argument.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        self.init(host: String(argument[..<colon]), port: port)
    }

    var description: String { "\(host):\(port)" }
    var defaultValueDescription: String { description }
}

/// A newsroom's id as an argument.
struct NewsroomName: ExpressibleByArgument {
    let id: NewsroomID

    init?(argument: String) {
        guard let id = NewsroomID(hex: argument) else { return nil }
        self.id = id
    }
}
