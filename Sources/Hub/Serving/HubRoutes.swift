import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Newsroom
import Store
import SyncProtocol

/// The addresses of a hub, and what answers at each.
struct HubRoutes: Sendable {
    let sync: SyncService
    let joining: JoiningService
    let blobs: BlobService
    let logger: Logger
    private let proxies: Set<String>
    private let meters = HubMeters()
    /// For bodies that nobody has checked yet: a signature covers the whole body, so it is read before
    /// anybody is known, and strangers must not fill the memory with it.
    private let bodies = Capacity(of: 64 << 20)

    /// Routes to a service; `proxies` are the addresses of those whose word on where a call comes
    /// from is taken.
    init(_ sync: SyncService, proxies: Set<String>, logger: Logger) {
        self.sync = sync
        self.proxies = proxies
        joining = JoiningService(sync)
        blobs = BlobService(sync)
        self.logger = logger
    }

    /// All of them.
    var router: Router<HubContext> {
        let router = Router(context: HubContext.self)
        addOpenRoutes(to: router)
        addNewsroomRoutes(to: router)
        addJoiningRoutes(to: router)
        addBlobRoutes(to: router)
        return router
    }

    /// What anybody may ask.
    private func addOpenRoutes(to router: Router<HubContext>) {
        let (sync, meters) = (sync, meters)
        router.get("healthz") { _, _ in "ok\n" }
        router.get("metrics") { _, _ in
            meters.text(
                atWork: sync.atWork.taken,
                listeners: sync.listeners,
                entries: await sync.entryCounts
            )
        }
        router.get("v1/hub") { _, _ in
            let time = sync.verifier.now.milliseconds
            return Response.json(sync.description(at: time), time: time)
        }
    }

    /// What devices of a newsroom ask.
    private func addNewsroomRoutes(to router: Router<HubContext>) {
        router.post("v1/:newsroom/sync") { request, context in
            await answer(request, context, Response.sync) { call, newsroom, _ in
                try await sync.exchange(call, with: newsroom)
            }
        }
        router.get("v1/:newsroom/events") { request, context in
            await respond(to: request, context) { call, newsroom, _ in
                try await sync.events(call, of: newsroom).response
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
    }

    /// What devices ask about pictures.
    private func addBlobRoutes(to router: Router<HubContext>) {
        for method in [HTTPRequest.Method.head, .get, .put] {
            router.on("v1/:newsroom/blobs/:hash", method: method) { request, context in
                await respond(to: request, context) { call, newsroom, _ in
                    let name = context.parameters.get("hash") ?? ""
                    return try await blobs.answer(call, newsroom, name, request.headers)
                }
            }
        }
    }

    /// What those ask who are no members yet.
    private func addJoiningRoutes(to router: Router<HubContext>) {
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
    }

    /// Has `work` answer a call with a body.
    private func answer(
        _ request: Request,
        _ context: HubContext,
        _ good: @Sendable ([UInt8], Int64) -> Response = Response.json,
        _ work: (SignedCall, String, String) async throws -> [UInt8]
    ) async -> Response {
        let time = sync.verifier.now.milliseconds
        return await respond(to: request, context) { call, newsroom, invite in
            good(try await work(call, newsroom, invite), time)
        }
    }

    /// Has `work` respond to a call, told the newsroom and the invite that its path names.
    private func respond(
        to request: Request,
        _ context: HubContext,
        _ work: (SignedCall, String, String) async throws -> Response
    ) async -> Response {
        var received = 0
        do {
            let response = try await bodies.hold(try length(of: request)) {
                let body = try await body(of: request)
                received = body.count
                let address = caller(of: request, at: context.address, through: proxies)
                let call = SignedCall(request, body: body, address: address)
                let newsroom = context.parameters.get("newsroom") ?? ""
                let invite = context.parameters.get("invite") ?? ""
                return try await work(call, newsroom, invite)
            }
            meters.note("ok", received: received, sent: response.body.contentLength ?? 0)
            return response
        } catch {
            let failure = SyncError(error)
            meters.note(failure.rawValue, received: received, sent: 0)
            logger.info("refused a call", metadata: ["code": "\(failure.rawValue)"])
            let time = sync.verifier.now.milliseconds
            let response = Response.failure(failure, time: time)
            return request.method == .head ? response.withoutBody(saying: failure) : response
        }
    }

    /// How long a body says that it is; the most that it may be where it does not say.
    private func length(of request: Request) throws(SyncError) -> Int {
        guard let stated = request.headers[.contentLength] else {
            return [.get, .head].contains(request.method) ? 0 : MessageBody.limitBytes
        }
        guard let length = Int(stated), length >= 0 else { throw .malformed }
        guard length <= MessageBody.limitBytes else { throw .tooLarge }
        return length
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
