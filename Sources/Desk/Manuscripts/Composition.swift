/// What the desk waits for instead of a command.
struct Composition: Sendable {
    /// How the lines that follow are taken.
    enum Kind: Sendable {
        /// Text, up to a line with a single full stop.
        case text
        /// One line.
        case line
        /// One line that nobody else is to see: it is neither echoed nor kept.
        case secret
    }

    /// How the lines are taken.
    let kind: Kind
    /// The lines so far.
    var lines: [String] = []
    /// What happens with the text.
    let finish: @Sendable (isolated Desk, String) async throws -> Answer
}

extension Desk {
    /// Takes the lines that follow as text, and then goes on.
    func compose(
        _ finish: @escaping @Sendable (isolated Desk, String) async throws -> Answer
    ) -> Answer {
        composition = Composition(kind: .text, finish: finish)
        let line = "type the text; end with a line that holds a single full stop"
        return Answer(StyledText(line, .quiet))
    }

    /// Takes the next line, which is a secret or not, and then goes on.
    func ask(
        _ question: StyledText,
        isSecret: Bool,
        _ finish: @escaping @Sendable (isolated Desk, String) async throws -> Answer
    ) -> Answer {
        composition = Composition(kind: isSecret ? .secret : .line, finish: finish)
        return Answer(question)
    }

    /// Whether the next line is a secret.
    package var isAskingSecret: Bool { composition?.kind == .secret }

    /// Whether the next line answers a question.
    var isAskingLine: Bool { composition.map { $0.kind != .text } ?? false }

    func go(on composition: Composition, with line: String) async throws -> Answer {
        guard composition.kind == .text else {
            self.composition = nil
            return try await composition.finish(self, line)
        }
        guard line == "." else {
            // A line that begins with a full stop of its own is typed with one more.
            self.composition?.lines.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
            return Answer()
        }
        self.composition = nil
        return try await composition.finish(self, composition.lines.joined(separator: "\n"))
    }

    /// Ends a text that was begun, without using it.
    package func abandonComposition() { composition = nil }

    /// Obeys a line; what cannot be taken back is shown first, and done when somebody says yes.
    func obeyOrAsk(_ line: String) async throws -> Answer {
        do {
            return try await obey(line)
        } catch DeskError.notSure(let effect) where isAsking {
            let question =
                StyledText("\(effect). Do it? ", .alarm) + StyledText("yes or no", .quiet)
            return ask(question, isSecret: false) { desk, answer in
                let isMeant = ["yes", "y"].contains(answer.lowercased())
                return isMeant ? try await desk.obey("\(line) --yes") : Answer("nothing was done")
            }
        }
    }
}
