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
        found += drafts.flatMap { items(of: $0) }
        return found + releaseItems(of: story, drafts) + publicItems(of: story)
            + twoDrafts(story, drafts)
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
            if isBehind(draft) { found.append(item(.behind, draft, [draft.rank.operation])) }
        }
        if let receipt = receipt(of: draft), hash(of: draft.id) != receipt.issue.hash {
            found.append(item(.leftOver, draft, [receipt.operation]))
        }
        found += draft.releases.values.filter { isUnread($0, of: draft) }
            .map { item(.unread, draft, [$0.rank.operation]) }
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

    /// Text and fields of a spiked draft that are not before its spikes.
    private func afterSpikes(_ draft: Draft) -> [OperationID] {
        let spikes = draft.standingSpikes.map(\.operation)
        guard !spikes.isEmpty else { return [] }
        let changes = texts[draft.story]?.changes ?? []
        let written =
            draft.ownChanges.map { changes[$0].operation }
            + draft.fields.values.flatMap(\.toSupersede)
        return written.filter { operation in !spikes.allSatisfy { isBefore(operation, $0) } }
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
                let refused = draft.releases.keys.filter { release in
                    guard case .refused(let reasons, _, _) = story.answers[release] else {
                        return false
                    }
                    return reasons.contains { $0.code == .behind }
                }
                return refused.isEmpty ? nil : item(.releases, draft, Array(refused))
            }
    }
}
