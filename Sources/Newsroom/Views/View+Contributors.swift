// Four eyes (newsroom.md 5): who changed anything since a gate last cleared a draft, or since it
// was last public, may not clear it.

extension View {
    /// Who contributed to a revision since the gate last cleared the draft, or since it was last
    /// public: they may not clear it.
    public func contributors(to revision: Revision, at gate: Gate) -> Set<MemberID> {
        guard let draft = drafts[revision.draft] else { return [] }
        return contributors(to: revision.content, of: draft, at: gate)
    }

    /// Who contributed to a draft as it is.
    public func contributors(to draft: Draft, at gate: Gate) -> Set<MemberID> {
        contributors(to: savedContent(of: draft), of: draft, at: gate)
    }

    private func contributors(
        to content: SavedContent,
        of draft: Draft,
        at gate: Gate
    ) -> Set<MemberID> {
        guard let story = stories[draft.story] else { return [] }
        let changes = texts[draft.story]?.changes ?? []
        let covered = coveredContents(of: draft, at: gate)
        var known = Past()
        for earlier in covered { known.formUnion(earlier.version.changes) }
        let acts = Set(covered.flatMap(\.acts).map(\.operation))
        var members = Set(content.acts.filter { !acts.contains($0.operation) }.map(\.member))
        for number in content.version.changes.subtracting(known).joined()
        where !story.hidden.contains(number) && !changes[number].events.isEmpty {
            members.insert(changes[number].author)
            if let adopter = story.adopters[number] { members.insert(adopter) }
        }
        return members
    }

    /// The contents of a draft that the gate cleared, or that went out and were read.
    private func coveredContents(of draft: Draft, at gate: Gate) -> [SavedContent] {
        let need = max(need(of: gate, on: draft), 1)
        var clearers: [ContentHash: Set<MemberID>] = [:]
        for clearance in countingClearances(of: draft) where clearance.act.gate == gate {
            clearers[clearance.act.hash, default: []].insert(clearance.member)
        }
        let cleared = draft.revisions.compactMap { revisions[$0] }
            .filter { $0.isListed && (clearers[$0.hash]?.count ?? 0) >= need }
        return (cleared + publishedAndRead(in: draft.story)).map(\.content)
    }

    /// The revisions of a story that went out, but for emergencies that nobody read back.
    private func publishedAndRead(in story: StoryID) -> [Revision] {
        (stories[story]?.events ?? []).compactMap { receipt in
            guard let issue = receipt.issue, let draft = drafts[issue.draft] else { return nil }
            let isUnread = draft.releases[issue.request].map { self.isUnread($0, of: draft) }
            return isUnread == true ? nil : revisions[issue.revision]
        }
    }
}
