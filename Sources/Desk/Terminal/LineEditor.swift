import CLineEditor
package import Foundation

/// Lines from a person at a terminal, with history and completion, through libedit.
///
/// One at a time, on one thread: libedit keeps the terminal's state in the process.
@safe package final class LineEditor {
    /// What came of asking for a line.
    package enum Line: Hashable, Sendable {
        case text(String)
        /// Several lines at once, pasted.
        case pasted(String)
        /// Ctrl-C: the line was given up.
        case cancelled
        /// Ctrl-D, or the terminal is gone.
        case end
    }

    private let editor: OpaquePointer
    private let past: OpaquePointer
    private let file: String
    /// What the callbacks of libedit read; it outlives `editor`.
    private let surroundings = EditorSurroundings()

    /// Takes over the terminal; `typedLines` is the file in which lines outlive the session.
    ///
    /// - Throws: `DeskError.noTerminal` where libedit cannot work here.
    package init(typedLines: URL) throws {
        unsafe setlocale(LC_CTYPE, "C.UTF-8")
        file = typedLines.path
        guard let past = unsafe history_init(),
            let editor = unsafe stet_editor("stet")
        else { throw DeskError.noTerminal }
        unsafe (self.editor, self.past) = (editor, past)
        unsafe stet_set_client(editor, Unmanaged.passUnretained(surroundings).toOpaque())
        unsafe stet_set_prompt(editor) { editor in unsafe EditorSurroundings.of(editor)?.prompt }
        unsafe stet_set_editor(editor, "emacs")
        unsafe stet_history_size(past, 2_000)
        unsafe stet_use_history(editor, past)
        bindKeys()
        _ = unsafe stet_history_load(past, file)
    }

    private func bindKeys() {
        unsafe stet_take_signal_keys(editor)
        unsafe stet_add_function(editor, "stet-complete", "completes a word") { editor, _ in
            unsafe EditorSurroundings.of(editor)?.complete(editor) ?? UInt8(CC_ERROR)
        }
        unsafe stet_add_function(editor, "stet-cancel", "gives up the line") { editor, _ in
            unsafe EditorSurroundings.of(editor)?.cancel() ?? UInt8(CC_ERROR)
        }
        unsafe stet_add_function(editor, "stet-suspend", "stops the program") { editor, _ in
            unsafe EditorSurroundings.suspend(editor)
        }
        unsafe stet_add_function(editor, "stet-paste", "takes what is pasted") { editor, _ in
            unsafe EditorSurroundings.of(editor)?.paste(editor) ?? UInt8(CC_ERROR)
        }
        unsafe stet_bind(editor, "\u{1B}[200~", "stet-paste")
        unsafe stet_bind(editor, "\t", "stet-complete")
        unsafe stet_bind(editor, "^C", "stet-cancel")
        unsafe stet_bind(editor, "^Z", "stet-suspend")
        unsafe stet_bind(editor, "^R", "em-inc-search-prev")
    }

    deinit {
        unsafe el_end(editor)
        unsafe history_end(past)
    }

    /// Asks for one line.
    ///
    /// A line that is text of a story is not kept among the typed lines.
    package func line(prompt: String, completer: Completer, isKept: Bool) -> Line {
        surroundings.show(prompt, completing: completer)
        // The window may have another size than at the last line.
        unsafe el_resize(editor)
        var count: Int32 = 0
        unsafe stet_say(Self.pasteMarks(isOn: true))
        defer { unsafe stet_say(Self.pasteMarks(isOn: false)) }
        let typed = unsafe el_gets(editor, &count)
        if surroundings.isCancelled { return .cancelled }
        if let pasted = surroundings.pasted { return .pasted(pasted) }
        guard let typed = unsafe typed, count > 0 else { return .end }
        let line = unsafe String(cString: typed)
        let text = line.hasSuffix("\n") ? String(line.dropLast()) : line
        if isKept, !text.allSatisfy(\.isWhitespace) { keep(text) }
        return .text(text)
    }

    /// Tells the terminal to mark what is pasted, so that no line of an article is obeyed.
    private static func pasteMarks(isOn: Bool) -> String { "\u{1B}[?2004\(isOn ? "h" : "l")" }

    private func keep(_ text: String) {
        unsafe stet_history_enter(past, text)
        let before = umask(0o077)
        _ = unsafe stet_history_save(past, file)
        umask(before)
    }
}
