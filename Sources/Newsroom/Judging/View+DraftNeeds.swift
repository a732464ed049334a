import Prose

// The needs of writing: stories, drafts, fields, text, comments.
extension View {
    func unmetDraftNeed(of operation: Operation, _ given: Case) -> RefusalCode? {
        switch operation {
        case .setStory(let act): areSeen(act.superseded, by: given) ? nil : .missing
        case .claimStory(let act): unmetNeed(of: act, given)
        case .handStory(let act):
            unknown(act.to) ?? (areSeen(act.superseded, by: given) ? nil : .missing)
        case .openDraft(let act): unmetNeed(of: act)
        case .setDraft(let act):
            closed(act.draft) ?? (areSeen(act.superseded, by: given) ? nil : .missing)
        case .writeText(let act): closed(act.draft) ?? unmetNeed(of: act)
        case .mergeDraft(let act): closed(act.draft) ?? unmetNeed(of: act)
        case .saveDraft(let act): unmetNeed(of: act)
        case .settleDraft(let act): closed(act.draft) ?? unmetNeed(of: act)
        case .spikeDraft(let act):
            drafts[act.draft].flatMap { receipt(of: $0) } == nil ? nil : .closed
        case .unspikeDraft(let act): unmetNeed(of: act, given)
        case .addComment(let act): unmetNeed(of: act)
        case .reply(let act): hasComment(act.comment, act.story) ? nil : .missing
        case .resolveComment(let act): hasComment(act.comment, act.story) ? nil : .missing
        default: nil
        }
    }

    /// Why nothing more may be written in a draft; nil where it is open.
    func closed(_ draft: DraftID) -> RefusalCode? {
        guard let found = drafts[draft] else { return .missing }
        if receipt(of: found) != nil { return .closed }
        return found.standingSpikes.isEmpty ? nil : .spiked
    }

    private func unmetNeed(of act: StoryClaim, _ given: Case) -> RefusalCode? {
        guard areSeen(act.superseded, by: given) else { return .missing }
        if given.held.contains(.edit) { return nil }
        let owner = stories[act.story]?.owner.shown
        return owner == nil || owner == given.author ? nil : .owner
    }

    private func unmetNeed(of act: DraftOpening) -> RefusalCode? {
        guard let base = act.base else { return act.kind == .original ? nil : .base }
        let story = revisions[base].flatMap { drafts[$0.draft]?.story }
        return story == act.story ? nil : .missing
    }

    /// Whether the positions fit is tried when the change joins the story's text.
    private func unmetNeed(of act: TextChange) -> RefusalCode? {
        guard let draft = drafts[act.draft] else { return .missing }
        let text = texts[act.story] ?? StoryText()
        guard let version = text.version(of: act.parents),
            version.changes.isSubset(of: draft.version.changes)
        else { return .parents }
        return nil
    }

    private func unmetNeed(of act: DraftMerge) -> RefusalCode? {
        guard let from = drafts[act.from], from.story == act.story else { return .missing }
        guard let taken = texts[act.story]?.version(of: act.heads) else { return .parents }
        if let revision = act.revision {
            guard let found = revisions[revision], drafts[found.draft]?.story == act.story else {
                return .missing
            }
            if taken.changes.isSubset(of: found.content.version.changes) { return nil }
        }
        return taken.changes.isSubset(of: from.version.changes) ? nil : .parents
    }

    private func unmetNeed(of act: DraftSaving) -> RefusalCode? {
        guard let draft = drafts[act.draft] else { return .missing }
        // What was erased by law cannot be compared, and counts as met.
        if isErased(draft) { return nil }
        return hash(of: act.draft) == act.hash ? nil : .hash
    }

    private func unmetNeed(of act: DraftSettlement) -> RefusalCode? {
        guard let text = texts[act.story], let draft = drafts[act.draft] else {
            return .missing
        }
        let isThere = act.edits.allSatisfy { edit in
            text.number(of: edit).map { draft.version.changes.contains($0) } ?? false
        }
        return isThere ? nil : .missing
    }

    private func unmetNeed(of act: DraftUnspike, _ given: Case) -> RefusalCode? {
        let isThere = act.spikes.allSatisfy { drafts[act.draft]?.spikes[$0] != nil }
        guard isThere else { return .missing }
        return given.held.contains(.edit) || isSpiker(of: act, given) ? nil : .unspike
    }

    private func unmetNeed(of act: CommentAddition) -> RefusalCode? {
        guard case .words(let first, let last) = act.anchor, let text = texts[act.story]
        else { return nil }
        let isThere = [first, last].allSatisfy { character in
            guard let number = text.number(of: character.entry) else { return false }
            let count = text.changes[number].insertions.reduce(0) { $0 + $1.count }
            return character.offset < count
        }
        return isThere ? nil : .missing
    }

    private func hasComment(_ comment: CommentID, _ story: StoryID) -> Bool {
        stories[story]?.drafts.contains { drafts[$0]?.comments[comment] != nil } ?? false
    }
}
