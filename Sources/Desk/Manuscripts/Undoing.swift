import Newsroom
import SyncProtocol

/// How the newest commands of a session can be taken back: always by a new operation, as lawful as
/// any other; nothing is unwritten.
enum Undoing: Sendable {
    /// A change of text: the text before, written as a new change.
    case text(TextUndo)
    /// Fields that were set together: the values before.
    case fields(FieldUndo)
    /// The line that does the opposite.
    case line(String)
    /// There is none; this is what to do instead.
    case instead(String)

    /// The same, where a private draft was shared meanwhile.
    func moved(from old: Manuscript, to new: Manuscript) -> Undoing {
        switch self {
        case .text(let change) where change.manuscript == old: .text(change.moved(to: new))
        case .fields(let change) where change.manuscript == old:
            .fields(FieldUndo(manuscript: new, before: change.before))
        default: self
        }
    }
}

/// A command that changed something.
struct Deed: Sendable {
    /// What was typed.
    let line: String
    /// What was open then.
    var open: Manuscript?
    /// How it is taken back.
    var undoing: Undoing

    /// The same, where a private draft was shared meanwhile.
    func moved(from old: Manuscript, to new: Manuscript) -> Deed {
        var moved = self
        if open == old { moved.open = new }
        moved.undoing = undoing.moved(from: old, to: new)
        return moved
    }
}

extension Desk {
    /// Notes how the command that was just obeyed can be taken back; what was undone before stays so.
    func note(_ deed: Deed) {
        remember(deed)
        undone = []
    }

    private func remember(_ deed: Deed) {
        done.append(deed)
        if done.count > 1_000 { done.removeFirst() }
    }

    /// Takes back the newest command that changed something, as a new one.
    ///
    /// - Throws: `DeskError.nothingToUndo`; why the opposite was refused, and then the command stays
    ///   the newest; `.cannotUndo`, after which the one before is the newest.
    func undo() async throws -> Answer {
        guard let last = done.last else { throw DeskError.nothingToUndo }
        let answer: Answer
        switch last.undoing {
        case .instead(let advice):
            done.removeLast()
            throw DeskError.cannotUndo(advice)
        case .text(let change):
            answer = try await rewrite(change.manuscript, from: change.after, to: change.before)
        case .fields(let change):
            try await set(change.before, of: change.manuscript)
            let slug = try await copy(of: change.manuscript).slug
            answer = Answer(
                "\(slug): \(counted(change.before.count, "field")) as before",
                facts: ["story": .string(slug)]
            )
        case .line(let line):
            answer = try await obey(line).following("undone by `\(line)`", fact: "undoneBy", line)
        }
        done.removeLast()
        undone.append(last)
        return answer.withoutUndoing
    }

    /// Does again what was undone last.
    ///
    /// - Throws: `DeskError.nothingToRedo`; why it was refused, and then it can be tried again.
    func redo() async throws -> Answer {
        guard var last = undone.last else { throw DeskError.nothingToRedo }
        let answer: Answer
        if case .text(let change) = last.undoing {
            answer = try await rewrite(change.manuscript, from: change.before, to: change.after)
        } else {
            let now = open
            let then = last.open ?? open
            open = then
            defer { if open == then { open = now } }
            answer = try await obey(last.line)
                .following("done again: `\(last.line)`", fact: "redone", last.line)
            last.undoing = answer.undoing ?? last.undoing
        }
        undone.removeLast()
        remember(last)
        return answer.withoutUndoing
    }

    /// Writes one text over another, if that is how it still stands.
    private func rewrite(
        _ manuscript: Manuscript,
        from old: String,
        to new: String
    ) async throws -> Answer {
        guard try await copy(of: manuscript).document.body == old else {
            (done, undone) = ([], [])
            throw DeskError.movedOn
        }
        return try await change(manuscript, [TextEdit](from: old, to: new))
    }
}

extension Answer {
    /// The same, which is itself no command to take back.
    fileprivate var withoutUndoing: Answer {
        var answer = self
        answer.undoing = nil
        return answer
    }

    /// The same under a line that says what was done, which programs find as a fact.
    fileprivate func following(_ words: String, fact: String, _ value: String) -> Answer {
        var answer = self
        answer.lines.insert(StyledText(words, .quiet), at: 0)
        answer.facts[fact] = .string(value)
        return answer
    }
}
