import Foundation
import HTTPTypes
import Hummingbird
package import Logging
package import Newsroom
import ServiceLifecycle
package import Store
import SyncProtocol
import UnixSignals

/// The server through which editors' machines stay in step; it stores and relays, and decides
/// nothing.
package struct HubServer: Sendable {
    private let service: SyncService
    private let logger: Logger

    /// Serves these newsrooms as the hub with this id of 16 bytes.
    package init(
        replicas: [NewsroomID: Replica],
        hub: [UInt8],
        clock: any WallClock,
        logger: Logger
    ) {
        service = SyncService(replicas: replicas, hub: hub, clock: clock)
        self.logger = logger
    }

    /// Listens until the task is cancelled or the process is asked to stop; finishes what it
    /// accepted.
    ///
    /// `ready` is told the port, which matters where 0 was asked for.
    package func run(
        host: String,
        port: Int,
        ready: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = Application(
            router: router,
            configuration: .init(address: .hostname(host, port: port), serverName: "stet"),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? port) },
            logger: logger
        )
        try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        let (service, logger) = (service, logger)
        router.get("healthz") { _, _ in "ok\n" }
        router.get("v1/hub") { _, _ in Response.json(service.description) }
        router.post("v1/:newsroom/sync") { request, _ in
            await Self.answer(request, service, logger)
        }
        return router
    }

    private static func answer(
        _ request: Request,
        _ service: SyncService,
        _ logger: Logger
    ) async -> Response {
        let time = service.now.milliseconds
        do {
            let body = try await body(of: request)
            let reply = try await service.exchange(SyncCall(request, body: body))
            return Response.sync(reply, time: time)
        } catch {
            let failure = error as? SyncError ?? .broken
            logger.info("refused an exchange", metadata: ["code": "\(failure.rawValue)"])
            return Response.failure(failure, time: time)
        }
    }

    private static func body(of request: Request) async throws -> [UInt8] {
        do {
            let buffer = try await request.body.collect(upTo: MessageBody.limitBytes)
            return Array(buffer.readableBytesView)
        } catch {
            throw SyncError.tooLarge
        }
    }
}
