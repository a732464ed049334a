package import Exchange
import Foundation
import Hub
import Ledger
import Logging
import Newsroom
import Signing
package import Store

/// A newsroom of three people on three machines, and a hub, with the same keys in each run: Ana
/// founded it, Bo edits, Cy publishes.
package struct Room: Sendable {
    package let ana: Replica
    package let bo: Replica
    package let cy: Replica
    package let hub: Replica
    /// The root key as it was printed for paper.
    package let rootCode: String
    /// Where the machines' folders are.
    package let folder: TemporaryFolder
    private let clock = FakeClock()

    /// Founds the newsroom; nothing is synced yet.
    ///
    /// All have one clock, but for Bo and Cy where they are given their own.
    package init(bosClock: FakeClock? = nil, cysClock: FakeClock? = nil) async throws {
        folder = try TemporaryFolder()
        let founded = try await Replica.found(
            in: folder.url.appending(path: "ana"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: .fake(seed: 1, clock: clock)
        )
        (ana, rootCode) = (founded.replica, founded.root.description)
        let (bos, cys) = (bosClock ?? clock, cysClock ?? clock)
        bo = try await Self.joined("Bo Lind", .editor, to: ana, in: folder, seed: 2, bos)
        cy = try await Self.joined("Cy Marsh", .publisher, to: ana, in: folder, seed: 3, cys)
        hub = try Replica.hub(
            in: folder.url.appending(path: "hub"),
            newsroom: ana.id,
            surroundings: .fake(seed: 4, clock: clock)
        )
    }

    private static func joined(
        _ name: String,
        _ capabilities: Capabilities,
        to ana: Replica,
        in folder: TemporaryFolder,
        seed: UInt64,
        _ clock: FakeClock
    ) async throws -> Replica {
        let member = MemberID(madeBy: try await ana.commit(.admit(name: name)).id)
        let (replica, consent) = try Replica.join(
            in: folder.url.appending(path: name),
            newsroom: ana.id,
            member: member,
            surroundings: .fake(seed: seed, clock: clock)
        )
        try await ana.commit(
            .addDevice(
                member,
                key: consent.key,
                label: "\(name)'s laptop",
                consent: consent.signature
            )
        )
        try await ana.commit(.grant(member, capabilities))
        return replica
    }

    /// A further machine, with keys of its own and the clock of all.
    package func surroundings(seed: UInt64) -> Surroundings { .fake(seed: seed, clock: clock) }

    /// Runs `work` against the hub as a real server on a free port.
    package func serving(
        _ work: @escaping @Sendable (HubClient) async throws -> Void
    ) async throws {
        try await servingAddress { url in try await work(try HubClient(url: url)) }
    }

    /// Runs `work` with the address of the hub as a real server on a free port; its id is 16 of
    /// those bytes.
    package func servingAddress(
        hub byte: UInt8 = 0x55,
        _ work: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        let server = HubServer(
            replicas: [ana.id: hub],
            hub: Array(repeating: byte, count: 16),
            clock: clock,
            logger: Logger(label: "hub") { _ in SwiftLogNoOpLogHandler() }
        )
        let (ports, told) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(
                    Listening(host: "127.0.0.1", port: 0) { port in
                        told.yield(port)
                        told.finish()
                    }
                )
            }
            for await port in ports { try await work("http://127.0.0.1:\(port)") }
            group.cancelAll()
        }
    }

    /// Syncs everybody until all have all.
    package func syncAll(_ client: HubClient) async throws {
        for replica in [ana, bo, cy, ana, bo] { _ = try await client.sync(replica) }
    }
}
