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
    }

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

    /// Waits until what was gathered is as wanted, or nothing more comes.
    ///
    /// - Throws: `WaitedInVain` after two minutes: beside all other tests a program is slow.
    ///
    /// It looks again every few milliseconds instead of holding a thread, of which the tests that
    /// run beside it have few.
    func wait(until isWanted: (String) -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(120)
        while !isWanted(text), !state.withLock({ $0.isAtEnd }), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(10))
        }
        guard ContinuousClock.now < end else { throw WaitedInVain(printed: text) }
    }

    /// Waits for what a program that has ended left in the pipe.
    ///
    /// The end of the pipe itself may come late: programs that other tests started meanwhile may
    /// have inherited it.
    func settle() async throws {
        var (before, quiet) = (-1, 0)
        while !state.withLock({ $0.isAtEnd }), quiet < 20 {
            let count = state.withLock { $0.bytes.count }
            quiet = count == before ? quiet + 1 : 0
            before = count
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}

/// A program did not print what was waited for.
struct WaitedInVain: Error {
    /// What it printed instead.
    let printed: String
}
