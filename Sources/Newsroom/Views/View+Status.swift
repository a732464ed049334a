/// Where a draft stands (newsroom.md 4.1).
public enum DraftStatus: String, Hashable, Sendable {
    case draft, submitted, changes, ready, released, spiked, superseded
}

extension View {
    /// Where a draft stands.
    public func status(of draft: Draft) -> DraftStatus {
        if receipt(of: draft) != nil { return .released }
        if !draft.standingSpikes.isEmpty { return .spiked }
        if isSuperseded(draft) { return .superseded }
        let submissions = standingSubmissions(of: draft)
        let hasOpenObjection = standingObjections(on: draft).keys.contains { objection in
            !submissions.contains { isBefore(objection, $0.rank.operation) }
        }
        if hasOpenObjection { return .changes }
        guard !submissions.isEmpty else { return .draft }
        return blockers(of: draft).isEmpty ? .ready : .submitted
    }

    /// Whether all text of a draft, of which it has some, went out with another draft.
    public func isSuperseded(_ draft: Draft) -> Bool {
        guard !draft.ownChanges.isEmpty, let story = stories[draft.story] else { return false }
        return story.events.contains { receipt in
            guard let issue = receipt.issue, issue.draft != draft.id else { return false }
            let published = revisions[issue.revision]?.content.version.changes
            return published.map { draft.version.changes.isSubset(of: $0) } ?? false
        }
    }

    /// Whether a draft is open: neither released nor spiked.
    public func isOpen(_ draft: Draft) -> Bool {
        receipt(of: draft) == nil && draft.standingSpikes.isEmpty
    }

    /// Whether another version went out since the draft was opened or last merged (4.4, behind).
    public func isBehind(_ draft: Draft) -> Bool {
        isOpen(draft) && !isSuperseded(draft)
            && blockers(of: draft).contains { $0.code == .behind }
    }

    /// From when on a story should have been out; nil where it is, or nobody waits for it.
    func lateFrom(_ story: Story) -> Moment? {
        guard let due = story.fields[.due]?.alive.compactMap({ Int64($0.value) }).min() else {
            return nil
        }
        switch publicStatus(of: story.id) {
        case .none, .scheduled:
            let isWaiting = listedDrafts(of: story.id).contains { isOpen($0) && !isSuperseded($0) }
            return isWaiting ? Moment(milliseconds: due) : nil
        case .live, .withheld, .withdrawn, .removed: return nil
        }
    }
}
