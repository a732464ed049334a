import Ledger
import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Takes all words that are left as rights.
    func rights(_ arguments: inout Arguments) throws(DeskError) -> Capabilities {
        var words = [try arguments.word("a right")]
        while let word = arguments.wordIfAny() { words.append(word) }
        return try capabilities(words)
    }

    /// Takes on a person, and says how his machine joins.
    func admit(_ name: String, _ rights: Capabilities) async throws -> Answer {
        let entry = try await replica.commit(.admit(name: name))
        let member = MemberID(madeBy: entry.id)
        try await replica.commit(.grant(member, rights))
        let ticket = "\(replica.id).\(member)"
        return Answer(
            [
                StyledText("\(name) is a member, without a device yet; on his machine:"),
                StyledText("    stet join \(ticket)"),
                StyledText("then here, with the line that it prints: `device add`", .quiet),
            ],
            facts: ["member": .string("\(member)"), "ticket": .string(ticket)]
        ).undone(instead: "`dismiss \(quoted(name))` takes the member out again")
    }

    /// The newsroom's settings.
    func settings() async -> Answer {
        let view = await replica.newsroom.view
        let pairs = NewsroomField.allCases.map { field in
            ("\(field)", field == .name ? view.name : view.setting(field) ?? "")
        }
        let facts = pairs.map { ($0.0, JSONText.string($0.1)) }
        return Answer(
            pairs.map { StyledText("\($0): ", .quiet) + StyledText($1) },
            facts: Dictionary(uniqueKeysWithValues: facts)
        )
    }

    /// Sets one of the newsroom's settings.
    func setNewsroom(_ name: String, to value: String) async throws -> Answer {
        let names = NewsroomField.allCases.map { "\($0)" }
        guard let field = NewsroomField.allCases.first(where: { "\($0)" == name }) else {
            throw DeskError.notOneOf(name, what: "setting", allowed: names)
        }
        if field == .theme { return try await setTheme(value) }
        let view = await replica.newsroom.view
        let old = view.setting(field) ?? (field == .name ? view.name : nil)
        try await replica.commit(.setNewsroom(field, value))
        let answer = Answer("\(name) is \(value)", facts: [name: .string(value)])
        return old.map { answer.undone(byLine: "newsroom \(name) \(quoted($0))") }
            ?? answer.undone(instead: "`newsroom \(name)` sets another")
    }

    /// What others did in the entries that arrived after so many.
    func notices(since count: Int) async -> Notices {
        let newsroom = await replica.newsroom
        return Notices(
            newsroom.operations(fromEntry: count),
            in: newsroom,
            for: await replica.member?.id
        )
    }
}
