import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// How long the news list shows what is done with: two days and two nights.
    private static let shownAfterwards: Int64 = 48 * 3_600_000

    /// The news list: one line a draft, private ones first; what is done with only for two days,
    /// unless all is asked for.
    func list(_ filters: [String], by order: String, isAll: Bool) async throws -> Answer {
        guard BudgetLine.orders.contains(order) else {
            throw DeskError.notOneOf(order, what: "order", allowed: BudgetLine.orders)
        }
        let now = await replica.now
        let start = Moment(milliseconds: now.milliseconds - Self.shownAfterwards)
        let budget = Budget(
            view: await replica.newsroom.view,
            me: await replica.member,
            now: now,
            seen: try await replica.seen()
        )
        let own = try await replica.privateDrafts().map { budget.line(of: $0) }
        let (cards, earlier) = try await replica.cards(
            doneAfter: isAll ? nil : start,
            meant: filters.filter { !BudgetLine.sorts.contains($0) }
        )
        let shared = cards.map { budget.line(of: $0) }
        let chosen = [own, shared].flatMap { lines in
            let chosen = lines.filter { line in filters.allSatisfy { line.matches($0) } }
            return BudgetLine.ordered(chosen, by: order)
        }
        var table = Table(BudgetLine.headings)
        for line in chosen { table.add(line.cells) }
        var lines =
            chosen.isEmpty ? ["no stories"] : table.withoutEmptyColumns.lines(within: page.width)
        if earlier > 0 {
            lines.append(
                StyledText("\(counted(earlier, "draft")) done earlier: `list --all`", .quiet)
            )
        }
        // Hundreds of facts that nobody reads are not made.
        let facts = page.isJSON ? chosen.map(\.facts) : []
        return Answer(lines, facts: ["stories": .array(facts), "earlier": .number(earlier)])
    }
}

/// What the lines of the news list are made from.
private struct Budget {
    let view: View
    let me: Member?
    let now: Moment
    let seen: [DraftID: ContentHash]

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

    func line(of card: NewsCard) -> BudgetLine {
        let owner = view.name(of: card.owner)
        return BudgetLine(
            name: card.name,
            status: card.status.rawValue,
            isPublic: card.publicWord,
            who: card.otherOwners > 0 ? "\(owner) +\(card.otherOwners)" : owner,
            due: card.due,
            now: now,
            isLate: card.lateFrom.map { $0 < now } ?? false,
            words: card.words,
            length: card.length,
            gates: card.gates.compactMap { mark(of: $0) }.joined(separator: " "),
            flags: flags(of: card),
            section: card.section,
            urgency: card.urgency.isEmpty ? "9" : card.urgency,
            isMine: card.owner == me?.id || card.opener == me?.id,
            isBlocked: card.status == .submitted,
            items: card.items,
            isUnseen: seen[card.draft].map { $0 != card.hash } ?? false
        )
    }

    /// `D+ S1/2 L~ P!`: cleared, so many of so many, stale, changes requested.
    private func mark(of mark: NewsCard.GateMark) -> String? {
        let letter = "\(mark.gate)".prefix(1).uppercased()
        switch mark.state {
        case .cleared: return letter + "+"
        case .required(0, _): return letter + "?"
        case .required(let have, let need): return "\(letter)\(have)/\(need)"
        case .stale: return letter + "~"
        case .changesRequested: return letter + "!"
        case .notNeeded: return nil
        }
    }

    /// `H E N B U C3 K2`: hold, embargo, not for publication, behind, unread, comments, items.
    private func flags(of card: NewsCard) -> String {
        let flags: [(Bool, String)] = [
            (card.restrictions.contains("hold"), "H"), (card.restrictions.contains("embargo"), "E"),
            (card.restrictions.contains("nfp"), "N"), (card.isBehind, "B"), (card.isUnread, "U"),
            (card.comments > 0, "C\(card.comments)"), (card.items > 0, "K\(card.items)"),
        ]
        return flags.filter(\.0).map(\.1).joined(separator: " ")
    }
}
