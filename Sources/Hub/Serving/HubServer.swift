import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
package import Newsroom
import ServiceLifecycle
package import Store
import UnixSignals

/// The server through which editors' machines stay in step; it stores and relays, and decides
/// nothing.
package struct HubServer: Sendable {
    private let sync: SyncService
    private let logger: Logger

    /// Serves these newsrooms as the hub with this id of 16 bytes.
    package init(
        replicas: [NewsroomID: Replica],
        hub: [UInt8],
        clock: any WallClock,
        logger: Logger
    ) {
        sync = SyncService(replicas, verifier: CallVerifier(hub: hub, clock: clock))
        self.logger = logger
    }

    /// Listens until the task is cancelled or the process is asked to stop; finishes what it
    /// accepted.
    ///
    /// With `keys` it speaks TLS alone. `ready` is told the port, which matters where 0 was asked
    /// for.
    package func run(
        host: String,
        port: Int,
        keys: HubKeys? = nil,
        ready: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let plain = HTTPServerBuilder.http1(configuration: .guarded)
        let application = Application(
            router: HubRoutes(sync, logger: logger).router,
            server: try keys.map { try .tls(plain, tlsConfiguration: $0.configuration) } ?? plain,
            configuration: .init(address: .hostname(host, port: port), serverName: "stet"),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) },
            logger: logger
        )
        // The last is stopped first: no connection ends while somebody listens at it.
        let heartbeat = Heartbeat(bells: sync.newsrooms.values.map(\.bell))
        let group = ServiceGroup(configuration: .of([application, heartbeat], logger))
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await serving.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }
}

extension ServiceGroupConfiguration {
    /// Stops when the process is asked to, and does not wait for ever for those who do not read.
    fileprivate static func of(_ services: [any Service], _ logger: Logger) -> Self {
        var configuration = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        return configuration
    }
}
