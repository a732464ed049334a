import Foundation
import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
package import Newsroom
import ServiceLifecycle
package import Store
import SyncProtocol
import UnixSignals

/// The server through which editors' machines stay in step; it stores and relays, and decides
/// nothing.
package struct HubServer: Sendable {
    private let sync: SyncService
    private let joining: JoiningService
    private let meters = HubMeters()
    private let gate = ExchangeGate()
    private let logger: Logger

    /// Serves these newsrooms as the hub with this id of 16 bytes.
    package init(
        replicas: [NewsroomID: Replica],
        hub: [UInt8],
        clock: any WallClock,
        logger: Logger
    ) {
        let verifier = CallVerifier(hub: hub, clock: clock)
        sync = SyncService(replicas: replicas, verifier: verifier)
        joining = JoiningService(sync)
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

    private var router: Router<HubContext> {
        let router = Router(context: HubContext.self)
        let (sync, joining, gate, meters) = (sync, joining, gate, meters)
        router.get("healthz") { _, _ in "ok\n" }
        router.get("metrics") { _, _ in
            meters.text(atWork: gate.count, entries: await sync.entryCounts)
        }
        router.get("v1/hub") { _, _ in
            let time = sync.verifier.now.milliseconds
            return Response.json(sync.description(at: time), time: time)
        }
        router.post("v1/:newsroom/sync") { request, context in
            await answer(request, context, Response.sync) { call, newsroom, _ in
                try await gate.admit { try await sync.exchange(call, with: newsroom) }
            }
        }
        router.get("v1/invites/:invite") { request, context in
            await answer(request, context) { call, _, invite in
                try await joining.offer(invite, call)
            }
        }
        router.post("v1/invites/:invite/join") { request, context in
            await answer(request, context) { call, _, invite in
                try await joining.ask(invite, call)
            }
        }
        router.get("v1/:newsroom/joins") { request, context in
            await answer(request, context) { call, newsroom, _ in
                try await joining.waiting(in: newsroom, call)
            }
        }
        router.delete("v1/:newsroom/joins/:invite") { request, context in
            await answer(request, context) { call, newsroom, invite in
                try await joining.settle(invite, in: newsroom, call)
            }
        }
        return router
    }

    /// Has `work` answer a call, told the newsroom and the invite that its path names.
    private func answer(
        _ request: Request,
        _ context: HubContext,
        _ good: ([UInt8], Int64) -> Response = Response.json,
        _ work: (SignedCall, String, String) async throws -> [UInt8]
    ) async -> Response {
        let time = sync.verifier.now.milliseconds
        var received = 0
        do {
            let body = try await body(of: request)
            received = body.count
            let call = SignedCall(request, body: body, address: context.address)
            let newsroom = context.parameters.get("newsroom") ?? ""
            let invite = context.parameters.get("invite") ?? ""
            let answer = try await work(call, newsroom, invite)
            meters.note("ok", received: received, sent: answer.count)
            return good(answer, time)
        } catch {
            let failure = SyncError(error)
            meters.note(failure.rawValue, received: received, sent: 0)
            logger.info("refused a call", metadata: ["code": "\(failure.rawValue)"])
            return Response.failure(failure, time: time)
        }
    }

    private func body(of request: Request) async throws -> [UInt8] {
        do {
            let buffer = try await request.body.collect(upTo: MessageBody.limitBytes)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw SyncError.tooLarge
        } catch {
            // The connection broke within the body: nobody reads the answer.
            throw SyncError.malformed
        }
    }
}

extension SyncError {
    /// The code for whatever went wrong in the hub.
    fileprivate init(_ error: any Error) {
        switch error {
        case let error as SyncError: self = error
        case StoreError.noInvite: self = .unknownInvite
        case StoreError.disk: self = .full
        default: self = .broken
        }
    }
}
