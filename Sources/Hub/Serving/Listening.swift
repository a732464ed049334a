/// Where a server listens, and how.
package struct Listening: Sendable {
    /// The address of this machine, "127.0.0.1".
    package let host: String
    /// The port; 0 takes a free one.
    package let port: Int
    /// What it speaks TLS with; nil for plain HTTP.
    package let keys: HubKeys?
    /// Is told the port once it listens.
    package let ready: @Sendable (Int) async -> Void

    /// Takes the parts.
    package init(
        host: String,
        port: Int,
        keys: HubKeys? = nil,
        ready: @escaping @Sendable (Int) async -> Void
    ) {
        (self.host, self.port, self.keys, self.ready) = (host, port, keys, ready)
    }
}
