/// One reason why content cannot be released (newsroom.md 4.4).
public struct Blocker: Hashable, Sendable {
    /// The reason.
    public let code: RefusalCode
    /// The gate, where it is about one.
    public var gate: Gate?
    /// The member, where it is about one.
    public var member: MemberID?
    /// The operation, where it is about one.
    public var operation: OperationID?

    /// Names a reason.
    public init(
        code: RefusalCode,
        gate: Gate? = nil,
        member: MemberID? = nil,
        operation: OperationID? = nil
    ) {
        self.code = code
        self.gate = gate
        self.member = member
        self.operation = operation
    }
}

/// For whom content is judged: as it stands, for a request, or for an emergency.
struct ReleaseCase: Sendable {
    /// The operation that asks; nil while nobody does.
    var request: OperationID?
    /// The clearances that count; nil for all.
    var clearances: Set<OperationID>?
    /// The live content that the request replaces.
    var replaces: ContentHash?
    /// The slug that it names; nil for the story's.
    var slug: Slug?
    /// When; nil for the end of time.
    var time: Moment?
    var isEmergency = false

    init() {}

    init(_ release: Release, at time: Moment?) {
        self.init(release.act, of: release.rank.operation, at: time)
        isEmergency = release.emergency != nil
    }

    init(_ act: ReleaseRequest, of request: OperationID?, at time: Moment?) {
        self.request = request
        clearances = Set(act.clearances)
        replaces = act.replaces
        slug = act.slug
        self.time = time
    }
}

extension View {
    /// All reasons why a draft as it is, at the end of time, cannot be released, in the plan's order.
    public func blockers(of draft: Draft) -> [Blocker] {
        blockers(of: draft, content: content(of: draft), in: ReleaseCase())
    }

    /// All reasons why a draft with content `hash` cannot be released; of a revision, if it has one.
    ///
    /// For a release only the clearances that it names count.
    public func blockers(
        of draft: Draft,
        at hash: ContentHash,
        naming named: Set<OperationID>? = nil,
        time: Moment? = nil
    ) -> [Blocker] {
        var release = ReleaseCase()
        release.clearances = named
        release.time = time
        let saved = revision(of: draft, at: hash).map { content(of: $0) }
        return blockers(of: draft, content: saved ?? content(of: draft), in: release)
    }

    /// All reasons against a request, at a time by the press's clock.
    func blockers(of release: Release, at time: Moment?) -> [Blocker] {
        guard let draft = drafts[release.act.draft], let found = revisions[release.act.revision]
        else { return [Blocker(code: .missing)] }
        return blockers(of: draft, content: content(of: found), in: ReleaseCase(release, at: time))
    }

    func blockers(of draft: Draft, content: Content, in release: ReleaseCase) -> [Blocker] {
        guard let story = stories[draft.story] else { return [Blocker(code: .missing)] }
        return blockersOfState(draft, story, content, release)
            + blockersOfContent(draft, story, content, release)
            + blockersOfRestrictions(story, release)
            + blockersOfReview(draft, story, content, release)
    }

    private func blockersOfState(
        _ draft: Draft,
        _ story: Story,
        _ content: Content,
        _ release: ReleaseCase
    ) -> [Blocker] {
        var found: [Blocker] = []
        if publicStatus(of: story.id) == .removed { found.append(Blocker(code: .removed)) }
        for spike in draft.standingSpikes {
            found.append(
                Blocker(code: .spiked, member: spike.member, operation: spike.operation)
            )
        }
        if let receipt = receipt(of: draft) {
            found.append(Blocker(code: .closed, operation: receipt.operation))
        }
        if content.isErased { found.append(Blocker(code: .erased)) }
        if !release.isEmergency, standingSubmissions(of: draft).isEmpty {
            found.append(Blocker(code: .unsubmitted))
        }
        if isBehind(draft, story, content, release) { found.append(Blocker(code: .behind)) }
        return found
    }

    private func isBehind(
        _ draft: Draft,
        _ story: Story,
        _ content: Content,
        _ release: ReleaseCase
    ) -> Bool {
        guard receipt(of: draft) == nil else { return false }
        let live = story.live?.issue.hash
        if draft.kind == .original { return live != nil }
        if release.request != nil, release.replaces != live { return true }
        return content.base.flatMap { revisions[$0]?.hash } != live
    }

