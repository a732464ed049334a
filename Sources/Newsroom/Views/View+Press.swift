// What the press does (newsroom.md 4.5): it takes one request, writes its receipt, folds, and
// chooses again. This decides which, and what the answer is; the Press makes its own checks too.

/// A request that the press answers next.
public struct PressRequest: Sendable, Hashable {
    /// What is asked.
    public enum Act: Sendable, Hashable {
        /// Publish content.
        case release(Release)
        /// Withhold, restore, withdraw or remove.
        case action(PublicAsk)
        /// Drop a correction from the list.
        case drop(CorrectionDropAsk)
    }

    /// The request's operation.
    public let operation: OperationID
    /// The story.
    public let story: StoryID
    /// What is asked.
    public let act: Act
    /// Why it cannot be carried out; empty where it can.
    public let reasons: [RefusalReason]
    /// The receipt that published this content of this draft already.
    public let joins: OperationID?

    /// The release; nil where something else is asked.
    public var release: Release? {
        if case .release(let release) = act { release } else { nil }
    }
}

extension View {
    /// The request that the press answers next at this time; nil where none is due.
    ///
    /// Removals come first, then withdrawals, withholdings, drops and restores; then corrections,
    /// clarifications, refiles, updates and originals; then the lowest rank. Those that `waiting`
    /// names are passed over.
    public func nextRequest(
        at now: Moment,
        besides waiting: Set<OperationID> = []
    ) -> PressRequest? {
        let due = openRequests.filter { !waiting.contains($0.key) }.compactMap { operation, story in
            act(operation, of: story).flatMap { isDue($0, operation, story, at: now) ? $0 : nil }
                .map { (operation, story, $0) }
        }
        let next = due.min { left, right in
            let places = (order(of: left.2), order(of: right.2))
            return places.0 == places.1 ? rank(of: left.2) < rank(of: right.2) : places.0 < places.1
        }
        return next.map { request($0.0, $0.1, $0.2, at: now) }
    }

    /// Whether the press has not answered a request.
    public func isWaiting(_ request: OperationID) -> Bool { openRequests[request] != nil }

    /// A request that waits for the press, judged at a time; nil where it does not wait.
    public func request(_ operation: OperationID, at now: Moment) -> PressRequest? {
        openRequests[operation].flatMap { story in
            act(operation, of: story).map { request(operation, story, $0, at: now) }
        }
    }

    /// The next time at which a request falls due or an embargo ends; nil where nothing waits.
    public func nextDueTime(after now: Moment) -> Moment? {
        openRequests.compactMap { operation, story -> Moment? in
            guard case .release(let release) = act(operation, of: story),
                case .at(let time) = release.act.when, time > now
            else { return nil }
            return time
        }.min()
    }

    private func act(_ operation: OperationID, of story: StoryID) -> PressRequest.Act? {
        guard let found = stories[story] else { return nil }
        if let ask = found.requests[operation] { return .action(ask) }
        if let drop = found.drops[operation] { return .drop(drop) }
        for draft in found.drafts {
            if let release = drafts[draft]?.releases[operation] { return .release(release) }
        }
        return nil
    }

    private func rank(of act: PressRequest.Act) -> Rank {
        switch act {
        case .release(let release): release.rank
        case .action(let ask): ask.rank
        case .drop(let drop): drop.rank
        }
    }

    private func order(of act: PressRequest.Act) -> Int {
        switch act {
        case .action(let ask):
            switch ask.act.action {
            case .remove: return 0
            case .withdraw: return 1
            case .withhold: return 2
            case .restore: return 4
            }
        case .drop: return 3
        case .release(let release):
            switch drafts[release.act.draft]?.kind {
            case .correction: return 5
            case .clarification: return 6
            case .refile: return 7
            case .update: return 8
            default: return 9
            }
        }
    }

    /// Whether the press may answer now: its time has come, and whoever has to second it did.
    private func isDue(
        _ act: PressRequest.Act,
        _ operation: OperationID,
        _ story: StoryID,
        at now: Moment
    ) -> Bool {
        switch act {
        case .release(let release):
            guard case .at(let time) = release.act.when else { return true }
            return time <= now && !hasLaterTwin(release)
        case .drop(let drop): return isSeconded(operation, besides: drop.member, in: story)
        case .action(let ask):
            switch ask.act.action {
            case .withhold, .withdraw: return true
            case .remove: return isSeconded(operation, besides: ask.member, in: story)
            case .restore:
                return withholder(of: story) != ask.member
                    || isSeconded(operation, besides: ask.member, in: story)
            }
        }
    }

