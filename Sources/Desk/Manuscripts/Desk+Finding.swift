import Newsroom
import Store

// Stories are called by slug, `slug/label` where a story has several drafts, or the first digits
// of an id, at least four.

extension Desk {
    /// The manuscript with this name: private ones first, for only this person can mean them.
    ///
    /// - Throws: `DeskError.noStory`, `DeskError.ambiguousStory`.
    func manuscript(named name: String) async throws -> Manuscript {
        let drafts = try await replica.privateDrafts()
        if let own = drafts.first(where: { $0.slug.description == name }) {
            return .inPrivate(own.slug)
        }
        let view = await replica.newsroom.view
        let found = view.drafts(named: name)
        guard found.count <= 1 else {
            throw DeskError.ambiguousStory(name, among: found.map { view.fullName(of: $0) })
        }
        guard let draft = found.first else {
            let slugs = drafts.map(\.slug.description) + view.storyNames
            let nearest = Nearness.nearest(to: name, among: slugs.sorted())
            throw DeskError.noStory(name, nearest: nearest)
        }
        return .shared(draft.id)
    }
}

extension View {
    /// The drafts that a name can mean; of one story's drafts the one still open, if only one is;
    /// where none is, the one that is out, and only where nothing went out the spiked ones.
    func drafts(named name: String) -> [Draft] {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2 { return drafts(of: parts[0], labelled: parts[1]) }
        let matching = stories(called: name).flatMap { story in
            story.drafts.compactMap { drafts[$0] }.filter { draft in
                story.name == name || story.id.isCalled(name) || draft.id.isCalled(name)
            }
        }
        let out = matching.filter { status(of: $0) == .released }
        let open = matching.filter { ![.released, .spiked].contains(status(of: $0)) }
        let candidates = !open.isEmpty ? open : !out.isEmpty ? newest(out) : matching
        return candidates.sorted { $0.id < $1.id }
    }

    private func drafts(of slug: String, labelled label: String) -> [Draft] {
        stories(called: slug).filter { $0.name == slug }
            .flatMap { $0.drafts.compactMap { drafts[$0] } }
            .filter { $0.label == label }
            .sorted { $0.id < $1.id }
    }

    /// Of drafts that all went out, the one that is live.
    private func newest(_ drafts: [Draft]) -> [Draft] {
        drafts.max { (receipt(of: $0)?.number ?? 0) < (receipt(of: $1)?.number ?? 0) }.map { [$0] }
            ?? []
    }

    /// The slug of the story that a draft belongs to.
    func slug(of draft: DraftID) -> String {
        drafts[draft].flatMap { stories[$0.story]?.name } ?? draft.short
    }

    /// Somebody's name.
    func name(of member: MemberID?) -> String {
        member.flatMap { members[$0]?.name } ?? "somebody"
    }
}
