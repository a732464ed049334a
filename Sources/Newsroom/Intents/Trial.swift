import Prose

/// Judges operations as the next entry of a device, before it is signed.
///
/// It looks at the newsroom as a whole and at the one story that is concerned, and goes the same
/// way as the fold.
struct Trial {
    private var view: View
    private var judge: Judge
    private let entry: EntryFacts

    init(_ newsroom: Newsroom, _ operations: [Operation], by author: Author) {
        let view = newsroom.view
        // A name for the entry to come: all that matters is that no other entry has it.
        let id = EntryID(view.digest(Array("stet entry to come\n".utf8)))
        let heads = newsroom.heads
        entry = EntryFacts(
            id: id,
            log: author.log ?? LogID(.zero),
            device: author.device,
            seq: UInt64(Int64.max),
            prev: heads.first,
            parents: heads,
            lamport: UInt64.max,
            claimed: author.claimed,
            operations: operations
        )
        judge = newsroom.judge
        self.view = view.narrowed(to: Set(operations.compactMap { $0.storyPart?.story }))
        self.view.history.coming = CausalHistory.Node(
            id: id,
            device: author.device,
            seq: entry.seq,
            lamport: entry.lamport,
            claimed: author.claimed,
            log: author.log.flatMap { view.history.number(of: $0) } ?? -1,
            branch: -1,
            prev: -1,
            parents: [],
            isErasable: entry.isErasable
        )
    }

    /// What would become of each operation.
    mutating func statuses() -> [OperationStatus] {
        entry.operations.enumerated().map { index, raw in
            let point = Point(view.history.count, index)
            return status(of: raw.resolved(in: entry.id), at: point)
        }
    }

    private mutating func status(of operation: Operation, at point: Point) -> OperationStatus {
        var act = view.judged(operation, of: entry, at: point, by: judge)
        if act.status.isAccepted { join(&act) }
        guard act.status.isAccepted else { return act.status }
        takeAuthority(of: act)
        act.stand(by: judge.standing(of: act, in: view))
        view.applyToOffice(act)
        view.applyToStory(act)
        return act.status
    }

    private mutating func join(_ act: inout Act) {
        guard case .writeText(let change) = act.operation else { return }
        var text = view.texts[change.story] ?? StoryText()
        let version = text.version(of: change.parents) ?? TextVersion()
        do {
            try text.append(change, of: view.operationID(of: act), by: act.author, to: version)
            view.texts[change.story] = text
        } catch {
            act.status = .refused(.position)
        }
    }

    private mutating func takeAuthority(of act: Act) {
        let history = view.history
        let authority = act.operation.authorityAct { log in
            history.firstPlace(of: log).map { history.node(at: $0).device }
        }
        guard let authority, judge.append(authority, at: act.point, in: history) else { return }
        judge.count(in: history, scope: Past(before: history.count + 1))
    }
}

extension View {
    /// The newsroom as a whole with a few of its stories.
    func narrowed(to few: Set<StoryID>) -> View {
        var view = View(digest: digest)
        view.history = history
        view.office = office
        view.steps = steps
        for id in few {
            guard let story = stories[id] else { continue }
            view.stories[id] = story
            view.texts[id] = texts[id]
            for draft in story.drafts {
                view.drafts[draft] = drafts[draft]
                for revision in drafts[draft]?.revisions ?? [] {
                    view.revisions[revision] = revisions[revision]
                }
            }
        }
        view.openRequests = openRequests.filter { few.contains($0.value) }
        return view
    }
}
