import SyncProtocol

/// What a command answers: lines for people, and the same as facts for programs.
struct Answer: Sendable {
    /// The lines.
    var lines: [StyledText]
    /// The facts, by name.
    var facts: [String: JSONText]
    /// Whether the person leaves the desk.
    var isFarewell = false
    /// How what was done can be taken back; nil where nothing was changed.
    var undoing: Undoing?

    init(_ lines: [StyledText] = [], facts: [String: JSONText] = [:]) {
        self.lines = lines
        self.facts = facts
    }

    /// One line.
    init(_ line: StyledText, facts: [String: JSONText] = [:]) {
        self.init([line], facts: facts)
    }
}

extension Answer {
    /// The same, taken back by the line that `opposite` makes of the story's name.
    func undone(by opposite: (String) -> String) -> Answer {
        guard case .string(let name)? = facts["story"] else { return self }
        return undone(byLine: opposite(name))
    }

    /// The same, taken back by a line.
    func undone(byLine line: String) -> Answer {
        var answer = self
        answer.undoing = .line(line)
        return answer
    }

    /// The same, which has no opposite; `advice` says what to do instead.
    func undone(instead advice: String) -> Answer {
        var answer = self
        answer.undoing = .instead(advice)
        return answer
    }
}

/// What the desk says to a line: what was done, or why nothing was.
package struct Reply: Sendable, Hashable {
    /// What goes to standard output; each line ends in a line feed.
    package let output: String
    /// What goes to standard error; empty where the line was obeyed.
    package let complaint: String
    /// 0 obeyed, 1 refused or failed, 64 a line that makes no sense.
    package let exitCode: Int32
    /// Whether the person leaves the desk.
    package let isFarewell: Bool
}
