import Ledger
import Newsroom
import Synchronization

/// Gzipped files by their hashes, so that each is packed once: 64 MiB of them at most.
final class PackedFiles: Sendable {
    private struct State {
        var files: [Bytes32: [UInt8]] = [:]
        var order: [Bytes32] = []
        var total = 0
    }

    private let state = Mutex(State())
    private let limitBytes: Int

    init(limitBytes: Int = 64 << 20) { self.limitBytes = limitBytes }

    /// The packed form of some bytes with this hash.
    func packed(_ bytes: [UInt8], hash: Bytes32) -> [UInt8] {
        if let known = state.withLock({ $0.files[hash] }) { return known }
        let fresh = gzip(bytes)
        state.withLock { state in
            guard state.files[hash] == nil else { return }
            state.files[hash] = fresh
            state.order.append(hash)
            state.total += fresh.count
            while state.total > limitBytes, !state.order.isEmpty {
                let oldest = state.order.removeFirst()
                state.total -= state.files.removeValue(forKey: oldest)?.count ?? 0
            }
        }
        return fresh
    }
}
