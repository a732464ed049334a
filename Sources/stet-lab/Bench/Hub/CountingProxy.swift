import Foundation
import Synchronization
import TestSupport

/// Carries bytes to a port and counts them, each way.
final class CountingProxy: Sendable {
    /// Bytes to the hub, and from it.
    struct Counts: Sendable {
        var up = 0
        var down = 0
        var connections = 0
    }

    private let listener: Socket
    private let target: UInt16
    private let state = Mutex((counts: Counts(), isOpen: true))

    /// Begins to listen.
    init(to target: UInt16) throws {
        listener = try .listening()
        self.target = target
        Thread.detachNewThread { [self] in
            while isOpen {
                guard let client = listener.accepted(within: 100) else { continue }
                state.withLock { $0.counts.connections += 1 }
                Thread.detachNewThread { [self] in carry(client) }
            }
        }
    }

    var url: String { "http://127.0.0.1:\(listener.port)" }

    /// What passed since it was last asked.
    func takeCounts() -> Counts {
        state.withLock { state in
            defer { state.counts = Counts() }
            return state.counts
        }
    }

    func close() { state.withLock { $0.isOpen = false } }

    private var isOpen: Bool { state.withLock { $0.isOpen } }

    private func carry(_ client: Socket) {
        guard let hub = try? Socket.connected(to: target) else { return }
        while isOpen {
            let ready = Socket.ready([client, hub], within: 100)
            for (index, isReady) in ready.enumerated() where isReady {
                let bytes = (index == 0 ? client : hub).read(atMost: 65_536)
                guard !bytes.isEmpty, (index == 0 ? hub : client).write(bytes) else { return }
                state.withLock { state in
                    if index == 0 {
                        state.counts.up += bytes.count
                    } else {
                        state.counts.down += bytes.count
                    }
                }
            }
        }
    }
}
