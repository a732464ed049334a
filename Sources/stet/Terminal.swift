import Desk
import Foundation
@unsafe @preconcurrency import Glibc

/// What the program finds out about where its answers go.
enum Terminal {
    /// Whether a person types and reads here.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// The page that answers are set on: no colour in a pipe, with NO_COLOR, or on a dumb terminal.
    static func page(isJSON: Bool) -> Page {
        let environment = ProcessInfo.processInfo.environment
        let isPlain =
            isatty(STDOUT_FILENO) == 0 || environment["NO_COLOR"]?.isEmpty == false
            || environment["TERM"] == "dumb"
        return Page(
            width: width,
            isBreaking: isatty(STDOUT_FILENO) == 1,
            ink: isPlain || isJSON ? .none : .ansi,
            isJSON: isJSON
        )
    }

    /// Shows how far something is, where a person sees it.
    static var meter: Desk.Meter? {
        let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"
        guard isatty(STDERR_FILENO) == 1, !isDumb else { return nil }
        let meter = ProgressMeter()
        return { done, total in meter.tell(done, of: total) }
    }

    private static var width: Int {
        var size = winsize()
        let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
