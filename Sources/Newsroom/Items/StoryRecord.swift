/// A line of a story's record: who did what, when, and what became of it.
public struct RecordLine: Sendable {
    /// When, as the author says.
    public let claimed: Moment
    /// Who; nil for a root key.
    public let member: MemberID?
    /// The name that he has now.
    public let name: String
    /// What: "cleared desk at 2dc9f498".
    public let words: String
    /// The content that it is about, if it names one.
    public let content: ContentHash?
    /// What became of it: "in force", "set aside right".
    public let status: String
    /// Who adopted it.
    public let adopter: String?
    /// The operation.
    public let operation: OperationID
}

extension Newsroom {
    /// Who wrote, changed, cleared and released what of a story, and when.
    ///
    /// Causes first, then by name, so that every replica tells it alike. It outlives the story's
    /// removal.
    public func record(of story: StoryID) -> [RecordLine] {
        operations(on: story)
            .sorted { left, right in
                left.lamport == right.lamport ? left.id < right.id : left.lamport < right.lamport
            }
            .map { line($0, of: story) }
    }

    private func line(_ done: FoldedOperation, of story: StoryID) -> RecordLine {
        let isByRoot = done.author == nil
        let key = view.isRoot(done.device) ? "root key" : "nobody's device"
        return RecordLine(
            claimed: done.claimed,
            member: done.author,
            name: isByRoot ? key : done.author.map { name(of: $0) } ?? key,
            words: done.operation.deed(in: view) + erasure(of: done.id.entry, of: story),
            content: done.operation.content,
            status: done.status.word,
            adopter: done.adopter.map { name(of: $0) },
            operation: done.id
        )
    }

    /// That the law took the words of an entry, by which order's request and why.
    private func erasure(of entry: EntryID, of story: StoryID) -> String {
        guard let story = view.stories[story], story.erased.contains(entry) else { return "" }
        let ask = story.erasures.sorted { $0.key < $1.key }.first { _, ask in
            ask.orderedBy != nil && ask.act.entries.contains(entry)
        }
        return " [erased by law: \(ask?.value.act.reason ?? "no reason is known")]"
    }

    private func name(of member: MemberID) -> String { view.members[member]?.name ?? member.short }
}

extension Operation {
    /// The content that it names.
    fileprivate var content: ContentHash? {
        switch self {
        case .saveDraft(let act): act.hash
        case .submitDraft(let act): act.hash
        case .clear(let act): act.hash
        case .requestChanges(let act): act.hash
        case .askRelease(let act): act.hash
        case .askEmergency(let act): act.hash
        case .readRelease(let act): act.hash
        case .issueReceipt(let act): act.hash
        default: nil
        }
    }
}
