// Whether what an operation needs holds in the view of its past (newsroom.md 3.5). Only the past
// decides, so a verdict never changes, and the author's own replica gave it before he signed.

extension View {
    /// The need of an operation that this view, its past, does not meet; nil where it meets all.
    func unmetNeed(of operation: Operation, _ given: Case) -> RefusalCode? {
        if let part = operation.storyPart {
            guard let story = stories[part.story] else { return .missing }
            if let draft = part.draftNamed, drafts[draft]?.story != story.id { return .missing }
        }
        return unmetOfficeNeed(of: operation, given)
            ?? unmetDraftNeed(of: operation, given)
            ?? unmetReviewNeed(of: operation, given)
            ?? unmetPublicNeed(of: operation, given)
            ?? unmetReceiptNeed(of: operation, given)
    }

    /// Whether all operations that a set replaces are before it.
    func areSeen(_ operations: [OperationID], by given: Case) -> Bool {
        operations.allSatisfy { operation in
            guard let place = history.place(of: operation.entry) else { return false }
            return history.isBefore(Point(place, operation.index), given.point)
        }
    }

    private func unmetOfficeNeed(of operation: Operation, _ given: Case) -> RefusalCode? {
        switch operation {
        case .found(let act):
            let isFirst = given.entry.isGenesis && given.entry.seq == 0 && founding == nil
            return isFirst && act.roots.contains(given.entry.device) ? nil : .genesis
        case .invite(let act): return act.member.flatMap { unknown($0) }
        case .admit(let act):
            guard let invite = act.invite else { return nil }
            return invites[invite].map { $0.admission == nil } == true ? nil : .invite
        case .grant(let act): return unknown(act.member)
        case .revoke(let act): return unknown(act.member)
        case .freeze(let act): return unknown(act.member)
        case .addDevice(let act): return unknown(act.member)
        case .revokeDevice(let act): return devices[act.key] == nil ? .missing : nil
        case .closeLog(let act): return isKnown(act.log, to: given) ? nil : .missing
        case .adopt(let act): return unmetNeed(of: act, given)
        case .setGates(let act):
            guard act.gates.contains(where: { $0.gate == .desk }) else { return .desk }
            return areSeen(act.superseded, by: given) ? nil : .missing
        case .setNewsroom(let act): return areSeen(act.superseded, by: given) ? nil : .missing
        case .setHub(let act): return areSeen(act.superseded, by: given) ? nil : .missing
        case .setChecks(let act): return areSeen(act.superseded, by: given) ? nil : .missing
        case .renameMember(let act):
            return unknown(act.member) ?? (areSeen(act.superseded, by: given) ? nil : .missing)
        case .renameDevice(let act):
            let isKnown = devices[act.key] != nil && areSeen(act.superseded, by: given)
            return isKnown ? nil : .missing
        case .appointPress(let act):
            let isKnown =
                devices[act.device] != nil
                && act.last.allSatisfy { office.appointments[$0.appointment] != nil }
            return isKnown ? nil : .missing
        default: return nil
        }
    }

    func unknown(_ member: MemberID) -> RefusalCode? { members[member] == nil ? .missing : nil }

    private func isKnown(_ log: LogID, to given: Case) -> Bool {
        history.firstPlace(of: log).map { history.isSeen($0, by: given.point.place) } ?? false
    }

    private func unmetNeed(of act: LogAdoption, _ given: Case) -> RefusalCode? {
        guard let last = history.place(of: act.last), history.log(at: last) == act.log,
            history.isSeen(last, by: given.point.place), act.first <= history.node(at: last).seq
        else { return .missing }
        return nil
    }
}

extension EntryFacts {
    /// Whether this is the entry that founds the newsroom.
    var isGenesis: Bool { prev == nil && parents.isEmpty }
}
