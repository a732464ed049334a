import Foundation
import Synchronization

/// One line on a terminal that says how far something is, and goes away when it is done.
///
/// What takes less than half a second shows nothing.
final class ProgressMeter: Sendable {
    private struct Shown {
        var start: ContinuousClock.Instant?
        var last: ContinuousClock.Instant?
    }

    private let shown = Mutex(Shown())

    /// Tells how much of how much is done.
    func tell(_ done: Int, of total: Int) {
        let now = ContinuousClock.now
        let isDone = done >= total
        let isDue = shown.withLock { shown in
            guard let start = shown.start else {
                shown.start = isDone ? nil : now
                return false
            }
            if isDone {
                defer { shown = Shown() }
                return shown.last != nil
            }
            guard now - start > .milliseconds(500), now - (shown.last ?? start) > .milliseconds(100)
            else { return false }
            shown.last = now
            return true
        }
        guard isDue else { return }
        let percent = total > 0 ? 100 * done / total : 100
        let line = isDone ? "\r\u{1B}[K" : "\r\(percent) %\u{1B}[K"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
