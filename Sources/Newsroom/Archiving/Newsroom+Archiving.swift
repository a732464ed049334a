// A newsroom whose entries and stories lie in an archive, and what is to be written into one.

extension Newsroom {
    /// The newsroom that an archive keeps: the newsroom as a whole is read, the rest when it is
    /// asked for.
    ///
    /// O(operations of the newsroom as a whole).
    package init(
        _ frame: ArchivedFrame,
        in archive: any Archive,
        digest: @escaping @Sendable ([UInt8]) -> Bytes32
    ) {
        self.init(digest: digest)
        acts = Acts(frame, in: archive)
        frontiers = OfficeFrontiers(frame, in: archive)
        open = Set(frame.heads)
        view.history = CausalHistory(frame.shape, in: archive)
        view.steps = PublicSteps(in: archive)
        view.openRequests = frame.openRequests
        for act in acts.at(acts.ofOffice) { view.applyToOffice(act) }
        takeAuthority(marked: frame.marks)
        refreshRights()
        view.shelve(in: archive)
    }

    /// Takes in the operations of authority, which were counted before.
    private mutating func takeAuthority(marked marks: [UInt8]) {
        var marks = marks[...]
        for act in acts.at(acts.ofOffice) where act.status.isAccepted {
            if case .found(let founding) = act.operation { judge.roots = Set(founding.roots) }
            guard let authority = authority(of: act), let mark = marks.popFirst() else { continue }
            if case .addDevice(let member, let key, _) = authority {
                devicesOfMember[member, default: []].insert(key)
            }
            judge.append(authority, at: act.point, counted: mark, in: view.history)
        }
        judge.forkPoints = view.history.forkPoints(in: Past(before: count))
    }

    /// What an archive of this newsroom keeps besides entries and stories.
    package var archivedFrame: ArchivedFrame {
        var frame = ArchivedFrame()
        frame.shape = view.history.shape
        frame.heads = heads
        (frame.officePoints, frame.receiptPoints) = (acts.ofOffice, acts.ofPress)
        frame.asidePoints = acts.notInForce
        frame.marks = judge.marks.map(\.rawValue)
        frame.frontiers = frontiers.sets
        (frame.frontierBefore, frame.frontierAfter) = (frontiers.before, frontiers.current)
        frame.openRequests = view.openRequests
        return frame
    }

    /// The places whose records an archive lacks, or has otherwise, ascending.
    package func placesToArchive(after count: Int) -> [Int] {
        acts.changed.keys.sorted() + Array(min(count, self.count)..<self.count)
    }

    /// What an archive keeps of the entry at a place.
    package func archivedRecord(at place: Int) -> ArchivedRecord {
        let node = view.history.node(at: place)
        var record = ArchivedRecord()
        (record.log, record.branch, record.prev) = (node.log, node.branch, node.prev)
        (record.parents, record.isErasable) = (node.parents, node.isErasable)
        record.past = view.history.past(of: place)
        record.frontierBefore = frontiers.number(ofPastOf: place)
        record.frontierAfter = frontiers.number(after: place)
        record.verdicts = acts.acts(at: place).map { ArchivedVerdict($0) }
        return record
    }

    /// The stories of which an archive lacks something, or has it otherwise, ascending.
    package var storiesToArchive: [StoryID] {
        acts.storiesWrittenOn.union(view.stories.changed).union(view.texts.changed).sorted()
    }

    /// The operations on a story, in the order in which they were folded.
    package func points(of story: StoryID) -> [Point] { acts.points(of: story) }

    /// What of the public history is a story's, in public order.
    package func publicSteps(of story: StoryID) -> [PublicStep] {
        (view.stories[story]?.events ?? []).map { event in
            PublicStep(
                number: event.number,
                operation: event.operation,
                story: story,
                slug: event.issue?.slug
            )
        }
    }

    /// All stories, in no order.
    public var storyIDs: [StoryID] { view.storyIDs }

    /// The entries that no other of their log follows.
    package var logTips: [(log: LogID, seq: UInt64, head: EntryID)] {
        view.history.branches.compactMap { branch in
            let place = Int(branch.tip)
            return view.history.log(at: place).map { log in
                let node = view.history.node(at: place)
                return (log, node.seq, node.id)
            }
        }
    }
}

extension View {
    /// One hash over the rules by which drafts are ready or not.
    package var rulesDigest: Bytes32 {
        let gates = DraftKind.allCases.map { "\($0) \(office.gates[$0]?.state ?? "")" }
        return digest(Array((gates + [office.checks.state]).joined(separator: "\n").utf8))
    }

    /// Asks an archive for the stories from now on.
    mutating func shelve(in archive: any Archive) {
        let library = Library(archive, history, office, digest: digest)
        self.library = library
        stories = Shelved { library.story($0)?.story }
        texts = Shelved { library.story($0)?.text }
        drafts = Shelved { library.story(ofMaker: $0.bytes)?.drafts[$0] }
        revisions = Shelved { library.story(ofMaker: $0.bytes)?.revisions[$0] }
    }

    /// All stories, in no order.
    public var storyIDs: [StoryID] {
        guard let archive = library?.archive else { return Array(stories.own.keys) }
        let archived = archive.stories.filter { stories.own[$0] == nil && !stories.isGone($0) }
        return archived + stories.own.keys
    }

    /// The names of all stories, in no order.
    package var storyNames: [String] { storyNames(beginning: "", limit: .max) }

    /// The names of stories that begin so, in no order: of those in the archive at most so many.
    package func storyNames(beginning: String, limit: Int) -> [String] {
        let changed = stories.own.values.map(\.name).filter { $0.hasPrefix(beginning) }
        return changed + (library?.archive.names(beginning: beginning, limit: limit) ?? [])
    }

    /// The drafts of all stories, in no order; O(all stories), also where they lie in an archive.
    public var everyDraft: some Sequence<Draft> {
        storyIDs.lazy.compactMap { stories[$0] }.flatMap { story in
            story.drafts.compactMap { drafts[$0] }
        }
    }

    /// The drafts of which the press has not answered a release, in the order of their ids.
    public var draftsAwaitingPress: [Draft] {
        Set(openRequests.values).flatMap { stories[$0]?.drafts ?? [] }.sorted()
            .compactMap { drafts[$0] }
            .filter { draft in draft.releases.keys.contains { openRequests[$0] != nil } }
    }

    /// The stories that are shown under a name, or whose id begins so, or that of one of whose
    /// drafts.
    package func stories(called name: String) -> [Story] {
        let changed = stories.own.values.filter { story in
            story.name == name || story.id.isCalled(name)
                || story.drafts.contains { $0.isCalled(name) }
        }
        guard let archive = library?.archive else { return changed }
        let archived = Set(archive.stories(named: name) + archive.stories(beginning: name))
        return changed
            + archived.filter { stories.own[$0] == nil }.sorted().compactMap { stories[$0] }
    }
}