    /// Of timed requests for one draft and content only the latest time is due.
    private func hasLaterTwin(_ release: Release) -> Bool {
        guard case .at(let time) = release.act.when, let draft = drafts[release.act.draft] else {
            return false
        }
        return draft.releases.values.contains { other in
            guard case .at(let later) = other.act.when, other.act.hash == release.act.hash,
                openRequests[other.rank.operation] != nil, stands(other, of: draft)
            else { return false }
            return later > time
        }
    }

    private func isSeconded(
        _ request: OperationID,
        besides member: MemberID,
        in story: StoryID
    ) -> Bool {
        stories[story]?.seconds[request]?.contains { $0.member != member } ?? false
    }

    /// Who asked for the withholding that stands.
    func withholder(of story: StoryID) -> MemberID? {
        guard let found = stories[story], let change = lastChange(of: found, to: [.withheld])
        else { return nil }
        return found.requests[change.request]?.member
    }

    private func request(
        _ operation: OperationID,
        _ story: StoryID,
        _ act: PressRequest.Act,
        at now: Moment
    ) -> PressRequest {
        var joins: OperationID?
        var reasons: [RefusalReason] = []
        switch act {
        case .release(let release):
            joins = twin(of: release)
            if joins == nil { reasons = self.reasons(against: release, at: now) }
        case .action(let ask): reasons = self.reasons(against: ask, story)
        case .drop(let drop): reasons = self.reasons(against: drop, story)
        }
        return PressRequest(
            operation: operation,
            story: story,
            act: act,
            reasons: reasons,
            joins: joins
        )
    }

    /// The receipt that published the same content of the same draft.
    private func twin(of release: Release) -> OperationID? {
        guard let draft = drafts[release.act.draft], stands(release, of: draft) else { return nil }
        return stories[draft.story]?.events.first { receipt in
            receipt.issue?.draft == draft.id && receipt.issue?.hash == release.act.hash
        }?.operation
    }

    func reasons(against release: Release, at now: Moment) -> [RefusalReason] {
        guard let draft = drafts[release.act.draft] else { return [RefusalReason(code: .missing)] }
        if let later = draft.supersededReleases[release.rank.operation] {
            return [RefusalReason(code: .superseded, about: later)]
        }
        let cancels = draft.cancels.keys.sorted().filter { !isBefore($0, release.rank.operation) }
        if let cancel = cancels.first { return [RefusalReason(code: .cancelled, about: cancel)] }
        return blockers(of: release, at: now).map {
            RefusalReason(code: $0.code, about: $0.operation)
        }
    }

    func reasons(against ask: PublicAsk, _ story: StoryID) -> [RefusalReason] {
        guard let found = stories[story] else { return [RefusalReason(code: .missing)] }
        let status = publicStatus(of: story)
        if status == .removed { return [RefusalReason(code: .removed)] }
        guard ask.act.action.isAllowed(in: status) else { return [RefusalReason(code: .state)] }
        guard ask.act.action == .restore else { return [] }
        let later = found.requests.filter { operation, other in
            other.act.action == .withhold && !isBefore(operation, ask.rank.operation)
        }
        if let first = later.keys.min() { return [RefusalReason(code: .cancelled, about: first)] }
        return found.standingRestrictions.filter { $0.act.kind == .hold }
            .map { RefusalReason(code: .hold, about: $0.operation) }
    }

    private func reasons(against drop: CorrectionDropAsk, _ story: StoryID) -> [RefusalReason] {
        let listed = corrections(of: story).contains {
            $0.receipt.operation == drop.act.receipt && $0.kind != .update
        }
        return listed ? [] : [RefusalReason(code: .state)]
    }
}

extension PublicAction {
    /// Whether a story's public status allows it.
    func isAllowed(in status: PublicStatus) -> Bool {
        switch (self, status) {
        case (.withhold, .live), (.withhold, .withheld), (.restore, .withheld), (.withdraw, .live),
            (.withdraw, .withheld), (.remove, .live), (.remove, .withheld), (.remove, .withdrawn):
            true
        default: false
        }
    }

    /// What the press does when it grants it.
    var change: PublicChange {
        switch self {
        case .withhold: .withheld
        case .restore: .restored
        case .withdraw: .withdrawn
        case .remove: .removed
        }
    }
}
