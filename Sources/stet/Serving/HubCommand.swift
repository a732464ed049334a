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
            Prints its address as the first line, with TLS its key's pin as the second, then logs \
            to standard error. SIGTERM and SIGINT end it after the exchanges that it accepted. \
            STET_HUB_LISTEN, STET_HUB_DATA, STET_HUB_SERVE (ids with commas between), \
            STET_HUB_CERTIFICATE and STET_HUB_KEY say what no option says. GET /healthz answers \
            while it serves; GET /metrics is for Prometheus.
            """
    )

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "addr:port"))
    var listen = HubSettings.listen

    @Option(help: ArgumentHelp("Where the newsrooms are kept.", valueName: "folder"))
    var data = HubSettings.data

    @Option(
        help: ArgumentHelp("A newsroom to serve; may be given again.", valueName: "newsroom-id")
    )
    var serve: [NewsroomName] = HubSettings.serve

    @Option(
        help: ArgumentHelp("A site that `stet publish` writes, served to all.", valueName: "folder")
    )
    var site: String?

    @Option(help: ArgumentHelp("Where the site is served.", valueName: "addr:port"))
    var siteListen = ListenAddress(host: "127.0.0.1", port: 8_081)

    @Option(
        help: ArgumentHelp(
            "A proxy whose word on where a call comes from is taken; may be given again.",
            valueName: "addr"
        )
    )
    var proxy: [String] = []

    @OptionGroup var secrecy: SecrecyOptions

    func validate() throws {
        guard !serve.isEmpty || site != nil else {
            throw ValidationError("name a newsroom: --serve ID, or a site: --site FOLDER")
        }
        try secrecy.validate(for: listen)
        if site != nil { try secrecy.validate(for: siteListen) }
    }

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
        let site = site.map { URL(filePath: $0, directoryHint: .isDirectory) }
        let process = HubProcess(
            replicas: replicas,
            folder: folder,
            listen: listen,
            proxies: Set(proxy),
            site: site.map { ($0, siteListen) }
        )
        try await process.run(keys: try secrecy.keys(in: folder, for: listen))
    }
}

/// What the environment says of a hub, where no option does.
private enum HubSettings {
    private static let environment = ProcessInfo.processInfo.environment

    static var listen: ListenAddress {
        environment["STET_HUB_LISTEN"].flatMap { ListenAddress(argument: $0) }
            ?? ListenAddress(host: "127.0.0.1", port: 8_080)
    }

    static var data: String { environment["STET_HUB_DATA"] ?? "." }

    static var serve: [NewsroomName] {
        (environment["STET_HUB_SERVE"] ?? "").split(separator: ",")
            .compactMap { NewsroomName(argument: String($0)) }
    }
}

/// A newsroom's id as an argument.
struct NewsroomName: ExpressibleByArgument {
    let id: NewsroomID

    init?(argument: String) {
        guard let id = NewsroomID(hex: argument) else { return nil }
        self.id = id
    }
}
