import Foundation
import Synchronization

/// Gathers what a program prints, on a thread of its own.
final class Gathering: Sendable {
    private struct State {
        var bytes = Data()
        var isAtEnd = false
    }

    let pipe = Pipe()
    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)

    init() {
        pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let more = handle.availableData
            if more.isEmpty { handle.readabilityHandler = nil }
            self?.take(more)
        }
    }

    private func take(_ more: Data) {
        state.withLock { state in
            state.bytes += more
            if more.isEmpty { state.isAtEnd = true }
        }
        news.signal()
    }

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

    /// Waits until what was gathered is as wanted, or nothing more comes; half a minute at most.
    func wait(until isWanted: (String) -> Bool) {
        let end = DispatchTime.now() + .seconds(30)
        while !isWanted(text), !state.withLock({ $0.isAtEnd }) {
            guard news.wait(timeout: end) == .success else { return }
        }
    }

    func waitForEnd() { wait { _ in false } }
}
