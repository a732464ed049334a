/// What the news list says of a draft, whoever reads it and whenever (newsroom.md 10).
public struct NewsCard: Sendable, Hashable {
    /// The draft.
    public var draft: DraftID
    /// Its story.
    public var story: StoryID
    /// The name that can mean no other draft.
    public var name: String
    /// Where it stands.
    public var status: DraftStatus
    /// What readers see of the story, in one word.
    public var publicWord: String
    /// Who has the story, or opened the draft.
    public var owner: MemberID
    /// How many others claim the story too.
    public var otherOwners: Int
    /// Who opened the draft.
    public var opener: MemberID
    /// When it is due.
    public var due: Moment?
    /// From when on it should have been out; nil where it is, or nobody waits for it.
    public var lateFrom: Moment?
    /// The words that it has.
    public var words: Int
    /// The words that were commissioned.
    public var length: Int?
    /// What each gate says that is needed.
    public var gates: [GateMark]
    /// The words of the sorts of restrictions that stand, ascending.
    public var restrictions: [String]
    /// Whether another version went out meanwhile.
    public var isBehind = false
    /// Whether an emergency release of it is still to be read.
    public var isUnread = false
    /// How many comments are open.
    public var comments = 0
    /// How many things need a person.
    public var items = 0
    /// Its text as it stands.
    public var hash = ContentHash(.zero)
    /// The section that it goes to.
    public var section = ""
    /// From "1", the most urgent; empty for none.
    public var urgency = ""
    /// When it was done with: out, spiked or overtaken, and nothing needs a person; nil while it is
    /// in work.
    public var doneAt: Moment?

    /// Takes what is told of every draft; the rest is as of one without anything special.
    package init(
        draft: DraftID,
        story: StoryID,
        name: String,
        status: DraftStatus,
        publicWord: String,
        owner: MemberID,
        otherOwners: Int,
        opener: MemberID,
        due: Moment?,
        lateFrom: Moment?,
        words: Int,
        length: Int?,
        gates: [GateMark],
        restrictions: [String]
    ) {
        (self.draft, self.story, self.name) = (draft, story, name)
        (self.status, self.publicWord) = (status, publicWord)
        (self.owner, self.otherOwners, self.opener) = (owner, otherOwners, opener)
        (self.due, self.lateFrom) = (due, lateFrom)
        (self.words, self.length) = (words, length)
        (self.gates, self.restrictions) = (gates, restrictions)
    }

    /// What a gate says of a draft.
    public struct GateMark: Sendable, Hashable {
        /// The gate.
        public let gate: Gate
        /// What it says.
        public let state: GateState

        /// Names what a gate says.
        public init(gate: Gate, state: GateState) {
            self.gate = gate
            self.state = state
        }
    }
}

extension Newsroom {
    /// What the news list says of the drafts of a story.
    public func cards(of story: StoryID) -> [NewsCard] {
        guard let found = view.stories[story] else { return [] }
        let items = items(of: story)
        return view.listedDrafts(of: story).map { draft in
            let own = items.count { $0.draft == nil || $0.draft == draft.id }
            return view.card(of: draft, found, items: own)
        }
    }
}

extension View {
    /// A draft's name that can mean no other: its slug, with its label if the story has several.
    public func fullName(of draft: Draft) -> String {
        guard let story = stories[draft.story] else { return draft.id.short }
        return story.drafts.count > 1 ? "\(story.name)/\(draft.label)" : story.name
    }

    fileprivate func card(of draft: Draft, _ story: Story, items: Int) -> NewsCard {
        let document = document(of: draft.id)
        let hash = hash(of: document)
        let status = status(of: draft)
        var card = NewsCard(
            draft: draft.id,
            story: story.id,
            name: fullName(of: draft),
            status: status,
            publicWord: publicStatus(of: story.id).word,
            owner: story.owner.shown ?? draft.opener,
            otherOwners: max(0, story.owner.values.count - 1),
            opener: draft.opener,
            due: story.due,
            lateFrom: lateFrom(story),
            words: wordCount(of: document.body),
            length: story.commissionedLength,
            gates: Gate.allCases.map { gate in
                NewsCard.GateMark(gate: gate, state: state(of: gate, on: draft, at: hash))
            }.filter { $0.state != .notNeeded },
            restrictions: Set(story.standingRestrictions.map(\.act.kind.word)).sorted()
        )
        card.isBehind = isBehind(draft)
        card.isUnread = draft.releases.values.contains { isUnread($0, of: draft) }
        card.comments = draft.comments.values.count { isOpen($0) }
        (card.items, card.hash) = (items, hash)
        card.section = document.fields[.section] ?? ""
        card.urgency = document.fields[.urgency] ?? ""
        card.doneAt = items > 0 ? nil : end(of: draft, status, in: story)
        return card
    }

    /// When a draft was done with.
    private func end(of draft: Draft, _ status: DraftStatus, in story: Story) -> Moment? {
        switch status {
        case .released: receipt(of: draft)?.issue.time
        case .superseded: story.live?.issue.time
        case .spiked:
            draft.standingSpikes.compactMap { history.place(of: $0.operation.entry) }
                .map { history.node(at: $0).claimed }.max()
        case .draft, .submitted, .changes, .ready: nil
        }
    }
}