    private func blockersOfContent(
        _ draft: Draft,
        _ story: Story,
        _ content: Content,
        _ release: ReleaseCase
    ) -> [Blocker] {
        guard !content.isErased else { return [] }
        var found: [Blocker] = []
        if !overlaps(in: content.version, of: draft).isEmpty {
            found.append(Blocker(code: .overlap))
        }
        if content.isContested || story.slug.isContested { found.append(Blocker(code: .values)) }
        if lacksFields(draft, content) { found.append(Blocker(code: .fields)) }
        let failed = checks(of: draft, document: content.document).filter { $0.isBlocking }
        if !failed.isEmpty { found.append(Blocker(code: .checks)) }
        if !owns(release.slug ?? story.slug.shown, story) { found.append(Blocker(code: .slug)) }
        return found
    }

    private func lacksFields(_ draft: Draft, _ content: Content) -> Bool {
        var needed: [DocumentField] = [.headline, .section, .language]
        if draft.kind == .correction || draft.kind == .clarification { needed.append(.note) }
        return content.document.body.isEmpty
            || needed.contains { content.document.fields[$0] == nil }
    }

    /// Whether the slug is the story's, and no other story went out under it.
    private func owns(_ slug: Slug?, _ story: Story) -> Bool {
        guard let slug, slug == story.slug.shown else { return false }
        return !steps.isTaken(slug, besides: story.id)
    }

    private func blockersOfRestrictions(_ story: Story, _ release: ReleaseCase) -> [Blocker] {
        let standing = story.standingRestrictions
        func blocker(_ code: RefusalCode, _ restriction: Restriction) -> Blocker {
            Blocker(code: code, member: restriction.member, operation: restriction.operation)
        }
        var found = standing.filter { $0.act.kind == .hold }.map { blocker(.hold, $0) }
        found += standing.filter { $0.act.kind == .notForPublication }.map { blocker(.nfp, $0) }
        return found
            + standing.filter { $0.isEmbargo(beyond: release.time) }.map { blocker(.embargo, $0) }
    }

    private func blockersOfReview(
        _ draft: Draft,
        _ story: Story,
        _ content: Content,
        _ release: ReleaseCase
    ) -> [Blocker] {
        let objections = standingObjections(on: draft).sorted { $0.key < $1.key }.map {
            Blocker(
                code: .objection,
                gate: $0.value.act.gate,
                member: $0.value.member,
                operation: $0.key
            )
        }
        let gates = gateBlockers(draft, content.hash, release)
        return objections + gates
            + (isWithheld(draft, story, content.hash, release) ? [Blocker(code: .withheld)] : [])
    }

    private func gateBlockers(
        _ draft: Draft,
        _ hash: ContentHash,
        _ release: ReleaseCase
    ) -> [Blocker] {
        let requirements = requirements(of: draft).filter {
            !release.isEmergency || $0.isByPerson
        }
        let counting = countingClearances(of: draft).filter { clearance in
            clearance.act.hash == hash
                && release.clearances?.contains(clearance.rank.operation) ?? true
        }
        return Gate.allCases.compactMap { gate in
            let need = requirements.filter { $0.gate == gate }.map(\.count).max() ?? 0
            let have = Set(counting.filter { $0.act.gate == gate }.map(\.member)).count
            return have < need ? Blocker(code: .gate, gate: gate) : nil
        }
    }

    /// Whether the story was withheld or withdrawn since the release, or withdrawn since one of
    /// its clearances.
    private func isWithheld(
        _ draft: Draft,
        _ story: Story,
        _ hash: ContentHash,
        _ release: ReleaseCase
    ) -> Bool {
        if let change = lastChange(of: story, to: [.withheld, .withdrawn]),
            let request = release.request, !isBefore(change.operation, request)
        {
            return true
        }
        guard let withdrawal = lastChange(of: story, to: [.withdrawn]) else { return false }
        if release.isEmergency { return true }
        return countingClearances(of: draft).contains { clearance in
            clearance.act.hash == hash
                && release.clearances?.contains(clearance.rank.operation) ?? true
                && !isBefore(withdrawal.operation, clearance.rank.operation)
        }
    }
}

extension Restriction {
    /// Whether it is an embargo that lasts beyond a time; of the end of time, one until told.
    func isEmbargo(beyond time: Moment?) -> Bool {
        guard case .embargo(let until, _) = act.kind else { return false }
        guard let until else { return true }
        return time.map { until > $0 } ?? false
    }
}
