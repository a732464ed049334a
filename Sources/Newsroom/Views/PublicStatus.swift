/// What readers see of a story (newsroom.md 4.2).
public enum PublicStatus: Hashable, Sendable {
    /// Nothing, and nothing is due.
    case none
    /// Nothing yet; the press has a release for this time.
    case scheduled(Moment)
    /// The text, in this version.
    case live(version: Int)
    /// Off the pages for now.
    case withheld
    /// Taken back, with a notice.
    case withdrawn
    /// Removed by law.
    case removed

    /// The status without its details, one word.
    public var word: String {
        switch self {
        case .none: "none"
        case .scheduled: "scheduled"
        case .live(let version): "live \(version)"
        case .withheld: "withheld"
        case .withdrawn: "withdrawn"
        case .removed: "removed"
        }
    }
}

/// A line of a story's public list of corrections (newsroom.md 3.6).
public struct Correction: Sendable, Hashable {
    /// The receipt that published it.
    public let receipt: PublicEvent
    /// Correction, clarification, or an update with a note.
    public let kind: DraftKind
    /// What was wrong and what is right, or what is new.
    public let note: String
    /// The content before.
    public let old: ContentHash?
    /// The content after.
    public let new: ContentHash
    /// The version that it made.
    public let version: Int
    /// When, by the press's clock.
    public let time: Moment
    /// Who asked for it.
    public let askedBy: MemberID?
    /// Who cleared it.
    public let clearedBy: [MemberID]
}

extension View {
    /// What readers see of a story.
    public func publicStatus(of story: StoryID) -> PublicStatus {
        guard let found = stories[story] else { return .none }
        var status = PublicStatus.none
        for receipt in found.events {
            switch receipt.content {
            case .issue(let issue): status = .live(version: issue.version)
            case .change(let change):
                switch change.change {
                case .withheld: status = .withheld
                case .restored: status = .live(version: found.live?.issue.version ?? 1)
                case .withdrawn: status = .withdrawn
                case .removed: status = .removed
                case .dropped: break
                }
            }
        }
        guard status == .none, let time = schedule(of: found) else { return status }
        return .scheduled(time)
    }

    /// The time of the standing timed release of a story that nobody answered; the latest of all.
    private func schedule(of story: Story) -> Moment? {
        let releases = story.drafts.compactMap { drafts[$0] }.flatMap { draft in
            draft.releases.values.filter { stands($0, of: draft) }
        }
        return releases.filter { openRequests[$0.rank.operation] != nil }
            .compactMap { release in
                if case .at(let time) = release.act.when { time } else { nil }
            }.max()
    }

    /// Whether a release is neither replaced nor taken back: every cancel is before it.
    public func stands(_ release: Release, of draft: Draft) -> Bool {
        draft.supersededReleases[release.rank.operation] == nil
            && draft.cancels.keys.allSatisfy { isBefore($0, release.rank.operation) }
    }

    /// The receipt that put a story into its status, if that is not a publication.
    func lastChange(of story: Story, to changes: Set<PublicChange>) -> PublicEvent? {
        let last = story.events.last { $0.change?.change != .dropped }
        return last.flatMap { receipt in
            receipt.change.map { changes.contains($0.change) } == true ? receipt : nil
        }
    }

    /// The corrections and clarifications of a story, and updates with a note, in public order.
    public func corrections(of story: StoryID) -> [Correction] {
        guard let found = stories[story] else { return [] }
        let dropped = Set(
            found.events.compactMap { receipt -> OperationID? in
                guard receipt.change?.change == .dropped else { return nil }
                return found.drops[receipt.request]?.act.receipt
            }
        )
        return found.events.filter { !dropped.contains($0.operation) }
            .compactMap { correction(by: $0) }
    }

    private func correction(by receipt: PublicEvent) -> Correction? {
        guard let issue = receipt.issue, let draft = drafts[issue.draft],
            [.correction, .clarification, .update].contains(draft.kind)
        else { return nil }
        let note = revisions[issue.revision]?.content.value(of: .note) ?? ""
        guard draft.kind != .update || !note.isEmpty else { return nil }
        let release = draft.releases[issue.request]
        let cleared = release.map { clearances(of: $0.act).map(\.member) } ?? []
        return Correction(
            receipt: receipt,
            kind: draft.kind,
            note: note,
            old: issue.replaces,
            new: issue.hash,
            version: issue.version,
            time: issue.time,
            askedBy: release?.member,
            clearedBy: Set(cleared).sorted()
        )
    }
}
