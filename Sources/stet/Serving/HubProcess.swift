import Foundation
import Hub
import Logging
import Newsroom
import Store

/// A hub as a process: it says where it listens, and logs to standard error.
struct HubProcess {
    let replicas: [NewsroomID: Replica]
    /// Where the hub keeps its id and its own certificate.
    let folder: URL
    let listen: ListenAddress
    /// The proxies whose word on where a call comes from is taken.
    var proxies: Set<String> = []
    /// The public site that is served beside it, and where.
    var site: (folder: URL, listen: ListenAddress)?

    /// Serves until the process is asked to stop.
    func run(keys: HubKeys?) async throws {
        let logger = Logger(label: "stet.hub") { StreamLogHandler.standardError(label: $0) }
        let clock = Surroundings.system().clock
        let server = HubServer(
            replicas: replicas,
            hub: try HubName.bytes(in: folder, surroundings: .system()),
            clock: clock,
            proxies: proxies,
            logger: logger
        )
        let pin = keys.map { "pin \($0.pin)\n" } ?? ""
        let beside = site.map { site in
            let files = SiteFiles(site.folder, isSecret: keys != nil)
            let server = SiteServer(files, clock: clock, proxies: proxies, logger: logger)
            return (server: server, listening: listening(at: site.listen, keys, "site ", ""))
        }
        try await server.run(listening(at: listen, keys, "", pin), beside: beside)
    }

    private func listening(
        at address: ListenAddress,
        _ keys: HubKeys?,
        _ before: String,
        _ after: String
    ) -> Listening {
        Listening(host: address.host, port: address.port, keys: keys) { port in
            let scheme = keys == nil ? "http" : "https"
            let line = "\(before)\(scheme)://\(address.host):\(port)\n\(after)"
            FileHandle.standardOutput.write(Data(line.utf8))
        }
    }
}
