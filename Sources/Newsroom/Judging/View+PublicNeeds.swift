// The needs of releasing, and of changing what is public.
extension View {
    func unmetPublicNeed(of operation: Operation, _ given: Case) -> RefusalCode? {
        switch operation {
        case .askRelease(let act): return unmetNeed(of: act, given, isEmergency: false)
        case .askEmergency(let act):
            return unmetNeed(of: act.asRelease, given, isEmergency: true)
        case .readRelease(let act): return unmetNeed(of: act, given)
        case .askPublic(let act): return unmetNeed(of: act)
        case .dropCorrection(let act):
            let isListed = corrections(of: act.story).contains {
                $0.receipt.operation == act.receipt && $0.kind != .update
            }
            return isListed ? nil : .state
        case .secondRequest(let act):
            guard let asker = asker(of: act.request, in: act.story) else { return .missing }
            return asker == given.author ? .second : nil
        case .askErasure(let act): return areErasable(act.entries, given) ? nil : .erase
        case .orderErasure(let act): return unmetNeed(of: act, given)
        default: return nil
        }
    }

    private func unmetNeed(
        of act: ReleaseRequest,
        _ given: Case,
        isEmergency: Bool
    ) -> RefusalCode? {
        guard let draft = drafts[act.draft] else { return .missing }
        if let refusal = mismatch(act) { return refusal }
        let relied = act.clearances.map { draft.clearances[$0] }
        guard relied.allSatisfy({ $0?.act.hash == act.hash }) else { return .clearance }
        guard act.superseded.allSatisfy({ draft.releases[$0] != nil }) else { return .missing }
        return blockers(of: act, isEmergency: isEmergency).first?.code
    }

    /// The blockers of a release that is being asked, in the view of its past.
    ///
    /// The story is behind, withheld and so on as its author sees it; a time under an embargo has
    /// a word of its own.
    func blockers(of act: ReleaseRequest, isEmergency: Bool) -> [Blocker] {
        guard let draft = drafts[act.draft], let revision = revisions[act.revision] else {
            return [Blocker(code: .missing)]
        }
        var time: Moment?
        if case .at(let moment) = act.when { time = moment }
        var release = ReleaseCase(act, of: nil, at: time)
        release.isEmergency = isEmergency
        var found = blockers(of: draft, content: content(of: revision), in: release)
        let live = stories[act.story]?.live?.issue.hash
        if act.replaces != live, !found.contains(where: { $0.code == .behind }) {
            found.append(Blocker(code: .behind))
        }
        return found.map { named($0, act.when, in: act.story) }
    }

    /// A blocker, with the word of its own for a time that lies under an embargo.
    func named(_ blocker: Blocker, _ when: ReleaseTime, in story: StoryID) -> Blocker {
        guard case .at = when, blocker.code == .embargo, let operation = blocker.operation,
            case .embargo(.some, _)? = stories[story]?.restrictions[operation]?.act.kind
        else { return blocker }
        return Blocker(code: .early, member: blocker.member, operation: operation)
    }

    private func unmetNeed(of act: ReleaseReading, _ given: Case) -> RefusalCode? {
        for draft in listedDrafts(of: act.story) {
            guard let release = draft.releases[act.release] else { continue }
            guard
                let issue = stories[act.story]?.events.first(where: {
                    $0.request == act.release
                })?.issue, release.emergency != nil, let revision = revisions[issue.revision]
            else { return .missing }
            guard issue.hash == act.hash else { return .hash }
            if release.member == given.author { return .readback }
            return isContributor(given, to: contributors(to: revision, at: .desk))
        }
        return .missing
    }

    private func unmetNeed(of act: PublicRequest) -> RefusalCode? {
        guard let story = stories[act.story] else { return .missing }
        let status = publicStatus(of: act.story)
        if status == .removed { return .removed }
        guard act.action.isAllowed(in: status) else { return .state }
        guard act.replaces == story.live?.issue.hash else { return .behind }
        let isHeld = story.standingRestrictions.contains { $0.act.kind == .hold }
        return act.action == .restore && isHeld ? .hold : nil
    }

    private func areErasable(_ entries: [EntryID], _ given: Case) -> Bool {
        entries.allSatisfy { entry in
            guard let place = history.place(of: entry) else { return false }
            return history.isSeen(place, by: given.point.place)
                && history.node(at: place).isErasable
        }
    }

    /// Who made a request that takes two, or may.
    private func asker(of request: OperationID, in story: StoryID) -> MemberID? {
        if let drop = stories[story]?.drops[request] { return drop.member }
        guard let ask = stories[story]?.requests[request],
            ask.act.action == .remove || ask.act.action == .restore
        else { return nil }
        return ask.member
    }

    private func unmetNeed(of act: ErasureOrder, _ given: Case) -> RefusalCode? {
        guard let ask = stories[act.story]?.erasures[act.request] else { return .missing }
        if ask.member == given.author { return .second }
        return act.skeletons.allSatisfy { ask.act.entries.contains($0.entry) } ? nil : .erase
    }
}

// The needs of the press's answers.
extension View {
    func unmetReceiptNeed(of operation: Operation, _ given: Case) -> RefusalCode? {
        switch operation {
        case .issueReceipt(let act):
            return unmetNeed(of: act.request, act.story, given)
                ?? unmetChain(act.number, act.previous) ?? mismatch(of: act)
        case .changeStatus(let act):
            return unmetNeed(of: act.request, act.story, given)
                ?? unmetChain(act.number, act.previous) ?? mismatch(of: act)
        case .refuseReceipt(let act): return unmetNeed(of: act.request, act.story, given)
        case .joinReceipt(let act): return unmetNeed(of: act.request, act.story, given)
        case .recordReceipt, .recordKeys:
            return press?.appointment.log == given.entry.log ? nil : .press
        default: return nil
        }
    }

    private func unmetNeed(
        of request: OperationID,
        _ story: StoryID,
        _ given: Case
    ) -> RefusalCode? {
        guard press?.appointment.log == given.entry.log else { return .press }
        return openRequests[request] == story ? nil : .missing
    }

    private func unmetChain(_ number: Int, _ previous: OperationID?) -> RefusalCode? {
        let follows = number == (steps.last.map { $0.number + 1 } ?? 0)
        return follows && previous == steps.last?.operation ? nil : .chain
    }

    private func mismatch(of issue: ReceiptIssue) -> RefusalCode? {
        guard let release = drafts[issue.draft]?.releases[issue.request] else { return .missing }
        let isTheSame = release.act.revision == issue.revision && release.act.hash == issue.hash
        let version = (stories[issue.story]?.live?.issue.version ?? 0) + 1
        guard isTheSame, release.act.slug == issue.slug else { return .hash }
        return issue.version == version ? nil : .chain
    }

    private func mismatch(of status: ReceiptStatus) -> RefusalCode? {
        if status.change == .dropped {
            return stories[status.story]?.drops[status.request] == nil ? .missing : nil
        }
        let ask = stories[status.story]?.requests[status.request]
        return ask?.act.action.change == status.change ? nil : .missing
    }
}
