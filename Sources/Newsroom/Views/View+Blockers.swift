/// One reason why content cannot be released (newsroom.md 4.4).
public struct Blocker: Hashable, Sendable {
    /// The reason.
    public let code: RefusalCode
    /// The gate, where it is about one.
    public var gate: Gate?
    /// The member, where it is about one.
    public var member: MemberID?
}

extension View {
    /// All reasons why a draft with content `hash` cannot be released, in the plan's order.
    ///
    /// For a release only the clearances that it names count.
    public func blockers(
        of draft: Draft,
        at hash: ContentHash,
        naming named: Set<OperationID>? = nil
    ) -> [Blocker] {
        var found: [Blocker] = []
        if draft.receipt != nil { found.append(Blocker(code: .closed)) }
        if draft.submissions.isEmpty { found.append(Blocker(code: .unsubmitted)) }
        if isBehind(draft) { found.append(Blocker(code: .behind)) }
        if !overlaps(in: draft.id).isEmpty { found.append(Blocker(code: .overlap)) }
        if hasSeveralValues(draft) { found.append(Blocker(code: .values)) }
        if lacksFields(draft, at: hash) { found.append(Blocker(code: .fields)) }
        if !ownsSlug(draft) { found.append(Blocker(code: .slug)) }
        found += standingObjections(on: draft).values
            .sorted { $0.member < $1.member }
            .map { Blocker(code: .objection, gate: $0.act.gate, member: $0.member) }
        return found + gateBlockers(of: draft, at: hash, naming: named)
    }

    private func isBehind(_ draft: Draft) -> Bool {
        let live = stories[draft.story]?.live
        if draft.receipt != nil { return false }
        return draft.kind == .original ? live != nil : live?.issue.revision != draft.base
    }

    private func hasSeveralValues(_ draft: Draft) -> Bool {
        draft.fields.values.contains { $0.values.count > 1 }
            || (stories[draft.story]?.slug.values.count ?? 0) > 1
    }

    private func lacksFields(_ draft: Draft, at hash: ContentHash) -> Bool {
        let document = revision(of: draft, at: hash)?.document ?? document(of: draft.id)
        var needed: [DocumentField] = [.headline, .section, .language]
        if draft.kind == .correction || draft.kind == .clarification { needed.append(.note) }
        return document.body.isEmpty || needed.contains { document.fields[$0] == nil }
    }

    /// Whether no other story went out under this story's slug.
    private func ownsSlug(_ draft: Draft) -> Bool {
        guard let slug = stories[draft.story]?.slug.shown else { return false }
        return !stories.values.contains { other in
            other.id != draft.story && other.receipts.values.contains { $0.issue.slug == slug }
        }
    }

    private func gateBlockers(
        of draft: Draft,
        at hash: ContentHash,
        naming named: Set<OperationID>?
    ) -> [Blocker] {
        requirements(of: draft).sorted { $0.key.rawValue < $1.key.rawValue }.compactMap {
            gate,
            need in
            let given = draft.clearances.filter { id, clearance in
                clearance.act.gate == gate && clearance.act.hash == hash
                    && named?.contains(id) ?? true
            }
            let isShort = Set(given.values.map(\.member)).count < need
            return isShort ? Blocker(code: .gate, gate: gate) : nil
        }
    }
}
