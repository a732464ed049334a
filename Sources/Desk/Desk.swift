package import Foundation
import Newsroom
package import Store

/// A newsroom as one person works in it: lines in, answers out.
///
/// It knows what is open and what is being typed; everything else is in the replica. The same
/// lines do the same from a terminal, a pipe and a script.
package actor Desk {
    let replica: Replica
    /// Where answers go.
    private(set) var page: Page
    /// What commands without a story work on.
    var open: Manuscript?
    /// Text that is being typed over several lines.
    var composition: Composition?
    /// How the newest commands of this session can be taken back.
    var done: [Deed] = []
    /// What keeps it in step with its hubs.
    var following: [HubPlace: Following] = [:]
    /// What went wrong with them and was not said yet.
    var unsaid: [String] = []
    /// How many entries were here when the person last heard what is new.
    var heard = 0
    /// What was taken back since the newest of them, and can be done again.
    var undone: [Deed] = []

    let editor: TextEditor?
    /// Is told how far a long work is: so much done, of so much.
    nonisolated let meter: Meter?
    /// Whether somebody is there to answer a question.
    let isAsking: Bool

    /// A place that shows how far something is.
    package typealias Meter = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Sits down before a replica; `page` says where the answers go, `editor` changes whole texts,
    /// `meter` shows how far a long work is.
    ///
    /// With `isAsking` the desk asks before what cannot be taken back; else it takes `--yes`.
    package init(
        _ replica: Replica,
        page: Page,
        editor: TextEditor? = nil,
        meter: Meter? = nil,
        isAsking: Bool = false
    ) {
        self.replica = replica
        self.page = page
        self.editor = editor
        self.meter = meter
        self.isAsking = isAsking
    }

    /// Answers on another page from now on: the window changed its size.
    package func turn(to page: Page) { self.page = page }

    /// Obeys one line, or says why not; then nothing was changed.
    package func reply(to line: String) async -> Reply {
        do {
            return page.reply(try await answer(to: line), to: verbWord(of: line))
        } catch {
            let view = await replica.newsroom.view
            return page.reply(Complaint(error, in: view), to: verbWord(of: line))
        }
    }

    /// Obeys a verb with words that are cut already, as a program's arguments are.
    package func reply(to verb: String, _ words: [String]) async -> Reply {
        let typed = words.map { $0.hasPrefix("--") ? $0 : quoted($0) }
        return await reply(to: ([verb] + typed).joined(separator: " "))
    }

    /// The file in which typed lines outlive a session.
    package nonisolated var typedLines: URL { replica.folder.typedLines }

    /// Whether the next line is text for the command before.
    package var isComposing: Bool { composition != nil }

    private func answer(to line: String) async throws -> Answer {
        let before = open
        let answer: Answer
        if let composition {
            answer = try await go(on: composition, with: line)
        } else {
            answer = try await obeyOrAsk(line)
        }
        try await replica.confirmReading()
        if let undoing = answer.undoing {
            note(Deed(line: line, open: before, undoing: undoing))
        }
        return answer
    }

    /// Obeys a line that is a command.
    func obey(_ line: String) async throws -> Answer {
        let typed = try TypedLine(Shorthand.expanded(line))
        guard let first = typed.words.first, !first.text.hasPrefix("#") else { return Answer() }
        let verb = try Vocabulary.verb(for: first.text)
        var arguments = try Arguments(of: verb, typed.words.dropFirst())
        return try await verb.work(self, &arguments)
    }

    /// The verb that a line means, whatever synonym or abbreviation was typed; else its first word.
    private func verbWord(of line: String) -> String {
        let word = Shorthand.expanded(line).split(separator: " ").first.map(String.init) ?? ""
        return (try? Vocabulary.verb(for: word))?.name ?? word
    }
}
