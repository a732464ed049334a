import CLineEditor
@unsafe @preconcurrency import Glibc

/// What libedit's callbacks need while a line is being typed.
@safe final class EditorSurroundings {
    /// The prompt as a C string; libedit reads it whenever it draws the line.
    private(set) var prompt: UnsafeMutablePointer<CChar>?
    private var completer: Completer?
    /// Whether the line was given up.
    private(set) var isCancelled = false
    /// Several lines that were pasted at once; nil where none were.
    private(set) var pasted: String?

    deinit { unsafe free(prompt) }

    /// The surroundings of a line editor, which its client data point at.
    static func of(_ editor: OpaquePointer?) -> EditorSurroundings? {
        guard let client = unsafe stet_client(editor) else { return nil }
        return unsafe Unmanaged<EditorSurroundings>.fromOpaque(client).takeUnretainedValue()
    }

    /// Prepares for a line.
    func show(_ text: String, completing completer: Completer) {
        unsafe free(prompt)
        unsafe prompt = strdup(Self.hidingEscapes(in: text))
        self.completer = completer
        isCancelled = false
        pasted = nil
    }

    /// Takes what a terminal pastes, up to its end mark: one line is typed, several are no commands.
    func paste(_ editor: OpaquePointer?) -> UInt8 {
        guard let editor = unsafe editor else { return UInt8(CC_ERROR) }
        var text = String.UnicodeScalarView()
        var letter: wchar_t = 0
        while !text.ends(with: Self.endOfPaste), text.count < Self.longestPaste {
            guard unsafe el_wgetc(editor, &letter) == 1 else { break }
            text.append(Unicode.Scalar(UInt32(bitPattern: letter)) ?? "\u{FFFD}")
        }
        if text.ends(with: Self.endOfPaste) { text.removeLast(Self.endOfPaste.count) }
        let lines = String(text).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        guard lines.contains("\n") else {
            unsafe el_insertstr(editor, lines)
            return UInt8(CC_REFRESH)
        }
        pasted = lines
        unsafe stet_say("\n")
        return UInt8(CC_NEWLINE)
    }

    /// What a terminal sends after what it pastes, in bracketed paste mode.
    private static let endOfPaste = "\u{1B}[201~".unicodeScalars
    /// A story has at most a million characters.
    private static let longestPaste = 1_000_100

    /// Gives the line up.
    func cancel() -> UInt8 {
        isCancelled = true
        unsafe stet_say("^C\n")
        return UInt8(CC_NEWLINE)
    }

    /// Stops the program, as Ctrl-Z does elsewhere, and draws the line again when it goes on.
    static func suspend(_ editor: OpaquePointer?) -> UInt8 {
        guard let editor = unsafe editor else { return UInt8(CC_ERROR) }
        unsafe stet_hold_terminal(editor, 0)
        raise(SIGTSTP)
        unsafe stet_hold_terminal(editor, 1)
        return UInt8(CC_REDISPLAY)
    }

    /// Completes the word before the cursor, or lists what it may become.
    func complete(_ editor: OpaquePointer?) -> UInt8 {
        guard let completer, let info = unsafe el_line(editor) else { return UInt8(CC_ERROR) }
        let start = unsafe info.pointee.buffer
        let count = unsafe info.pointee.cursor - info.pointee.buffer
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
        let line = unsafe String(decoding: bytes, as: UTF8.self)
        let candidates = completer.candidates(for: line)
        let typed = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        guard let first = candidates.first else { return UInt8(CC_ERROR) }
        let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        let isWhole = candidates.count == 1 && !first.hasSuffix("/")
        let rest = common.dropFirst(typed.count) + (isWhole ? " " : "")
        if !rest.isEmpty {
            unsafe el_insertstr(editor, String(rest))
            return UInt8(CC_REFRESH)
        }
        unsafe stet_say("\n" + candidates.joined(separator: "  ") + "\n")
        return UInt8(CC_REDISPLAY)
    }

    /// Marks escape sequences as taking no columns, as `EL_PROMPT_ESC` wants it; neighbours are
    /// one, for libedit hangs each on the character that follows.
    private static func hidingEscapes(in text: String) -> String {
        text.replacing(/(?:\u{1B}\[[0-9;]*m)+/) { "\u{1}\($0.output)\u{1}" }
    }
}

extension String.UnicodeScalarView {
    fileprivate func ends(with other: String.UnicodeScalarView) -> Bool {
        suffix(other.count).elementsEqual(other)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
