import Prose

extension View {
    /// The need of an operation that this view, its past, does not meet; nil where it meets all.
    func unmetNeed(of operation: Operation, in entry: EntryFacts) -> RefusalCode? {
        switch operation {
        case .found: return entry.isGenesis && founding == nil ? nil : .genesis
        case .admit(let act): return act.invite == nil ? nil : .invite
        case .grant(let act): return members[act.member] == nil ? .missing : nil
        case .addDevice(let act): return unmetNeed(of: act)
        case .appointPress(let act): return devices[act.device] == nil ? .missing : nil
        case .setStory(let act):
            guard stories[act.story] != nil else { return .missing }
            return act.field == .slug && Slug(act.value) == nil ? .limit : nil
        case .openDraft(let act): return unmetNeed(of: act)
        case .setDraft(let act): return closed(act.draft, of: act.story)
        case .writeText(let act):
            return closed(act.draft, of: act.story) ?? unmetNeed(of: act, entry)
        case .saveDraft(let act): return closed(act.draft, of: act.story) ?? unmetNeed(of: act)
        case .settleDraft(let act): return closed(act.draft, of: act.story)
        case .submitDraft(let act):
            return closed(act.draft, of: act.story)
                ?? mismatch(act.revision, act.draft, act.hash)
        case .clear(let act): return unmetNeed(of: act, entry)
        case .requestChanges(let act):
            return missing(act.draft, of: act.story) ?? mismatch(act.revision, act.draft, act.hash)
        case .askRelease(let act): return unmetNeed(of: act)
        case .issueReceipt(let act): return unmetNeed(of: act, entry)
        case .refuseReceipt(let act): return unmetPressNeed(act.request, act.story, entry)
        case .recordReceipt, .recordKeys: return press?.appointment.log == entry.log ? nil : .press
        default: return nil
        }
    }

    private func missing(_ draft: DraftID, of story: StoryID) -> RefusalCode? {
        drafts[draft]?.story == story ? nil : .missing
    }

    private func closed(_ draft: DraftID, of story: StoryID) -> RefusalCode? {
        missing(draft, of: story) ?? (drafts[draft]?.receipt == nil ? nil : .closed)
    }

    private func mismatch(
        _ revision: RevisionID,
        _ draft: DraftID,
        _ hash: ContentHash
    ) -> RefusalCode? {
        guard let found = revisions[revision], found.draft == draft else { return .missing }
        return found.hash == hash ? nil : .hash
    }

    private func unmetNeed(of act: DeviceAddition) -> RefusalCode? {
        guard members[act.member] != nil else { return .missing }
        if isRoot(act.key) { return .key }
        return devices[act.key] == nil ? nil : .key
    }

    private func unmetNeed(of act: DraftOpening) -> RefusalCode? {
        guard stories[act.story] != nil else { return .missing }
        guard let base = act.base else { return act.kind == .original ? nil : .base }
        guard let revision = revisions[base] else { return .missing }
        return drafts[revision.draft]?.story == act.story ? nil : .base
    }

    private func unmetNeed(of act: TextChange, _ entry: EntryFacts) -> RefusalCode? {
        guard var story = stories[act.story], let draft = drafts[act.draft] else { return .missing }
        guard story.changes[entry.id] == nil else { return .limit }
        let ends = act.parents.map { story.changes[$0]?.end }
        guard ends.allSatisfy({ $0 != nil }) else { return .parents }
        let parents = ends.compactMap(\.self).reduce(Frontier()) { story.graph.union($0, $1) }
        guard story.graph.isAncestor(parents, of: draft.frontier) else { return .parents }
        do {
            try story.graph.append(act.strokes, parents: parents, author: AuthorKey([]))
            return nil
        } catch {
            return .position
        }
    }

    private func unmetNeed(of act: DraftSaving) -> RefusalCode? {
        hash(of: act.draft) == act.hash ? nil : .hash
    }

    private func unmetNeed(of act: GateClearance, _ entry: EntryFacts) -> RefusalCode? {
        guard let draft = drafts[act.draft], draft.story == act.story else { return .missing }
        if draft.receipt != nil { return .closed }
        if draft.submissions.isEmpty { return .unsubmitted }
        if let refusal = mismatch(act.revision, act.draft, act.hash) { return refusal }
        guard let member = owner(of: entry.device)?.id, let revision = revisions[act.revision]
        else {
            return nil
        }
        if contributors(to: revision, at: act.gate).contains(member) { return .contributor }
        for answer in act.answers {
            guard let objection = draft.objections[answer], objection.act.gate == act.gate else {
                return .missing
            }
            let isHisOwn = objection.member == member
            if objection.act.hash == act.hash, !isHisOwn { return .same }
        }
        return nil
    }

    private func unmetNeed(of act: ReleaseRequest) -> RefusalCode? {
        guard let draft = drafts[act.draft], draft.story == act.story else { return .missing }
        if let refusal = mismatch(act.revision, act.draft, act.hash) { return refusal }
        let relied = act.clearances.map { draft.clearances[$0] }
        guard relied.allSatisfy({ $0?.act.hash == act.hash }) else { return .clearance }
        if stories[act.story]?.slug.shown != act.slug { return .slug }
        return blockers(of: draft, at: act.hash, naming: Set(act.clearances)).first?.code
    }

    private func unmetNeed(of act: ReceiptIssue, _ entry: EntryFacts) -> RefusalCode? {
        if let refusal = unmetPressNeed(act.request, act.story, entry) { return refusal }
        let last = publicHistory.last
        let follows = act.number == (last.map { $0.number + 1 } ?? 0)
        return follows && act.previous == last?.operation ? nil : .chain
    }

    private func unmetPressNeed(
        _ request: OperationID,
        _ story: StoryID,
        _ entry: EntryFacts
    ) -> RefusalCode? {
        guard press?.appointment.log == entry.log else { return .press }
        let isKnown = drafts.values.contains { $0.story == story && $0.releases[request] != nil }
        return isKnown ? nil : .missing
    }
}

extension TextChange {
    /// The edits as Prose takes them.
    var strokes: [Edit] {
        edits.map { edit in
            switch edit {
            case .insert(let text, let place): .insert(text, at: place)
            case .delete(let count, let place): .delete(count: count, at: place)
            }
        }
    }
}

extension Frontier {
    /// The empty version.
    init() { self = [] }
}
