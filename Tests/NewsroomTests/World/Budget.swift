import Newsroom
import Testing

/// The setting of the concurrency table: story `budget`, draft `main`, submitted, cleared by the
/// desk at its current hash, known to all.
struct Budget {
    let world: World
    let story: StoryID
    let draft: DraftID

    /// Made once for each policy: desk alone, or desk and subs.
    init(subs: Bool = false) throws {
        let start = try (subs ? Self.withSubs : Self.plain).get()
        world = try World(start.state)
        (story, draft) = (start.story, start.draft)
    }

    private typealias Start = (state: WorldState, story: StoryID, draft: DraftID)
    private static let plain = Result { try start(subs: false) }
    private static let withSubs = Result { try start(subs: true) }

    private static func start(subs: Bool) throws -> Start {
        let world = try World(Founding.state.get())
        if subs {
            let gates = [GateNeed(gate: .desk, count: 1), GateNeed(gate: .subs, count: 1)]
            try world["ana"].commit(.setGates(.original, gates))
        }
        world.meet()
        let slug = try #require(Slug("budget"))
        let entry = try world["wes"].commit(
            .share(
                slug: slug,
                fields: [.headline: "Council votes", .section: "city", .language: "en"],
                body: "One stone fell. Two birds flew.\n\nA third paragraph stands here.\n"
            )
        )
        let draft = DraftID(madeBy: entry)
        try world["wes"].commit(.submit(draft, note: nil))
        world.meet()
        try world["eve"].commit(.clear(draft, .desk, note: nil))
        return (world.state, StoryID(madeBy: entry), draft)
    }

    /// A and B are made without knowledge of each other; then all hear of both.
    func race(_ first: () throws -> Void, _ second: () throws -> Void) rethrows {
        try first()
        try second()
        world.agree()
    }

    /// The story as it goes out.
    func published() throws -> Self {
        try world["cy"].commit(.release(draft, when: .now))
        world.publish()
        return self
    }

    subscript(name: String) -> Machine { world[name] }

    var view: View { world.view }

    func main() throws -> Draft { try #require(view.drafts[draft]) }

    func status() throws -> DraftStatus { view.status(of: try main()) }

    var publicStatus: PublicStatus { view.publicStatus(of: story) }

    func gate(_ gate: Gate) throws -> GateState {
        view.state(of: gate, on: try main(), at: view.hash(of: draft))
    }

    var text: String { view.text(of: draft) }

    /// The reasons with which the press refused the requests of this story, by request.
    var refusals: [[RefusalCode]] {
        (view.stories[story]?.answers ?? [:]).sorted { $0.key < $1.key }.compactMap {
            if case .refused(let reasons, _, _) = $0.value { reasons.map(\.code) } else { nil }
        }
    }

    var joins: Int {
        (view.stories[story]?.answers ?? [:]).values.count {
            if case .joined = $0 { true } else { false }
        }
    }

    func status(of entry: EntryID, _ index: Int = 0) -> OperationStatus? {
        world["ana"].newsroom.status(of: OperationID(entry, index))
    }

    /// A draft of a kind, changed, submitted and cleared by the desk, ready to go out.
    func follow(
        _ kind: DraftKind,
        by name: String = "bo",
        replacing word: String,
        with other: String
    ) throws -> DraftID {
        let machine = world[name]
        let draft = DraftID(madeBy: try machine.commit(.open(kind, story)))
        try machine.replace(word, with: other, in: draft)
        if kind == .correction || kind == .clarification {
            try machine.commit(.setField(draft, .note, "It said \(word); it is \(other)."))
        }
        try machine.commit(.submit(draft, note: nil))
        world.meet()
        try world["eve"].commit(.clear(draft, .desk, note: nil))
        world.meet()
        return draft
    }
}

extension Budget {
    /// Another first text of the story, by Bo, ready to go out.
    func anotherOriginal() throws -> DraftID {
        let opening = DraftOpening(story: story, kind: .original, label: "other")
        let other = DraftID(madeBy: world["bo"].write([.openDraft(opening)]))
        let fields = [(DocumentField.headline, "E"), (.section, "city"), (.language, "en")]
        for (field, value) in fields {
            try world["bo"].commit(.setField(other, field, value))
        }
        try world["bo"].commit(.edit(other, [.insert("Another text.\n", at: 0)]))
        try world["bo"].commit(.submit(other, note: nil))
        world.meet()
        try world["eve"].commit(.clear(other, .desk, note: nil))
        world.meet()
        return other
    }

    /// The kinds of what needs a person.
    var items: Set<ItemKind> { Set(world["ana"].newsroom.items().map(\.kind)) }
}
