import Prose

/// A story with all that was made of it, as an archive gives it back.
package struct ArchivedStory: Sendable {
    let story: Story
    let drafts: [DraftID: Draft]
    let revisions: [RevisionID: Revision]
    let text: StoryText?
}

/// What archived stories are made from: the archive, and the newsroom as it was archived.
///
/// A story is its operations applied one after the other, as when they arrived.
final class Library: Sendable {
    let archive: any Archive
    private let history: CausalHistory
    private let office: Office
    private let digest: @Sendable ([UInt8]) -> Bytes32

    init(
        _ archive: any Archive,
        _ history: CausalHistory,
        _ office: Office,
        digest: @escaping @Sendable ([UInt8]) -> Bytes32
    ) {
        self.archive = archive
        self.history = history
        self.office = office
        self.digest = digest
    }

    /// A story; nil where none of this name is here.
    func story(_ id: StoryID) -> ArchivedStory? {
        archive.story(id) { make(id) }
    }

    /// The story of a draft or a revision, whose name is that of the entry that made it.
    func story(ofMaker maker: Bytes32) -> ArchivedStory? {
        guard let place = archive.place(of: EntryID(maker)) else { return nil }
        let stories = archive.entry(at: place).acts.lazy.compactMap {
            $0.operation.storyPart?.story
        }
        return stories.first.flatMap { story($0) }
    }

    private func make(_ id: StoryID) -> ArchivedStory? {
        var view = View(digest: digest)
        view.history = history
        view.office = office
        for point in archive.points(of: id) {
            let acts = archive.entry(at: point.place).acts
            guard acts.indices.contains(point.index) else { continue }
            view.replay(acts[point.index])
        }
        guard let story = view.stories[id] else { return nil }
        return ArchivedStory(
            story: story,
            drafts: view.drafts.own,
            revisions: view.revisions.own,
            text: view.texts[id]
        )
    }
}

extension View {
    /// Takes in an operation on a story of which everything was found before.
    mutating func replay(_ act: Act) {
        if case .writeText(let change) = act.operation, act.status.isAccepted {
            let version = texts[change.story]?.version(of: change.parents) ?? TextVersion()
            // What did not fit was refused for good when it arrived.
            try? texts[change.story, default: StoryText()].append(
                change,
                of: operationID(of: act),
                by: act.author,
                to: version
            )
        }
        applyToStory(act)
    }
}
