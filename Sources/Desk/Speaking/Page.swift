import SyncProtocol

/// Where answers go: how wide it is, whether it has colours, whether a program reads it.
package struct Page: Sendable, Hashable {
    /// Columns.
    package let width: Int
    /// Whether long lines are broken at that width; a pipe gets each paragraph in one line.
    package let isBreaking: Bool
    /// Colours or none.
    package let ink: Ink
    /// Whether each answer is one JSON object a line.
    package let isJSON: Bool

    /// Takes width, colours, and whether a program reads it.
    package init(
        width: Int = 80,
        isBreaking: Bool = false,
        ink: Ink = .none,
        isJSON: Bool = false
    ) {
        self.width = max(width, 20)
        self.isBreaking = isBreaking
        self.ink = ink
        self.isJSON = isJSON
    }

    func reply(_ answer: Answer, to verb: String) -> Reply {
        let isSilent = answer.lines.isEmpty && answer.facts.isEmpty
        return Reply(
            output: isSilent ? "" : isJSON ? json(answer.facts, verb) : text(answer.lines),
            complaint: "",
            exitCode: 0,
            isFarewell: answer.isFarewell
        )
    }

    func reply(_ complaint: Complaint, to verb: String) -> Reply {
        var facts: [String: JSONText] = [
            "ok": .bool(false), "verb": .string(verb), "error": .string(complaint.sentence),
        ]
        if let hint = complaint.hint { facts["hint"] = .string(hint) }
        return Reply(
            output: isJSON ? "\(JSONText.object(facts))\n" : "",
            complaint: isJSON ? "" : shown(complaint),
            exitCode: complaint.exitCode,
            isFarewell: false
        )
    }

    /// A complaint as a person gets it.
    package func shown(_ complaint: Complaint) -> String { text(complaint.lines) }

    private func json(_ facts: [String: JSONText], _ verb: String) -> String {
        let always: [String: JSONText] = ["ok": .bool(true), "verb": .string(verb)]
        return "\(JSONText.object(facts.merging(always) { fact, _ in fact }))\n"
    }

    private func text(_ lines: [StyledText]) -> String {
        lines.reduce(into: "") { text, line in
            for part in line.harmless.lines(within: isBreaking ? width : nil) {
                text += ink.rendered(part) + "\n"
            }
        }
    }
}
