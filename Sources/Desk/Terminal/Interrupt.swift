@unsafe @preconcurrency import Glibc
import Synchronization

/// Ctrl-C while a line is being typed: it gives up the line, not the program.
enum Interrupt {
    private static let noted = Atomic(false)

    /// From now on an interrupt is noted and stops the reading of a line.
    static func isOnlyNoted() {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { _ in
            Interrupt.noted.store(true, ordering: .relaxed)
        }
        unsafe sigaction(SIGINT, &action, nil)
    }

    /// Whether an interrupt was noted since the last time somebody asked.
    static func wasNoted() -> Bool { noted.exchange(false, ordering: .relaxed) }
}
