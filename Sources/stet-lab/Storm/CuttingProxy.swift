import Foundation
@unsafe @preconcurrency import Glibc
import Synchronization
import TestSupport

/// Carries bytes between editors and one hub, cuts connections at random bytes, and kills the hub
/// within what is pushed to it.
///
/// Each connection has a thread, so that no program under test waits for anything but the network.
final class CuttingProxy: Sendable {
    private struct State {
        var hub: (port: UInt16, process: Int32)?
        var random: SplitMix64
        var isOpen = true
    }

    private let listener: Socket
    private let state: Mutex<State>
    private let quota: StormQuota

    /// Begins to listen; breaks connections as long as `quota` has breaks left.
    init(seed: UInt64, quota: StormQuota) throws {
        listener = try .listening()
        state = Mutex(State(random: SplitMix64(seed: seed)))
        self.quota = quota
        Thread.detachNewThread { [self] in acceptAll() }
    }

    /// Where editors find the hub, whatever its port is now.
    var url: String { "http://127.0.0.1:\(listener.port)" }

    /// The hub listens at a port from now on; nil: it is away.
    func lead(to hub: (port: UInt16, process: Int32)?) { state.withLock { $0.hub = hub } }

    /// Listens no more.
    func close() { state.withLock { $0.isOpen = false } }

    private func acceptAll() {
        while state.withLock({ $0.isOpen }) {
            guard let editor = listener.accepted(within: 100) else { continue }
            let (hub, fate) = state.withLock { ($0.hub, quota.fate(using: &$0.random)) }
            guard let hub, let line = try? Socket.connected(to: hub.port) else { continue }
            Thread.detachNewThread { [self] in
                carry(between: editor, and: line, of: hub.process, Passage(fate))
            }
        }
    }

    /// Carries bytes both ways until a side ends or the connection's fate comes.
    private func carry(
        between editor: Socket,
        and hub: Socket,
        of process: Int32,
        _ passage: consuming Passage
    ) {
        while state.withLock({ $0.isOpen }) {
            let ready = Socket.ready([editor, hub], within: 100)
            for (index, isReady) in ready.enumerated() where isReady {
                let (from, to) = index == 0 ? (editor, hub) : (hub, editor)
                let bytes = from.read(atMost: 4_096)
                guard !bytes.isEmpty else { return }
                let passing = passage.pass(bytes, isUp: index == 0)
                guard to.write(Array(bytes[..<passing])) else { return }
                if let end = passage.end {
                    return meet(end, editor, hub, process)
                }
            }
        }
    }

    private func meet(_ end: Passage.End, _ editor: Socket, _ hub: Socket, _ process: Int32) {
        switch end {
        case .cut(let isHard):
            if isHard { for side in [editor, hub] { side.endHard() } }
            quota.noteCut()
        case .kill(let microseconds):
            usleep(microseconds)
            let isPresent = state.withLock { state in
                defer { if state.hub?.process == process { state.hub = nil } }
                return state.hub?.process == process
            }
            // A number that is no longer the hub's may be somebody else's.
            guard isPresent, kill(process, SIGKILL) == 0 else { return }
            quota.noteKill()
        }
    }
}
