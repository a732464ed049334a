import Prose

// What an operation on a story does to a view. What was made stays there as a frame even where
// its making is set aside, for later operations in force may rest on it.

extension View {
    /// Takes in an operation on a story or a draft.
    mutating func applyToStory(_ act: Act) {
        makeFrame(of: act)
        // Whoever reads an erased text, in whatever past, must know that nothing can be compared.
        if act.isErased, let story = story(of: act) {
            stories[story]?.erased.insert(history.id(at: act.point.place))
        }
        guard act.status.counts else { return }
        list(act)
        applyToFields(act)
        applyToReview(act)
        applyToPublic(act)
    }

    /// Makes what the operation makes, in force or not.
    private mutating func makeFrame(of act: Act) {
        guard act.status.isAccepted else {
            if case .unknown(let type, let body) = act.operation, type % 2 == 1,
                let story = Bytes32(body.prefix(32))
            {
                let id = operationID(of: act)
                stories[StoryID(story)]?.newer.insert(id)
            }
            return
        }
        let rank = rank(of: act)
        switch act.operation {
        case .createStory(let creation):
            let id = StoryID(madeBy: rank.operation.entry)
            guard stories[id] == nil else { return }
            var story = Story(id: id, creator: act.author, rank: rank)
            story.owners = [act.author]
            story.slug.set(creation.slug, by: rank, of: act.author, replacing: [])
            stories[id] = story
        case .openDraft(let opening): open(opening, rank, act)
        case .writeText(let change): write(change, act)
        case .saveDraft(let saving): save(saving, rank, act)
        default: break
        }
    }

    /// A story and a draft are listed once anything on them is in force.
    private mutating func list(_ act: Act) {
        if let part = act.operation.storyPart {
            stories[part.story]?.isListed = true
            if let draft = part.draftNamed { drafts[draft]?.isListed = true }
        }
        switch act.operation {
        case .createStory:
            stories[StoryID(madeBy: history.id(at: act.point.place))]?.isListed = true
        case .openDraft:
            drafts[DraftID(madeBy: history.id(at: act.point.place))]?.isListed = true
        case .saveDraft:
            revisions[RevisionID(madeBy: history.id(at: act.point.place))]?.isListed = true
        default: break
        }
    }

    private mutating func open(_ opening: DraftOpening, _ rank: Rank, _ act: Act) {
        var draft = Draft(
            id: DraftID(madeBy: rank.operation.entry),
            story: opening.story,
            kind: opening.kind,
            openedOn: opening.base,
            label: opening.label,
            opener: act.author,
            rank: rank
        )
        guard drafts[draft.id] == nil else { return }
        if let base = opening.base.flatMap({ revisions[$0] }) {
            draft.version = base.content.version
        }
        drafts[draft.id] = draft
        stories[opening.story]?.drafts.insert(draft.id)
    }

    /// The change itself is in the story's text already; here it joins the draft.
    private mutating func write(_ change: TextChange, _ act: Act) {
        let entry = history.id(at: act.point.place)
        guard let text = texts[change.story], let number = text.number(of: entry),
            let version = drafts[change.draft]?.version
        else { return }
        drafts[change.draft]?.version = text.union(version, text.version(after: number))
        drafts[change.draft]?.ownChanges.append(number)
        if act.status.counts {
            stories[change.story]?.hidden.remove(number)
            stories[change.story]?.adopters[number] = act.adopter
        } else {
            stories[change.story]?.hidden.insert(number)
        }
    }

    private mutating func save(_ saving: DraftSaving, _ rank: Rank, _ act: Act) {
        guard case .saved(let content) = act.findings else { return }
        let id = RevisionID(madeBy: rank.operation.entry)
        guard revisions[id] == nil else { return }
        revisions[id] = Revision(
            id: id,
            draft: saving.draft,
            author: act.author,
            hash: saving.hash,
            claimed: history.node(at: act.point.place).claimed,
            note: saving.note,
            rank: rank,
            content: content
        )
        drafts[saving.draft]?.revisions.insert(id)
    }
}

// Fields, merges, comments and the other words of a story.
extension View {
    fileprivate mutating func applyToFields(_ act: Act) {
        let rank = rank(of: act)
        switch act.operation {
        case .setStory(let setting): set(setting, rank, act.author)
        case .claimStory(let claim): hand(claim.story, to: act.author, rank, claim.superseded, act)
        case .handStory(let handover):
            hand(handover.story, to: handover.to, rank, handover.superseded, act)
        case .remark(let remark):
            let note = Note(rank: rank, author: act.author, text: remark.text)
            stories[remark.story]?.notes.append(note)
            stories[remark.story]?.notes.sort { $0.rank < $1.rank }
        case .setDraft(let setting):
            drafts[setting.draft]?.fields[setting.field, default: Register()]
                .set(setting.value, by: rank, of: act.author, replacing: setting.superseded)
        case .mergeDraft(let merge): self.merge(merge, rank, act)
        case .settleDraft(let settlement):
            drafts[settlement.draft]?.settlements.append(Set(settlement.edits))
        case .spikeDraft(let spike):
            drafts[spike.draft]?.spikes[rank.operation] = Spike(
                operation: rank.operation,
                member: act.author,
                reason: spike.reason
            )
        case .unspikeDraft(let unspike): drafts[unspike.draft]?.unspiked.formUnion(unspike.spikes)
        case .addComment(let addition):
            let id = CommentID(madeBy: rank.operation.entry)
            drafts[addition.draft]?.comments[id] = Comment(
                id: id,
                member: act.author,
                act: addition,
                rank: rank
            )
        case .reply(let reply):
            changeComment(reply.comment, in: reply.story) {
                $0.replies[rank.operation] = CommentAnswer(
                    member: act.author,
                    text: reply.text,
                    rank: rank
                )
            }
        case .resolveComment(let resolution):
            changeComment(resolution.comment, in: resolution.story) {
                $0.resolutions.insert(rank.operation)
            }
        default: break
        }
    }

    private mutating func set(_ setting: StorySetting, _ rank: Rank, _ author: MemberID) {
        if setting.field == .slug, let slug = Slug(setting.value) {
            stories[setting.story]?.slug
                .set(slug, by: rank, of: author, replacing: setting.superseded)
        } else {
            stories[setting.story]?.fields[setting.field, default: Register()]
                .set(setting.value, by: rank, of: author, replacing: setting.superseded)
        }
    }

    private mutating func hand(
        _ story: StoryID,
        to member: MemberID,
        _ rank: Rank,
        _ superseded: [OperationID],
        _ act: Act
    ) {
        stories[story]?.owner.set(member, by: rank, of: act.author, replacing: superseded)
        stories[story]?.owners.insert(member)
    }

    private mutating func merge(_ merge: DraftMerge, _ rank: Rank, _ act: Act) {
        guard let text = texts[merge.story], let version = drafts[merge.draft]?.version
        else { return }
        if let taken = text.version(of: merge.heads) {
            drafts[merge.draft]?.version = text.union(version, taken)
        }
        drafts[merge.draft]?.merges[rank.operation] = Merge(
            member: act.author,
            act: merge,
            rank: rank
        )
    }

    private mutating func changeComment(
        _ comment: CommentID,
        in story: StoryID,
        _ change: (inout Comment) -> Void
    ) {
        for draft in stories[story]?.drafts ?? [] where drafts[draft]?.comments[comment] != nil {
            guard var found = drafts[draft]?.comments[comment] else { continue }
            change(&found)
            drafts[draft]?.comments[comment] = found
        }
    }
}
