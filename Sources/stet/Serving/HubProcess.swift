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

    /// Serves until the process is asked to stop.
    func run(keys: HubKeys?) async throws {
        let server = HubServer(
            replicas: replicas,
            hub: try HubName.bytes(in: folder, surroundings: .system()),
            clock: Surroundings.system().clock,
            logger: Logger(label: "stet.hub") { StreamLogHandler.standardError(label: $0) }
        )
        try await server.run(host: listen.host, port: listen.port, keys: keys) { port in
            let scheme = keys == nil ? "http" : "https"
            let pin = keys.map { "pin \($0.pin)\n" } ?? ""
            FileHandle.standardOutput.write(Data("\(scheme)://\(listen.host):\(port)\n\(pin)".utf8))
        }
    }
}
