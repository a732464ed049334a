/// The public history: every counted receipt with a number, in public order; and which stories
/// went out under which slug, which each release asks.
struct PublicSteps: Sendable {
    private var ordered: [PublicStep] = []
    private var storiesOfSlug: [Slug: Set<StoryID>] = [:]

    /// The history in which nothing happened.
    init() {}

    /// Takes steps that are in order.
    init(_ steps: [PublicStep]) {
        ordered = steps
        for step in steps { note(step) }
    }

    /// Puts a step in its place; O(1) for the last.
    mutating func insert(_ step: PublicStep) {
        ordered.insert(step, inOrder: { $0 < $1 })
        note(step)
    }

    /// Forgets what happened to some stories.
    mutating func remove(_ stories: Set<StoryID>) {
        guard ordered.contains(where: { stories.contains($0.story) }) else { return }
        self = PublicSteps(ordered.filter { !stories.contains($0.story) })
    }

    /// Whether another story went out under a slug.
    func isTaken(_ slug: Slug, besides story: StoryID) -> Bool {
        storiesOfSlug[slug]?.contains { $0 != story } ?? false
    }

    private mutating func note(_ step: PublicStep) {
        guard let slug = step.slug else { return }
        storiesOfSlug[slug, default: []].insert(step.story)
    }
}

extension PublicSteps: RandomAccessCollection {
    /// The first step.
    var startIndex: Int { ordered.startIndex }

    /// After the last.
    var endIndex: Int { ordered.endIndex }

    /// The step at a place.
    subscript(place: Int) -> PublicStep { ordered[place] }
}
