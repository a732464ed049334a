extension Operation {
    /// The operation with every "object of this same entry" named by the entry's id.
    func resolved(in entry: EntryID) -> Operation {
        switch self {
        case .grant(var act):
            act.member = act.member.resolved(in: entry)
            return .grant(act)
        case .addDevice(var act):
            act.member = act.member.resolved(in: entry)
            return .addDevice(act)
        case .openDraft(var act):
            act.story = act.story.resolved(in: entry)
            return .openDraft(act)
        case .setDraft(var act):
            (act.story, act.draft) = (act.story.resolved(in: entry), act.draft.resolved(in: entry))
            return .setDraft(act)
        case .writeText(var act):
            (act.story, act.draft) = (act.story.resolved(in: entry), act.draft.resolved(in: entry))
            return .writeText(act)
        case .submitDraft(var act):
            act.revision = act.revision.resolved(in: entry)
            return .submitDraft(act)
        default:
            return self
        }
    }
}

extension Identifier {
    /// The id itself, or the entry's where it stands for an object of the entry.
    fileprivate func resolved(in entry: EntryID) -> Self {
        isOfSameEntry ? Self(entry.bytes) : self
    }
}
