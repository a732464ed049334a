import Newsroom

/// The drafts of a story as lanes, with what was done to them as stops, causes first.
struct StoryGraph {
    /// One thing that was done to one draft.
    struct Stop {
        /// The lane of its draft.
        let lane: Int
        /// The lane that it came from: of the draft it was opened on, or that was merged in.
        let from: Int?
        /// Whether its draft begins here.
        let isBeginning: Bool
        let time: Moment
        let who: String
        let words: String
    }

    /// What the drafts are called, the earliest first.
    let lanes: [String]
    /// What was done, in an order that is the same on every machine.
    let stops: [Stop]

    init(of story: StoryID, in newsroom: Newsroom) {
        let view = newsroom.view
        let drafts = view.drafts.values.filter { $0.story == story && $0.isListed }
            .sorted { $0.rank < $1.rank }
        let places = Dictionary(uniqueKeysWithValues: zip(drafts.map(\.id), drafts.indices))
        lanes = drafts.map(\.label)
        let acts = newsroom.operations(on: story).filter { $0.isStop }
        stops = acts.sorted { ($0.lamport, $0.id) < ($1.lamport, $1.id) }.compactMap { done in
            guard let lane = done.draftDone.flatMap({ places[$0] }) else { return nil }
            let source = done.source(in: view).flatMap { places[$0] }
            return Stop(
                lane: lane,
                from: source == lane ? nil : source,
                isBeginning: done.isOpening,
                time: done.claimed,
                who: done.author.map { view.name(of: $0) } ?? "root key",
                words: done.operation.deed(in: view)
            )
        }
    }

    /// The stops between which a lane is drawn.
    func extent(of lane: Int) -> ClosedRange<Int>? {
        let own = stops.indices.filter { stops[$0].lane == lane || stops[$0].from == lane }
        guard let first = stops.firstIndex(where: { $0.lane == lane }), let last = own.last else {
            return nil
        }
        return first...max(first, last)
    }
}

extension FoldedOperation {
    fileprivate var isOpening: Bool {
        if case .openDraft = operation { true } else { false }
    }

    /// Whether a graph shows it: what makes drafts and revisions, and where these went.
    fileprivate var isStop: Bool {
        guard status == .inForce || status == .adopted else { return false }
        switch operation {
        case .openDraft, .saveDraft, .mergeDraft, .spikeDraft, .unspikeDraft, .submitDraft, .clear,
            .askRelease, .askEmergency, .issueReceipt:
            return true
        default: return false
        }
    }

    /// The draft that it was done to.
    fileprivate var draftDone: DraftID? {
        isOpening ? DraftID(madeBy: id.entry) : operation.draft
    }

    /// The draft that it takes text from.
    fileprivate func source(in view: View) -> DraftID? {
        switch operation {
        case .openDraft(let act): act.base.flatMap { view.revisions[$0]?.draft }
        case .mergeDraft(let act): act.from
        default: nil
        }
    }
}
