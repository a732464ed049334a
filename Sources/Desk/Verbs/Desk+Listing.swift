import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// The news list: one line a draft, private ones first; released drafts as long as they are
    /// the newest that is out.
    func list(_ filters: [String], by order: String) async throws -> Answer {
        guard BudgetLine.orders.contains(order) else {
            throw DeskError.notOneOf(order, what: "order", allowed: BudgetLine.orders)
        }
        let newsroom = await replica.newsroom
        let desk = Budget(
            newsroom: newsroom,
            me: await replica.member,
            now: await replica.now,
            seen: try await replica.seen()
        )
        let own = try await replica.privateDrafts().map { desk.line(of: $0) }
        let shared = newsroom.view.drafts.values.filter(\.isListed).map { desk.line(of: $0) }
        let lines =
            own.sorted { $0.isBefore($1, by: order) } + shared.sorted { $0.isBefore($1, by: order) }
        let chosen = lines.filter { line in filters.allSatisfy { line.matches($0) } }
        var table = Table(BudgetLine.headings)
        for line in chosen { table.add(line.cells) }
        return Answer(
            chosen.isEmpty ? ["no stories"] : table.withoutEmptyColumns.lines(within: page.width),
            facts: ["stories": .array(chosen.map(\.facts))]
        )
    }
}

/// What the lines of the news list are made from.
private struct Budget {
    let newsroom: Newsroom
    let me: Member?
    let now: Moment
    let seen: [DraftID: ContentHash]
    private var view: View { newsroom.view }

    func line(of draft: PrivateDraft) -> BudgetLine {
        let document = CanonicalDocument(fields: draft.fields, body: draft.body)
        return BudgetLine(
            name: "\(draft.slug)",
            status: "private",
            isPublic: "none",
            who: me?.name ?? "you",
            due: nil,
            now: now,
            isLate: false,
            words: document.words,
            length: nil,
            gates: "",
            flags: "",
            section: document.fields[.section] ?? "",
            urgency: document.fields[.urgency] ?? "9",
            isMine: true,
            isBlocked: false,
            items: 0,
            isUnseen: false
        )
    }

    func line(of draft: Draft) -> BudgetLine {
        let document = view.document(of: draft.id)
        let hash = view.hash(of: document)
        let status = view.status(of: draft)
        let story = view.stories[draft.story]
        let items = newsroom.items(of: draft.story).filter {
            $0.draft == nil || $0.draft == draft.id
        }
        return BudgetLine(
            name: view.fullName(of: draft),
            status: status.rawValue,
            isPublic: view.publicStatus(of: draft.story).word,
            who: who(has: story, or: draft),
            due: story?.due,
            now: now,
            isLate: story.map { view.isOverdue($0, at: now) } ?? false,
            words: document.words,
            length: story?.commissionedLength,
            gates: gateMarks(of: draft, at: hash),
            flags: flags(of: draft, story, items.count),
            section: document.fields[.section] ?? "",
            urgency: document.fields[.urgency] ?? "9",
            isMine: (story?.owner.shown ?? draft.opener) == me?.id || draft.opener == me?.id,
            isBlocked: status == .submitted,
            items: items.count,
            isUnseen: seen[draft.id].map { $0 != hash } ?? false
        )
    }

    private func who(has story: Story?, or draft: Draft) -> String {
        let owner = view.name(of: story?.owner.shown ?? draft.opener)
        let others = (story?.owner.values.count ?? 1) - 1
        return others > 0 ? "\(owner) +\(others)" : owner
    }

    /// `D+ S1/2 L~ P!`: cleared, so many of so many, stale, changes requested.
    private func gateMarks(of draft: Draft, at hash: ContentHash) -> String {
        Gate.allCases.compactMap { gate in
            let letter = "\(gate)".prefix(1).uppercased()
            switch view.state(of: gate, on: draft, at: hash) {
            case .cleared: return letter + "+"
            case .required(0, _): return letter + "?"
            case .required(let have, let need): return "\(letter)\(have)/\(need)"
            case .stale: return letter + "~"
            case .changesRequested: return letter + "!"
            case .notNeeded: return nil
            }
        }.joined(separator: " ")
    }

    /// `H E N B U C3 K2`: hold, embargo, not for publication, behind, unread, comments, items.
    private func flags(of draft: Draft, _ story: Story?, _ items: Int) -> String {
        let kinds = Set(story?.standingRestrictions.map(\.act.kind.word) ?? [])
        let comments = draft.comments.values.filter { view.isOpen($0) }.count
        let isUnread = draft.releases.values.contains { view.isUnread($0, of: draft) }
        let flags: [(Bool, String)] = [
            (kinds.contains("hold"), "H"), (kinds.contains("embargo"), "E"),
            (kinds.contains("nfp"), "N"), (view.isBehind(draft), "B"), (isUnread, "U"),
            (comments > 0, "C\(comments)"), (items > 0, "K\(items)"),
        ]
        return flags.filter(\.0).map(\.1).joined(separator: " ")
    }
}
