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
    private let proxies: Set<String>
    private let logger: Logger

    /// Serves these newsrooms as the hub with this id of 16 bytes.
    ///
    /// `proxies` are the addresses of those whose word on where a call comes from is taken.
    package init(
        replicas: [NewsroomID: Replica],
        hub: [UInt8],
        clock: any WallClock,
        proxies: Set<String> = [],
        logger: Logger
    ) {
        sync = SyncService(replicas, verifier: CallVerifier(hub: hub, clock: clock))
        (self.proxies, self.logger) = (proxies, logger)
    }

    /// Listens until the task is cancelled or the process is asked to stop; finishes what it
    /// accepted.
    ///
    /// Beside it the public site may be served, at an address of its own.
    package func run(
        _ listening: Listening,
        beside site: (server: SiteServer, listening: Listening)? = nil
    ) async throws {
        let hub = try service(
            HubRoutes(sync, proxies: proxies, logger: logger).router.buildResponder(),
            listening,
            logger: logger
        )
        // The last is stopped first: no connection ends while somebody listens at it.
        let heartbeat = Heartbeat(bells: sync.newsrooms.values.map(\.bell))
        let publicSite = try site.map { try $0.server.service($0.listening) }
        let services: [any Service] = [hub] + (publicSite.map { [$0] } ?? []) + [heartbeat]
        let group = ServiceGroup(configuration: .of(services, logger))
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await serving.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }
        }
    }
}

/// A server that answers with `responder`, for as many connections as a machine has room for.
func service<Responder: HTTPResponder>(
    _ responder: Responder,
    _ listening: Listening,
    connections: Int = 12_000,
    logger: Logger
) throws -> some Service
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let plain = HTTPServerBuilder.http1(configuration: .guarded)
    let keys = listening.keys
    return Application(
        responder: responder,
        server: try keys.map { try .tls(plain, tlsConfiguration: $0.configuration) } ?? plain,
        configuration: .init(
            address: .hostname(listening.host, port: listening.port),
            serverName: "stet",
            availableConnectionsDelegate: MaximumAvailableConnections(connections)
        ),
        onServerRunning: { await listening.ready($0.localAddress?.port ?? listening.port) },
        logger: logger
    )
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
