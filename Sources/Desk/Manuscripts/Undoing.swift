import Newsroom
import SyncProtocol

/// How the newest commands of a session can be taken back: always by a new operation, as lawful as
/// any other; nothing is unwritten.
enum Undoing: Sendable {
    /// A change of text: the text before, written as a new change.
    case text(TextUndo)
    /// The line that does the opposite.
    case line(String)
    /// There is none; this is what to do instead.
    case instead(String)

    /// The same, where a private draft was shared meanwhile.
    func moved(from old: Manuscript, to new: Manuscript) -> Undoing {
        guard case .text(let change) = self, change.manuscript == old else { return self }
        return .text(change.moved(to: new))
    }
}

extension Desk {
    /// Notes how the command that was just obeyed can be taken back.
    func note(_ undoing: Undoing) {
        done.append(undoing)
        if done.count > 1_000 { done.removeFirst() }
    }

    /// Takes back the newest command that changed something, as a new one.
    ///
    /// - Throws: `DeskError.nothingToUndo`; why the opposite was refused, and then the command stays
    ///   the newest; `.cannotUndo`, after which the one before is the newest.
    func undo() async throws -> Answer {
        guard let last = done.last else { throw DeskError.nothingToUndo }
        switch last {
        case .text(let change): return try await undo(change)
        case .instead(let advice):
            done.removeLast()
            throw DeskError.cannotUndo(advice)
        case .line(let line):
            let answer = try await obey(line)
            done.removeLast()
            return Answer(
                [StyledText("undone by `\(line)`", .quiet)] + answer.lines,
                facts: answer.facts.merging(["undoneBy": .string(line)]) { $1 }
            )
        }
    }

    private func undo(_ last: TextUndo) async throws -> Answer {
        let now = try await copy(of: last.manuscript).document.body
        guard now == last.after else {
            done = []
            throw DeskError.movedOn
        }
        var answer = try await change(last.manuscript, [TextEdit](from: now, to: last.before))
        answer.undoing = nil
        done.removeLast()
        return answer
    }
}
