import Ledger
import Newsroom

/// One story on its way from the first word to wherever it gets.
///
/// It is judged in a newsroom of its own: the office as it was founded, and this story. Whatever a
/// story's entries need is in there, so stories of any number take no more memory than those that
/// are under way.
struct InventedStory {
    /// What somebody does next.
    enum Step: Hashable {
        case share, assign, edit, editTogether, settle, setField, comment, submit
        case clear(Gate)
        case release
        case answer
        case open(DraftKind)
        case note, save, spike, hold
    }

    /// Who works on it.
    struct Crew {
        let writer: InventedOffice.Person
        let colleague: InventedOffice.Person
        let editor: InventedOffice.Person
        let sub: InventedOffice.Person
        let publisher: InventedOffice.Person
        let press: InventedDevice
    }

    /// What a step follows: of this story, and of all.
    private struct Heads {
        let here: [EntryID]
        let everywhere: [InventedLog.Tip]
    }

    /// The slug, which no other story has.
    let slug: Slug
    /// The desk that has it, and its section.
    let desk: String
    private let crew: Crew
    private let words: Int
    private var texts: InventedTexts
    private var steps: ArraySlice<Step>
    private var newsroom: Newsroom
    private var tips: [DeviceKey: EntryID]
    private var story = StoryID(.zero)
    private var draft = DraftID(.zero)

    /// Begins; `steps` is all that will be done.
    init(
        _ slug: Slug,
        words: Int,
        steps: [Step],
        crew: Crew,
        texts: InventedTexts,
        in office: InventedOffice
    ) {
        var texts = texts
        self.slug = slug
        self.words = words
        self.steps = steps[...]
        self.crew = crew
        desk = texts.pick(inventedDesks)
        self.texts = texts
        newsroom = office.newsroom
        tips = office.tips
    }

    /// Whether nothing is left to do.
    var isAtRest: Bool { steps.isEmpty }

    /// Whether its one draft is still being worked on.
    var isOpen: Bool {
        let drafts = newsroom.view.listedDrafts(of: story)
        return drafts.count == 1 && drafts.allSatisfy(newsroom.view.isOpen)
    }

    /// Does the next step: one entry, or two at once.
    mutating func goOn(
        _ log: inout InventedLog,
        _ chain: inout PressChain,
        at time: Moment
    ) throws -> [Entry] {
        guard let step = steps.popFirst() else { return [] }
        if step == .answer { return try answer(&log, &chain, at: time) }
        let author = texts.pick(who(does: step).devices)
        var written = [(author, try operations(of: step, by: author, at: time))]
        if step == .editTogether {
            let other = texts.pick(crew.colleague.devices)
            written.append((other, try operations(of: .edit, by: other, at: time)))
        }
        let heads = Heads(here: newsroom.heads, everywhere: log.heads)
        written.removeAll { $0.1.isEmpty }
        let entries = try written.map { author, operations in
            try write(operations, by: author, &log, at: time, upon: heads)
        }
        if step == .share { (story, draft) = (StoryID(madeBy: entries[0].id), made(entries[0])) }
        if case .open = step { draft = made(entries[0]) }
        return entries
    }

    private func made(_ entry: Entry) -> DraftID { DraftID(madeBy: entry.id) }

    private func who(does step: Step) -> InventedOffice.Person {
        switch step {
        case .assign, .comment, .settle, .clear(.desk), .hold, .spike, .open: crew.editor
        case .clear: crew.sub
        case .release: crew.publisher
        default: crew.writer
        }
    }

    private mutating func operations(
        of step: Step,
        by author: InventedDevice,
        at time: Moment
    ) throws -> [Operation] {
        try intents(of: step, newsroom.view).flatMap {
            try newsroom.operations(for: $0, by: author.author(at: time))
        }
    }

    private mutating func intents(of step: Step, _ view: View) -> [Intent] {
        switch step {
        case .share: [.share(slug: slug, fields: fields(), body: texts.body(words: words))]
        case .assign:
            [
                .setStory(story, .desk, desk), .setStory(story, .length, "\(words * 2)"),
                .hand(story, to: crew.writer.member, note: nil),
            ]
        case .edit, .editTogether: [.edit(draft, texts.edits(of: view.text(of: draft)))]
        case .settle: view.overlaps(in: draft).isEmpty ? [] : [.settle(draft)]
        case .setField:
            [.setField(draft, texts.pick([.headline, .standfirst]), texts.headline())]
        case .comment:
            [.comment(draft, .draft, quote: "", text: texts.sentence(), isBlocking: false)]
        case .save: [.save(draft, note: texts.below(2) == 0 ? texts.headline() : nil)]
        case .submit: [.submit(draft, note: nil)]
        case .clear(let gate): [.clear(draft, gate, note: nil)]
        case .release: [.release(draft, when: .now)]
        case .open(let kind): [.open(kind, story)]
        case .note: [.setField(draft, .note, texts.sentence())]
        case .spike: [.spike(draft, reason: texts.sentence())]
        case .hold: [.restrict(story, .hold, isLegal: false, reason: texts.sentence())]
        case .answer: []
        }
    }

    private mutating func fields() -> [DocumentField: String] {
        [
            .headline: texts.headline(), .section: desk, .language: "en",
            .urgency: "\(1 + texts.below(9))", .byline: "By \(texts.person())",
            .tags: texts.tags(),
        ]
    }

    /// The press answers the request; in its log the receipts of all stories follow each other.
    private mutating func answer(
        _ log: inout InventedLog,
        _ chain: inout PressChain,
        at time: Moment
    ) throws -> [Entry] {
        let now = Moment(milliseconds: time.milliseconds / 1_000 * 1_000)
        guard let request = newsroom.view.nextRequest(at: now) else { return [] }
        let answer = newsroom.view.answer(to: request, at: now)
        let entry = try write(
            [answer],
            as: [chain.placed(answer)],
            by: crew.press,
            &log,
            at: time,
            upon: Heads(here: newsroom.heads, everywhere: log.heads)
        )
        chain.note(entry, answer)
        return [entry]
    }

    /// Writes an entry, and folds it in here; `public` is what stands in the entry where that
    /// counts other stories too.
    private mutating func write(
        _ operations: [Operation],
        as public: [Operation]? = nil,
        by author: InventedDevice,
        _ log: inout InventedLog,
        at time: Moment,
        upon heads: Heads
    ) throws -> Entry {
        let entry = try log.write(
            `public` ?? operations,
            by: author,
            at: time,
            upon: heads.everywhere
        )
        let prev = tips[author.device]
        newsroom.fold(
            EntryFacts(
                id: entry.id,
                log: entry.log,
                device: entry.author,
                seq: entry.seq,
                prev: prev,
                parents: heads.here.filter { $0 != prev },
                lamport: entry.lamport,
                claimed: time,
                operations: operations
            )
        )
        tips[author.device] = entry.id
        return entry
    }
}

/// The receipts of all stories, one behind the other.
struct PressChain {
    private var number = 0
    private var last: OperationID?

    /// The same answer with its place in the chain.
    func placed(_ answer: Operation) -> Operation {
        guard case .issueReceipt(var receipt) = answer else { return answer }
        receipt.number = number
        receipt.previous = last
        return .issueReceipt(receipt)
    }

    /// Goes on behind an answer that was written.
    mutating func note(_ entry: Entry, _ answer: Operation) {
        guard case .issueReceipt = answer else { return }
        number += 1
        last = OperationID(entry.id, 0)
    }
}
