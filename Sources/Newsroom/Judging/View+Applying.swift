import Prose

// What an operation in force does to a view. `past` is the view that its author had: whatever the
// operation says about content is read off there, so that it is the same in every view.

extension View {
    /// Takes in an operation in force of `entry`.
    mutating func apply(_ operation: Operation, at index: Int, of entry: EntryFacts, past: View) {
        let id = OperationID(entry.id, index)
        let rank = Rank(lamport: entry.lamport, operation: id)
        let author = past.owner(of: entry.device)?.id ?? MemberID(.zero)
        switch operation {
        case .found(let act):
            founding = act
            self.id = NewsroomID(madeBy: entry.id)
        case .admit(let act):
            let member = MemberID(madeBy: entry.id)
            members[member] = Member(id: member, name: act.name)
        case .grant(let act):
            members[act.member]?.capabilities.formUnion(act.capabilities)
            members[act.member]?.grants[id] = act.capabilities
            keep(operation, act.seal, rank, entry, past)
        case .addDevice(let act):
            add(act, id)
            keep(operation, act.seal, rank, entry, past)
        case .appointPress(let act):
            appointments[id] = act
            keep(operation, act.seal, rank, entry, past)
        case .setNewsroom(let act):
            settings[act.field, default: Register()]
                .set(act.value, by: rank, replacing: act.superseded)
        case .createStory(let act):
            var story = Story(id: StoryID(madeBy: entry.id), creator: author)
            story.slug.set(act.slug, by: rank, replacing: [])
            stories[story.id] = story
        case .setStory(let act): set(act, rank)
        case .openDraft(let act): open(act, entry, author)
        case .setDraft(let act):
            drafts[act.draft]?.fields[act.field, default: Register()]
                .set(act.value, by: rank, replacing: act.superseded)
            drafts[act.draft]?.fieldAuthors[id] = author
        case .writeText(let act): write(act, id, author)
        case .saveDraft(let act): save(act, entry, rank, author, past)
        case .settleDraft(let act): drafts[act.draft]?.settlements.append(Set(act.edits))
        case .submitDraft(let act):
            let seen = Set((past.drafts[act.draft]?.objections ?? [:]).keys)
            drafts[act.draft]?.submissions[id] = Submission(member: author, act: act, seen: seen)
        case .clear(let act):
            guard let text = past.statement(of: operation, by: entry.device, claimed: entry.claimed)
            else { return }
            drafts[act.draft]?.clearances[id] = Clearance(member: author, act: act, statement: text)
        case .requestChanges(let act):
            drafts[act.draft]?.objections[id] = Objection(member: author, act: act)
        case .askRelease(let act):
            guard let text = past.statement(of: operation, by: entry.device, claimed: entry.claimed)
            else { return }
            drafts[act.draft]?.releases[id] =
                Release(member: author, act: act, rank: rank, statement: text)
        case .issueReceipt(let act):
            let receipt = PublicReceipt(operation: id, issue: act)
            stories[act.story]?.receipts[act.number] = receipt
            drafts[act.draft]?.receipt = receipt
        case .refuseReceipt(let act): refuse(act)
        case .link, .openLog, .recordReceipt, .recordKeys, .unknown, .malformed: break
        }
    }

    /// Keeps the sealed text of an act that makes a key or a right believable.
    private mutating func keep(
        _ operation: Operation,
        _ seal: Seal,
        _ rank: Rank,
        _ entry: EntryFacts,
        _ past: View
    ) {
        guard let text = past.statement(of: operation, by: entry.device, claimed: entry.claimed)
        else { return }
        credentials[rank.operation] = Credential(
            operation: operation,
            statement: text,
            seal: seal,
            rank: rank
        )
    }

    private mutating func add(_ act: DeviceAddition, _ id: OperationID) {
        if let known = devices[act.key] {
            // Two members cannot share a key: then it serves nobody.
            if known.owner != act.member { devices[act.key]?.owner = nil }
            return
        }
        devices[act.key] = Device(key: act.key, label: act.label, owner: act.member, addition: id)
    }

    private mutating func set(_ act: StorySetting, _ rank: Rank) {
        if act.field == .slug, let slug = Slug(act.value) {
            stories[act.story]?.slug.set(slug, by: rank, replacing: act.superseded)
        } else {
            stories[act.story]?.fields[act.field, default: Register()]
                .set(act.value, by: rank, replacing: act.superseded)
        }
    }

    private mutating func open(_ act: DraftOpening, _ entry: EntryFacts, _ author: MemberID) {
        var draft = Draft(
            id: DraftID(madeBy: entry.id),
            story: act.story,
            kind: act.kind,
            base: act.base,
            label: act.label,
            opener: author
        )
        if let story = stories[act.story], let base = act.base.flatMap({ revisions[$0] }) {
            draft.frontier = base.textHeads.compactMap { story.changes[$0]?.end }
                .reduce(Frontier()) { story.graph.union($0, $1) }
        }
        drafts[draft.id] = draft
        stories[act.story]?.drafts.insert(draft.id)
    }

    private mutating func write(_ act: TextChange, _ id: OperationID, _ author: MemberID) {
        guard var story = stories[act.story], var draft = drafts[act.draft] else { return }
        let parents = act.parents.compactMap { story.changes[$0]?.end }
            .reduce(Frontier()) { story.graph.union($0, $1) }
        let key = AuthorKey(id.entry.bytes.bytes)
        guard let events = try? story.graph.append(act.strokes, parents: parents, author: key)
        else {
            preconditionFailure("a text change in force fits its parents in every view")
        }
        let end = events.isEmpty ? parents : [events.upperBound - 1]
        story.changes[id.entry] = TextRecord(
            draft: act.draft,
            author: author,
            operation: id,
            events: events,
            end: end
        )
        draft.frontier = story.graph.union(draft.frontier, end)
        stories[act.story] = story
        drafts[act.draft] = draft
    }

    private mutating func save(
        _ act: DraftSaving,
        _ entry: EntryFacts,
        _ rank: Rank,
        _ author: MemberID,
        _ past: View
    ) {
        guard let draft = past.drafts[act.draft] else { return }
        let revision = Revision(
            id: RevisionID(madeBy: entry.id),
            draft: act.draft,
            author: author,
            hash: act.hash,
            document: past.document(of: act.draft),
            claimed: entry.claimed,
            note: act.note,
            rank: rank,
            contributions: past.contributions(to: draft),
            textHeads: past.textParents(of: draft)
        )
        revisions[revision.id] = revision
        drafts[act.draft]?.revisions.insert(revision.id)
    }

    private mutating func refuse(_ act: ReceiptRefusal) {
        for (id, draft) in drafts where draft.releases[act.request] != nil {
            drafts[id]?.refusals[act.request] = act.reasons
        }
    }

    /// The operations that made a draft's content, by who wrote them (newsroom.md 5, `ops(R)`).
    private func contributions(to draft: Draft) -> [OperationID: MemberID] {
        var found: [OperationID: MemberID] = [:]
        guard let story = stories[draft.story] else { return found }
        for record in story.changes.values where !record.events.isEmpty {
            if story.graph.isAncestor(record.end, of: draft.frontier) {
                found[record.operation] = record.author
            }
        }
        for register in draft.fields.values {
            guard let set = register.shownSet else { continue }
            found[set] = draft.fieldAuthors[set]
        }
        return found
    }
}
