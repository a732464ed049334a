import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Reads a gate.
    func gate(_ word: String) throws(DeskError) -> Gate {
        guard let gate = Gate(named: word) else {
            throw .notOneOf(word, what: "gate", allowed: Gate.allCases.map { "\($0)" })
        }
        return gate
    }

    /// Does what somebody wants with a draft or its story, and says where the draft stands now.
    func act(_ intent: Intent, on draft: Draft, said: String) async throws -> Answer {
        try await replica.commit(intent)
        return await standing(of: draft.id, said: said)
    }

    /// Says what was done to a draft, and where it stands now.
    func standing(of id: DraftID, said: String) async -> Answer {
        let view = await replica.newsroom.view
        guard let draft = view.drafts[id] else { return Answer(StyledText(said)) }
        let (name, hash) = (view.fullName(of: draft), view.hash(of: id))
        let status = view.status(of: draft)
        let now = said == status.rawValue ? "" : "; it is \(status.words)"
        return Answer(
            StyledText("\(name): ", .strong) + StyledText("\(said) at \(hash.short)\(now)"),
            facts: [
                "story": .string(name), "draft": .string("\(id)"), "hash": .string("\(hash)"),
                "status": .string(status.rawValue),
            ]
        )
    }

    /// What each gate says, and what blocks a release.
    func gateLines(of draft: Draft) async -> Answer {
        let view = await replica.newsroom.view
        let hash = view.hash(of: draft.id)
        let states = Gate.allCases.map { ($0, view.state(of: $0, on: draft, at: hash)) }
            .filter { $0.1 != .notNeeded }
        var lines = states.map { gate, state in
            let members = view.clearers(of: draft, at: gate, hash)
            let by = members.isEmpty ? "" : " by " + members.joined(separator: ", ")
            return Columns.padded(StyledText("\(gate)", .strong), to: 10)
                + StyledText(state.words + by, state.mark)
        }
        lines += view.objectionLines(on: draft)
        let failed = view.checks(of: draft, document: view.document(of: draft.id))
        lines += failed.map { failure in
            StyledText("      \(failure.words)", failure.isBlocking ? .alarm : .quiet)
        }
        let blockers = view.blockers(of: draft, at: hash)
            .filter { $0.code != .gate && $0.code != .checks }
        lines += blockers.map { blocker in
            StyledText("      " + ReasonWords(of: blocker, in: view).reason, .alarm)
        }
        let facts = states.map { ("\($0.0)", JSONText.string($0.1.words)) }
        return Answer(
            lines,
            facts: [
                "story": .string(view.fullName(of: draft)), "hash": .string("\(hash)"),
                "gates": .object(Dictionary(uniqueKeysWithValues: facts)),
                "blockers": .array(blockers.map { .string($0.code.rawValue) }),
                "checks": .array(failed.map { .string($0.words) }),
            ]
        )
    }
}

extension DraftStatus {
    /// The words for it, after "it is".
    var words: String {
        switch self {
        case .draft: "a draft"
        case .changes: "waiting for changes"
        case .submitted, .ready, .released, .spiked, .superseded: rawValue
        }
    }
}

extension GateState {
    /// The words for it.
    var words: String {
        switch self {
        case .changesRequested: "changes requested"
        case .notNeeded: "not needed"
        case .cleared: "cleared"
        case .stale: "stale: the text changed since it was cleared"
        case .required(let have, let need): need == 1 ? "required" : "required, \(have) of \(need)"
        }
    }

    var mark: Mark {
        switch self {
        case .cleared: .added
        case .notNeeded: .quiet
        case .required: .plain
        case .changesRequested, .stale: .alarm
        }
    }
}

extension View {
    /// The names of those who cleared a draft at a gate with this content, in order.
    fileprivate func clearers(of draft: Draft, at gate: Gate, _ hash: ContentHash) -> [String] {
        countingClearances(of: draft).filter { $0.act.gate == gate && $0.act.hash == hash }
            .map { name(of: $0.member) }.sorted()
    }

    /// The objections that stand, with their notes.
    fileprivate func objectionLines(on draft: Draft) -> [StyledText] {
        standingObjections(on: draft).sorted { $0.key < $1.key }.map { _, objection in
            StyledText("      \(name(of: objection.member)) at \(objection.act.gate): ", .alarm)
                + StyledText("“\(objection.act.note)”")
        }
    }
}
