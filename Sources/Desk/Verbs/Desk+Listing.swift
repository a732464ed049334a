import Newsroom
import Store
import SyncProtocol

/// One line of the news list.
private struct BudgetLine {
    let name: String
    let status: String
    let isPublic: String
    let who: String
    let words: Int
    let gates: String
    let flags: String
    let section: String
    let isMine: Bool
    let urgency: String

    func matches(_ filter: String?) -> Bool {
        guard let filter else { return true }
        return filter == "mine" ? isMine : name.contains(filter) || section == filter
    }

    var cells: [StyledText] {
        [
            StyledText(name, .strong), StyledText(status), StyledText(isPublic), StyledText(who),
            StyledText(String(words)), StyledText(gates), StyledText(flags, .alarm),
        ]
    }

    var facts: JSONText {
        .object([
            "story": .string(name), "status": .string(status), "public": .string(isPublic),
            "who": .string(who), "words": .number(words), "gates": .string(gates),
            "flags": .string(flags), "section": .string(section),
        ])
    }
}

extension Desk {
    /// The news list: one line a draft, private ones first, then by urgency and slug.
    func list(_ filter: String?) async throws -> Answer {
        let view = await replica.newsroom.view
        let me = await replica.member
        let own = try await replica.privateDrafts().map { draft in
            let document = CanonicalDocument(fields: draft.fields, body: draft.body)
            return BudgetLine(
                name: "\(draft.slug)",
                status: "private",
                isPublic: "none",
                who: me?.name ?? "you",
                words: document.words,
                gates: "",
                flags: "",
                section: document.fields[.section] ?? "",
                isMine: true,
                urgency: document.fields[.urgency] ?? "9"
            )
        }
        let shared = view.drafts.values.map { view.budgetLine(of: $0, for: me?.id) }
            .sorted { ($0.urgency, $0.name) < ($1.urgency, $1.name) }
        let lines = (own + shared).filter { $0.matches(filter) }
        var table = Table(["slug", "status", "public", "who", "words", "gates", "flags"])
        for line in lines { table.add(line.cells) }
        return Answer(
            lines.isEmpty ? ["no stories"] : table.lines(within: page.width),
            facts: ["stories": .array(lines.map(\.facts))]
        )
    }
}

extension View {
    fileprivate func budgetLine(of draft: Draft, for me: MemberID?) -> BudgetLine {
        let document = document(of: draft.id)
        let live = stories[draft.story]?.live
        let hash = hash(of: document)
        let overlaps = overlaps(in: draft.id).count
        return BudgetLine(
            name: fullName(of: draft),
            status: status(of: draft).rawValue,
            isPublic: live.map { "live \($0.issue.version)" } ?? "none",
            who: name(of: draft.opener),
            words: document.words,
            gates: gateMarks(of: draft, at: hash),
            flags: overlaps == 0 ? "" : "K\(overlaps)",
            section: document.fields[.section] ?? "",
            isMine: draft.opener == me,
            urgency: document.fields[.urgency] ?? "9"
        )
    }

    /// `D+ S? L~`: cleared, required, stale, changes requested.
    private func gateMarks(of draft: Draft, at hash: ContentHash) -> String {
        Gate.allCases.compactMap { gate in
            let letter = "\(gate)".prefix(1).uppercased()
            switch state(of: gate, on: draft, at: hash) {
            case .cleared: return letter + "+"
            case .required(0, _): return letter + "?"
            case .required(let have, let need): return "\(letter)\(have)/\(need)"
            case .stale: return letter + "~"
            case .changesRequested: return letter + "!"
            case .notNeeded: return nil
            }
        }.joined(separator: " ")
    }
}
