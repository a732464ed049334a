import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs by which an admin says what a release needs.
    static let ruling = [policy, checks]

    private static let policy = Verb(
        "policy",
        on: .newsroom,
        taking: "[KIND] [GATES…] [--yes]",
        "shows which gates clear which kind of draft, or sets them",
        example: "policy original desk subs:2"
    ) { desk, arguments in
        guard let word = arguments.wordIfAny() else { return await desk.policies() }
        guard let kind = DraftKind.allCases.first(where: { "\($0)" == word }) else {
            let kinds = DraftKind.allCases.map { "\($0)" }
            throw DeskError.notOneOf(word, what: "kind", allowed: kinds)
        }
        var needs: [GateNeed] = []
        while let word = arguments.wordIfAny() { needs.append(try desk.need(word)) }
        guard !needs.isEmpty else {
            throw DeskError.missing("a gate", usage: arguments.verb.usage)
        }
        try await desk.confirmRule(arguments)
        let old = await desk.replica.newsroom.view.policy(for: kind)
        try await desk.replica.commit(.setGates(kind, needs))
        let words = old.map(\.words).joined(separator: " ")
        return await desk.policies().undone(byLine: "policy \(kind) \(words) --yes")
    }

    private static let checks = Verb(
        "checks",
        on: .newsroom,
        taking: "[CHECK] [STRICTNESS] [LIMIT] [--yes]",
        "shows what a draft is checked for, or sets one: off, warn, block",
        example: "checks headline-length block 70"
    ) { desk, arguments in
        guard let name = arguments.wordIfAny() else { return await desk.checkSettings() }
        guard let check = Check(named: name) else {
            let names = Check.allCases.map { "\($0)" }
            throw DeskError.notOneOf(name, what: "check", allowed: names)
        }
        let word = try arguments.word("how strict it is")
        guard let strictness = Strictness.allCases.first(where: { "\($0)" == word }) else {
            let words = Strictness.allCases.map { "\($0)" }
            throw DeskError.notOneOf(word, what: "strictness", allowed: words)
        }
        let hasLimit = check.hasLimit && strictness != .off
        let limit = hasLimit ? try arguments.number("a limit") : nil
        try arguments.finish()
        try await desk.confirmRule(arguments)
        let now = await desk.replica.newsroom.view.checks
        let setting = CheckSetting(check: check, strictness: strictness, limit: limit)
        try await desk.replica.commit(.setChecks(now.filter { $0.check != check } + [setting]))
        let old = now.first { $0.check == check }?.words ?? "\(check) off"
        return await desk.checkSettings().undone(byLine: "checks \(old) --yes")
    }
}

extension Desk {
    /// Reads a gate with how many members clear it: `subs:2`.
    fileprivate func need(_ word: String) throws(DeskError) -> GateNeed {
        let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
        let gate = try gate(parts.first ?? "")
        guard parts.count == 2 else { return GateNeed(gate: gate, count: 1) }
        guard let count = Int(parts[1]), (1...5).contains(count) else {
            throw .notOneOf(
                parts[1],
                what: "number of clearances",
                allowed: ["1", "2", "3", "4", "5"]
            )
        }
        return GateNeed(gate: gate, count: count)
    }

    /// Which gates clear which kind of draft.
    fileprivate func policies() async -> Answer {
        let view = await replica.newsroom.view
        let lines = DraftKind.allCases.map { kind in
            (kind, view.policy(for: kind).map(\.words).joined(separator: " "))
        }
        return Answer(
            lines.map { kind, words in
                Columns.padded(StyledText("\(kind)", .strong), to: 16) + StyledText(words)
            },
            facts: [
                "policies": .object(
                    Dictionary(uniqueKeysWithValues: lines.map { ("\($0.0)", .string($0.1)) })
                )
            ]
        )
    }

    /// What drafts are checked for.
    fileprivate func checkSettings() async -> Answer {
        let settings = await replica.newsroom.view.checks.sorted {
            $0.check.rawValue < $1.check.rawValue
        }
        return Answer(
            settings.isEmpty ? ["nothing is checked"] : settings.map { StyledText($0.words) },
            facts: ["checks": .array(settings.map { .string($0.words) })]
        )
    }
}

extension GateNeed {
    /// As it is typed: "desk", "subs:2".
    fileprivate var words: String { count == 1 ? "\(gate)" : "\(gate):\(count)" }
}
