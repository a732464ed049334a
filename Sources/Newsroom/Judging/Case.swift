/// An operation before its judge: where it stands, and what its author is in the view of its past.
struct Case {
    let entry: EntryFacts
    let point: Point
    /// The member who wrote it; nil for a root key and for nobody's.
    let author: MemberID?
    /// What he may do.
    let held: Capabilities
    /// Whether only a skeleton of the entry is left, so that its words are not looked at.
    var isErased: Bool { entry.isErased }
}

extension View {
    /// The capabilities of which one is needed ("who" in newsroom.md 3.5): `everything` where any
    /// will do, none where a device that counts is enough.
    func neededCapabilities(for operation: Operation, _ given: Case) -> Capabilities {
        switch operation {
        case .link, .openLog, .markHub, .stampTime, .issueReceipt, .refuseReceipt, .joinReceipt,
            .changeStatus, .recordReceipt, .recordKeys:
            []
        case .found, .admit, .grant, .revoke, .addDevice, .revokeDevice, .freeze, .closeLog,
            .setNewsroom, .setGates, .setHub, .setChecks, .appointPress, .orderErasure, .unknown,
            .malformed:
            .admin
        case .invite(let act):
            act.member != nil && act.member == given.author ? .everything : .admin
        case .adopt: .edit
        case .renameMember(let act): act.member == given.author ? .everything : .admin
        case .renameDevice(let act):
            office.devices[act.key].map { $0.member == given.author } == true ? .everything : .admin
        case .createStory: .write
        case .openDraft(let act): act.kind.opening
        case .claimStory: [.write, .edit]
        case .handStory(let act):
            stories[act.story]?.owner.shown == given.author ? [.write, .edit] : .edit
        case .remark, .addComment, .reply, .resolveComment, .requireGate: .everything
        case .setStory(let act): isOwn(act.story, given) ? [.write, .edit] : .edit
        case .setDraft, .writeText, .mergeDraft, .saveDraft, .settleDraft, .spikeDraft,
            .submitDraft, .recallDraft:
            isOwnDraft(of: operation, given) ? [.write, .edit] : .edit
        case .unspikeDraft(let act): isSpiker(of: act, given) ? .everything : .edit
        case .waiveGate(let act): .clearing(act.gate)
        case .clear(let act): .clearing(act.gate)
        case .requestChanges(let act): .clearing(act.gate)
        case .retract: .everything
        case .overrule, .askRelease, .askEmergency, .askPublic, .dropCorrection, .secondRequest:
            .publish
        case .cancelRelease: [.edit, .publish]
        case .readRelease: .clearing(.desk)
        case .restrict(let act): neededToRestrict(act, given)
        case .lift(let act): neededToLift(act, given)
        case .askErasure: [.publish, .admin, .clearing(.legal)]
        }
    }

    private func isOwn(_ story: StoryID, _ given: Case) -> Bool {
        given.author.map { stories[story]?.owners.contains($0) ?? false } ?? false
    }

    private func isOwnDraft(of operation: Operation, _ given: Case) -> Bool {
        guard let part = operation.storyPart, let draft = part.draftNamed.flatMap({ drafts[$0] })
        else { return false }
        return draft.opener == given.author || isOwn(draft.story, given)
    }

    func isSpiker(of act: DraftUnspike, _ given: Case) -> Bool {
        act.spikes.allSatisfy { drafts[act.draft]?.spikes[$0]?.member == given.author }
    }

    private func neededToRestrict(_ act: RestrictionSetting, _ given: Case) -> Capabilities {
        if act.isLegal { return .clearing(.legal) }
        let editors: Capabilities = [.edit, .publish, .clearing(.legal)]
        return isOwn(act.story, given) ? editors.union(.write) : editors
    }

    private func neededToLift(_ act: RestrictionLift, _ given: Case) -> Capabilities {
        let named = act.restrictions.compactMap { stories[act.story]?.restrictions[$0] }
        if named.contains(where: \.act.isLegal) { return .clearing(.legal) }
        return named.allSatisfy { $0.member == given.author } ? .everything : .publish
    }
}

extension DraftKind {
    fileprivate var opening: Capabilities {
        switch self {
        case .original, .update: [.write, .edit]
        case .correction, .clarification: .edit
        case .refile: .publish
        }
    }
}
