extension View {
    /// What of a story needs a person.
    func items(of story: Story) -> [Item] {
        let drafts = listedDrafts(of: story.id)
        var found = [
            story.slug.item(.values, story: story.id), story.owner.item(.claims, story: story.id),
        ].compactMap(\.self)
        found += StoryField.allCases.compactMap {
            story.fields[$0]?.item(.values, story: story.id)
        }
        let releases = releaseItems(of: story, drafts)
        // A draft whose release was refused as behind is told of as that, not twice.
        let refused = Set(releases.filter { $0.kind == .releases }.compactMap(\.draft))
        found += drafts.flatMap { items(of: $0) }.filter { item in
            item.kind != .behind || item.draft.map { !refused.contains($0) } ?? true
        }
        return found + releases + publicItems(of: story) + twoDrafts(story, drafts)
    }

    /// K01, K02, K10, K11, K13 and K15.
    private func items(of draft: Draft) -> [Item] {
        let isOpen = isOpen(draft)
        var found: [Item] = []
        if isOpen {
            found += DocumentField.allCases.compactMap {
                draft.fields[$0]?.item(.values, story: draft.story, draft: draft.id)
            }
            found += overlaps(in: draft.id).map { overlap in
                let sides = [overlap.sentence, overlap.base] + overlap.sides
                return item(.overlap, draft, overlap.edits.map { OperationID($0, 0) }, sides)
            }
            if isBehind(draft) {
                let live = stories[draft.story]?.events.last { $0.issue != nil }?.operation
                let both = [draft.rank.operation, live].compactMap(\.self)
                found.append(item(.behind, draft, both))
            }
        }
        let left = leftOver(draft)
        if let receipt = receipt(of: draft), !left.isEmpty {
            found.append(item(.leftOver, draft, [receipt.operation] + left))
        }
        found += draft.releases.values.filter { isUnread($0, of: draft) }
            .map { item(.unread, draft, unread($0, of: draft)) }
        let late = afterSpikes(draft)
        if !late.isEmpty { found.append(item(.afterSpike, draft, late)) }
        return found
    }

    private func item(
        _ kind: ItemKind,
        _ draft: Draft,
        _ operations: [OperationID],
        _ sides: [String] = []
    ) -> Item {
        Item(kind, story: draft.story, draft: draft.id, operations, sides: sides)
    }

    /// An emergency release, its receipt, and what readers object.
    private func unread(_ release: Release, of draft: Draft) -> [OperationID] {
        let operation = release.rank.operation
        let receipts = (stories[draft.story]?.events ?? []).filter { $0.request == operation }
        let objections = draft.readings.filter {
            $0.value.act.release == operation && $0.value.act.verdict == .objects
        }
        return [operation] + receipts.map(\.operation) + objections.map(\.key)
    }

    /// Text and fields of a released draft that did not go out, and that no draft took from it
    /// since.
    private func leftOver(_ draft: Draft) -> [OperationID] {
        guard let issue = receipt(of: draft)?.issue, hash(of: draft.id) != issue.hash,
            let out = revisions[issue.revision]?.content, let story = stories[draft.story]
        else { return [] }
        let changes = texts[draft.story]?.changes ?? []
        let written = draft.version.changes.subtracting(out.version.changes).joined()
            .filter { !story.hidden.contains($0) }.map { changes[$0].operation }
        let shown = Set(out.acts.map(\.operation))
        let set = draft.fields.values.flatMap(\.toSupersede).filter { !shown.contains($0) }
        let takings = story.drafts.compactMap { drafts[$0] }.flatMap(\.merges)
            .filter { $0.value.act.from == draft.id }.map(\.key)
        return (written + set).filter { change in !takings.contains { isBefore(change, $0) } }
    }

    /// Text and fields of a spiked draft that are not before its spikes, and these.
    private func afterSpikes(_ draft: Draft) -> [OperationID] {
        let spikes = draft.standingSpikes.map(\.operation)
        guard !spikes.isEmpty else { return [] }
        let changes = texts[draft.story]?.changes ?? []
        let written =
            draft.ownChanges.map { changes[$0].operation }
            + draft.fields.values.flatMap(\.toSupersede)
        let late = written.filter { change in !spikes.allSatisfy { isBefore(change, $0) } }
        return late.isEmpty ? [] : late + spikes
    }

    /// K12: open drafts of one kind.
    private func twoDrafts(_ story: Story, _ drafts: [Draft]) -> [Item] {
        DraftKind.allCases.compactMap { kind in
            let open = drafts.filter { $0.kind == kind && isOpen($0) && !isSuperseded($0) }
            guard open.count > 1 else { return nil }
            return Item(
                .twoDrafts,
                story: story.id,
                open.map(\.rank.operation),
                sides: open.map(\.label)
            )
        }
    }

    /// K05 and K06.
    private func releaseItems(of story: Story, _ drafts: [Draft]) -> [Item] {
        let waiting = drafts.flatMap { draft in
            draft.releases.values.filter {
                stands($0, of: draft) && openRequests[$0.rank.operation] != nil
            }
        }
        var found: [Item] = []
        if Set(waiting.map(\.act.hash)).count > 1 {
            found.append(Item(.releases, story: story.id, waiting.map(\.rank.operation)))
        }
        found += refusedBehind(story, drafts, waiting)
        for draft in drafts {
            let timed = waiting.filter { $0.act.draft == draft.id && $0.act.when != .now }
            if Set(timed.map(\.act.when)).count > 1 {
                found.append(item(.schedules, draft, timed.map(\.rank.operation)))
            }
        }
        return found
    }

    /// Releases that came too late, of drafts that are still open and were not asked for again.
    private func refusedBehind(
        _ story: Story,
        _ drafts: [Draft],
        _ waiting: [Release]
    ) -> [Item] {
        drafts.filter { draft in isOpen(draft) && !waiting.contains { $0.act.draft == draft.id } }
            .compactMap { draft in
                let refused = draft.releases.keys.flatMap { release -> [OperationID] in
                    guard case .refused(let reasons, _, let answer) = story.answers[release],
                        reasons.contains(where: { $0.code == .behind })
                    else { return [] }
                    return [release, answer]
                }
                return refused.isEmpty ? nil : item(.releases, draft, refused)
            }
    }
}
