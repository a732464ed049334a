// Whether an operation counts: first its limits and needs, then its author's authority, both in
// the view of its own past (newsroom.md 3.2 and 3.5). As rights are only given so far and never
// taken, authority too depends on nothing but the past.

extension View {
    /// Judges an operation of `entry` in this view, which is that of its past.
    func judge(_ operation: Operation, in entry: EntryFacts) -> OperationStatus {
        switch operation {
        case .unknown: return .unknown
        case .malformed: return .refused(.limit)
        default: break
        }
        if let refusal = operation.brokenLimit { return .refused(refusal) }
        if let refusal = unmetNeed(of: operation, in: entry) { return .refused(refusal) }
        if let lack = missingAuthority(for: operation, by: entry) { return .setAside(lack) }
        return .inForce
    }

    /// What the author lacks; nil where he may.
    private func missingAuthority(for operation: Operation, by entry: EntryFacts) -> RefusalCode? {
        if entry.isGenesis { return nil }
        if isRoot(entry.device) { return operation.type <= 63 ? nil : .right }
        guard let author = owner(of: entry.device) else { return .device }
        return mayDo(operation, author, entry) ? nil : .right
    }

    private func mayDo(_ operation: Operation, _ author: Member, _ entry: EntryFacts) -> Bool {
        let held = author.capabilities
        switch operation {
        case .link, .openLog, .issueReceipt, .refuseReceipt, .recordReceipt, .recordKeys:
            return true
        case .found: return false
        case .grant(let act):
            let isDownward = act.member != author.id && !act.capabilities.contains(.admin)
            return held.contains(.admin) && isDownward
        case .addDevice(let act):
            return held.contains(.admin) || (act.member == author.id && !held.isEmpty)
        case .admit, .setNewsroom, .appointPress: return held.contains(.admin)
        case .createStory: return held.contains(.write)
        case .setStory(let act): return mayEdit(act.story, author)
        case .openDraft(let act): return mayOpen(act.kind, held)
        case .setDraft(let act): return mayEdit(act.draft, author)
        case .writeText(let act): return mayEdit(act.draft, author)
        case .saveDraft(let act): return mayEdit(act.draft, author)
        case .settleDraft(let act): return mayEdit(act.draft, author)
        case .submitDraft(let act): return mayEdit(act.draft, author)
        case .clear(let act): return held.contains(.clearing(act.gate))
        case .requestChanges(let act): return held.contains(.clearing(act.gate))
        case .askRelease: return held.contains(.publish)
        case .unknown, .malformed: return false
        }
    }

    private func mayOpen(_ kind: DraftKind, _ held: Capabilities) -> Bool {
        switch kind {
        case .original, .update: held.contains(.write) || held.contains(.edit)
        case .correction, .clarification: held.contains(.edit)
        case .refile: held.contains(.publish)
        }
    }

    private func mayEdit(_ story: StoryID, _ member: Member) -> Bool {
        let isOwn = stories[story]?.creator == member.id
        return member.capabilities.contains(.edit)
            || (isOwn && member.capabilities.contains(.write))
    }

    private func mayEdit(_ draft: DraftID, _ member: Member) -> Bool {
        guard let draft = drafts[draft] else { return false }
        let isOwn = draft.opener == member.id && member.capabilities.contains(.write)
        return isOwn || mayEdit(draft.story, member)
    }
}

extension EntryFacts {
    /// Whether this is the entry that founds the newsroom.
    var isGenesis: Bool { prev == nil && parents.isEmpty }
}
