package import Store
import SyncProtocol

/// Hears how many of how many entries of a hub were read.
package typealias SyncProgress = @Sendable (Int, Int) -> Void

/// Carries out what the machine of `SyncProtocol` decides, with one hub, until there is nothing
/// left to say.
package struct Conversation<Transport: HubTransport>: Sendable {
    private let transport: Transport
    private let progress: SyncProgress

    /// Talks over a transport.
    package init(over transport: Transport, progress: @escaping SyncProgress = { _, _ in }) {
        self.transport = transport
        self.progress = progress
    }

    /// Exchanges until both sides hold the same, or nothing more can be done now.
    ///
    /// - Throws: `ExchangeError`, `StoreError`. What was stored before stays stored.
    package func sync(_ replica: Replica) async throws -> SyncReport {
        var session = try await SyncSession(
            replica,
            over: transport,
            isPatient: true,
            progress: progress
        )
        var machine = SyncMachine()
        var outputs = machine.handle(.start)[...]
        while let output = outputs.popFirst() {
            guard let input = try await session.perform(output) else { continue }
            outputs += machine.handle(input)
        }
        return try await session.finish()
    }
}
