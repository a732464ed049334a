import Exchange
import Foundation
import Hub
import Ledger
import Logging
import Newsroom
import Store

/// A newsroom of three people on three machines, with a hub, in a folder of its own.
struct Room {
    let ana: Replica
    let bo: Replica
    let cy: Replica
    let hub: Replica
    let folder: URL

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let machine = Surroundings.system()
        ana = try await Replica.found(
            in: folder.appending(path: "ana"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: machine
        ).replica
        bo = try await Self.joined("Bo Lind", .editor, to: ana, in: folder)
        cy = try await Self.joined("Cy Marsh", .publisher, to: ana, in: folder)
        hub = try Replica.hub(
            in: folder.appending(path: "hub"),
            newsroom: ana.id,
            surroundings: machine
        )
    }

    private static func joined(
        _ name: String,
        _ capabilities: Capabilities,
        to ana: Replica,
        in folder: URL
    ) async throws -> Replica {
        let member = MemberID(madeBy: try await ana.commit(.admit(name: name)).id)
        let (replica, consent) = try Replica.join(
            in: folder.appending(path: name),
            newsroom: ana.id,
            member: member,
            surroundings: .system()
        )
        try await ana.commit(
            .addDevice(member, key: consent.key, label: name, consent: consent.signature)
        )
        try await ana.commit(.grant(member, capabilities))
        return replica
    }

    /// Runs `work` against the hub as a real server on a free port.
    func serving(_ work: @escaping @Sendable (HubClient) async throws -> Void) async throws {
        let server = HubServer(
            replicas: [ana.id: hub],
            hub: Array(repeating: 0x55, count: 16),
            clock: Surroundings.system().clock,
            logger: Logger(label: "hub") { _ in SwiftLogNoOpLogHandler() }
        )
        let (ports, told) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(host: "127.0.0.1", port: 0) { port in
                    told.yield(port)
                    told.finish()
                }
            }
            for await port in ports {
                try await work(try HubClient(url: "http://127.0.0.1:\(port)"))
            }
            group.cancelAll()
        }
    }

    /// Syncs everybody until all have all.
    func syncAll(_ client: HubClient) async throws {
        for replica in [ana, bo, cy, ana, bo] { _ = try await client.sync(replica) }
    }
}
