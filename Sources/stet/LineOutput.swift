@unsafe @preconcurrency import Glibc

/// Standard output as people and pipes expect it.
enum LineOutput {
    /// Sends each line when it ends, also into a pipe, where output would otherwise wait.
    static func begin() {
        unsafe setvbuf(stdout, nil, _IOLBF, 0)
    }

    /// Whether standard input and output are a terminal.
    static var isInteractive: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    }
}
