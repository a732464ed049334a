import ArgumentParser
import SyncProtocol

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

    /// Whether only this machine can reach it.
    var isLoopback: Bool { isThisMachine(host) }
}
