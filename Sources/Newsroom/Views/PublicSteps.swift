/// The public history: every counted receipt with a number, in public order; and which stories
/// went out under which slug, which each release asks.
///
/// The steps that lie in an archive are fetched only where all are asked for.
struct PublicSteps: Sendable {
    private let archive: (any Archive)?
    /// The stories whose steps in the archive do not count any more.
    private var gone: Set<StoryID> = []
    /// The steps that do not lie in the archive.
    private(set) var own: [PublicStep] = []
    private var storiesOfSlug: [Slug: Set<StoryID>] = [:]

    /// The history in which nothing happened, or that of an archive.
    init(in archive: (any Archive)? = nil) { self.archive = archive }

    /// Takes steps that are in order.
    init(_ steps: [PublicStep]) {
        self.init()
        own = steps
        for step in steps { note(step) }
    }

    /// Every step, in public order; O(all) where they lie in an archive.
    var all: [PublicStep] {
        guard let archive else { return own }
        let archived = archive.steps.filter { !gone.contains($0.story) }
        guard let first = own.first else { return archived }
        return archived.last.map { $0 < first } ?? true
            ? archived + own : (archived + own).sorted()
    }

    /// The last step.
    var last: PublicStep? {
        guard let archived = archive?.lastStep else { return own.last }
        if let last = own.last, archived < last { return last }
        return gone.contains(archived.story) ? all.last : archived
    }

    /// Puts a step in its place; O(1) for the last.
    mutating func insert(_ step: PublicStep) {
        own.insert(step, inOrder: { $0 < $1 })
        note(step)
    }

    /// Forgets what happened to some stories.
    mutating func remove(_ stories: Set<StoryID>) {
        if archive != nil { gone.formUnion(stories) }
        guard own.contains(where: { stories.contains($0.story) }) else { return }
        own.removeAll { stories.contains($0.story) }
        storiesOfSlug = [:]
        for step in own { note(step) }
    }

    /// Whether another story went out under a slug.
    func isTaken(_ slug: Slug, besides story: StoryID) -> Bool {
        if storiesOfSlug[slug]?.contains(where: { $0 != story }) ?? false { return true }
        let archived = archive?.stories(publishedAs: slug) ?? []
        return archived.contains { $0 != story && !gone.contains($0) }
    }

    private mutating func note(_ step: PublicStep) {
        guard let slug = step.slug else { return }
        storiesOfSlug[slug, default: []].insert(step.story)
    }
}
