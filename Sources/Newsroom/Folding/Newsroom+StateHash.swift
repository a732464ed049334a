// One hash over everything that a set of entries decides. What depends on the order of arrival
// (places, numbers of text changes) is in no line of it.

extension Newsroom {
    /// One hash over everything that the set of entries decides.
    public func stateHash() -> Bytes32 {
        let verdicts = view.digest(Array(verdictLines.joined(separator: "\n").utf8))
        let office = view.digest(Array(view.officeLines.joined(separator: "\n").utf8))
        let stories = storyIDs.sorted().map { view.stateHash(of: $0).description }
        let steps = view.steps.all.map { "\($0.number) \($0.operation.text)" }
        let all = ["stet state 2", "\(verdicts)", "\(office)"] + stories + steps
        return view.digest(Array(all.joined(separator: "\n").utf8))
    }

    /// What became of each operation, by whom, in the order of their names.
    private var verdictLines: [String] {
        (0..<count).sorted { view.history.id(at: $0) < view.history.id(at: $1) }.flatMap { place in
            acts.acts(at: place).map { act in
                let adopter = act.adopter?.description ?? "-"
                return
                    "\(view.operationID(of: act).text) \(act.status.word) \(act.author) \(adopter)"
            }
        }
    }
}

extension View {
    fileprivate var officeLines: [String] {
        let people = office.members.values.sorted { $0.id < $1.id }.map {
            "member \($0.id) \($0.capabilities.rawValue) \($0.isListed) \($0.names.state)"
        }
        let keys = office.devices.values.sorted { $0.key < $1.key }.map {
            "device \($0.key) \($0.owner?.description ?? "-") \($0.labels.state)"
        }
        let settings = NewsroomField.allCases.map { "\($0) \(office.settings[$0]?.state ?? "")" }
        let gates = DraftKind.allCases.map { "\($0) \(office.gates[$0]?.state ?? "")" }
        let invites = office.invites.values.sorted { $0.id < $1.id }.map {
            "invite \($0.id) \($0.admission?.description ?? "-")"
        }
        let rest = [
            "press \(office.aliveAppointments.map(\.text))", "checks \(office.checks.state)",
            "hub \(office.hub.state)", "newer \(office.newer.map(\.text).sorted())",
        ]
        return people + keys + settings + gates + invites + rest
    }

    /// One hash over what is decided of a story.
    func stateHash(of story: StoryID) -> Bytes32 {
        guard let found = stories[story] else { return .zero }
        let ofDrafts = found.drafts.sorted().compactMap { drafts[$0] }.flatMap { lines(of: $0) }
        let all = storyLines(found) + ofDrafts
        return digest(Array(all.joined(separator: "\n").utf8))
    }

    private func storyLines(_ story: Story) -> [String] {
        [
            "story \(story.id) \(story.isListed) \(story.slug.state) \(story.owner.state)",
            "owners \(story.owners.sorted())",
            "fields \(StoryField.allCases.map { story.fields[$0]?.state ?? "" })",
            "notes \(story.notes.map(\.rank.operation.text))",
            "required \(story.requirements.keys.sorted().map(\.text))",
            "restrictions \(story.standingRestrictions.map(\.operation.text))",
            "requests \(story.requests.keys.sorted().map(\.text))",
            "drops \(story.drops.keys.sorted().map(\.text))",
            "seconds \(story.seconds.values.flatMap { $0.map(\.operation) }.sorted().map(\.text))",
            "public \(publicStatus(of: story.id)) \(story.events.map(\.operation.text))",
            "answers \(story.answers.sorted { $0.key < $1.key }.map { $0.value.operation.text })",
            "waiting \(openRequests.filter { $0.value == story.id }.keys.sorted().map(\.text))",
            "erased \(story.erased.sorted()) newer \(story.newer.map(\.text).sorted())",
        ]
    }

    private func lines(of draft: Draft) -> [String] {
        let hash = hash(of: draft.id)
        let gates = Gate.allCases.map { "\(state(of: $0, on: draft, at: hash))" }
        let saved = draft.revisions.sorted().compactMap { revisions[$0] }
        return [
            "draft \(draft.id) \(draft.isListed) \(hash) \(status(of: draft).rawValue) \(gates)",
            "base \(base(of: draft)?.description ?? "-")",
            "fields \(DocumentField.allCases.map { draft.fields[$0]?.state ?? "" })",
            "revisions \(saved.map { "\($0.id) \($0.hash) \($0.isListed)" })",
            "submissions \(standingSubmissions(of: draft).map(\.rank.operation).sorted().map(\.text))",
            "clearances \(countingClearances(of: draft).map(\.rank.operation).sorted().map(\.text))",
            "objections \(standingObjections(on: draft).keys.sorted().map(\.text))",
            "waivers \(draft.waivers.keys.sorted().map(\.text))",
            "spikes \(draft.standingSpikes.map(\.operation.text))",
            "comments \(draft.comments.values.sorted { $0.rank < $1.rank }.map { "\($0.id) \(isOpen($0))" })",
            "releases \(draft.releases.values.filter { stands($0, of: draft) }.map(\.rank.operation).sorted().map(\.text))",
            "readings \(draft.readings.keys.sorted().map(\.text))",
            "overlaps \(overlaps(in: draft.id).map { "\($0.edits) \($0.authors)" }.sorted())",
        ]
    }
}

extension OperationID {
    /// The entry and the place in it: "…#2".
    var text: String { "\(entry)#\(index)" }
}

extension Register {
    /// The sets alive, with their values.
    var state: String {
        alive.map { "\($0.rank.operation.text)=\($0.value)" }.joined(separator: ",")
    }
}
