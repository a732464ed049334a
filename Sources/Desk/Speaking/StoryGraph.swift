import Newsroom

/// The drafts of a story as lanes, with what was done to them as stops, causes first.
struct StoryGraph {
    /// One thing that was done to one draft.
    struct Stop {
        /// The lane of its draft.
        let lane: Int
        /// The lane that it came from: of the draft it was opened on, or that was merged in.
        let from: Int?
        let time: Moment
        let who: String
        let words: String
    }

    /// What the drafts are called, the earliest first.
    let lanes: [String]
    /// What was done, in an order that is the same on every machine.
    let stops: [Stop]
    /// The stops between which each lane is drawn; nil for a draft without any.
    let extents: [ClosedRange<Int>?]

    init(of story: StoryID, in newsroom: Newsroom) {
        let view = newsroom.view
        let drafts = view.listedDrafts(of: story)
        let places = Dictionary(uniqueKeysWithValues: zip(drafts.map(\.id), drafts.indices))
        lanes = drafts.map(\.label)
        let acts = newsroom.operations(on: story).filter { $0.isStop }
        let stops = acts.sorted { ($0.lamport, $0.id) < ($1.lamport, $1.id) }.compactMap {
            done -> Stop? in
            guard let lane = done.draftDone.flatMap({ places[$0] }) else { return nil }
            let source = done.source(in: view).flatMap { places[$0] }
            return Stop(
                lane: lane,
                from: source == lane ? nil : source,
                time: done.claimed,
                who: done.author.map { view.name(of: $0) } ?? "root key",
                words: done.operation.deed(in: view)
            )
        }
        self.stops = stops
        extents = Self.extents(of: stops, lanes: drafts.count)
    }

    /// From the first stop of each lane to the last that it takes part in.
    private static func extents(of stops: [Stop], lanes: Int) -> [ClosedRange<Int>?] {
        var extents = [ClosedRange<Int>?](repeating: nil, count: lanes)
        for (place, stop) in stops.enumerated() {
            extents[stop.lane] = (extents[stop.lane]?.lowerBound ?? place)...place
            if let from = stop.from, let begun = extents[from] {
                extents[from] = begun.lowerBound...place
            }
        }
        return extents
    }

    /// Which draft a stop is of, before its words; empty where there is but one.
    func label(of stop: Stop) -> String { lanes.count > 1 ? "\(lanes[stop.lane]): " : "" }
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
