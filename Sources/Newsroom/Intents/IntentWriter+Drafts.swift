// Writing in a draft.
extension IntentWriter {
    func draftOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .setField(let draft, let field, let value):
            return [.setDraft(setting(try found(draft, intent), field, value))]
        case .edit(let draft, let edits): return [edited(try found(draft, intent), edits)]
        case .merge(let from, let draft):
            return merged(try found(from, intent), into: try found(draft, intent))
        case .mergeLive(let draft): return try mergedLive(into: found(draft, intent), intent)
        case .restore(let draft, let revision):
            return try restored(found(draft, intent), revision, intent)
        case .save(let draft, let note): return [saved(try found(draft, intent), note)]
        case .settle(let draft): return [try settled(found(draft, intent), intent)]
        case .spike(let draft, let reason):
            let story = try found(draft, intent).story
            return [.spikeDraft(DraftSpike(story: story, draft: draft, reason: reason))]
        case .unspike(let id):
            let draft = try found(id, intent)
            let spikes = draft.standingSpikes.map(\.operation)
            return [.unspikeDraft(DraftUnspike(story: draft.story, draft: id, spikes: spikes))]
        case .comment(let draft, let anchor, let quote, let text, let isBlocking):
            return [
                .addComment(
                    CommentAddition(
                        story: try found(draft, intent).story,
                        draft: draft,
                        anchor: anchor,
                        quote: quote,
                        text: text,
                        isBlocking: isBlocking
                    )
                )
            ]
        default: return nil
        }
    }

    private func setting(_ draft: Draft, _ field: DocumentField, _ value: String) -> DraftSetting {
        DraftSetting(
            story: draft.story,
            draft: draft.id,
            field: field,
            value: value,
            superseded: draft.fields[field]?.toSupersede ?? []
        )
    }

    private func edited(_ draft: Draft, _ edits: [TextEdit]) -> Operation {
        .writeText(
            TextChange(
                story: draft.story,
                draft: draft.id,
                parents: view.textParents(of: draft),
                edits: edits
            )
        )
    }

    func saved(_ draft: Draft, _ note: String?) -> Operation {
        .saveDraft(
            DraftSaving(
                story: draft.story,
                draft: draft.id,
                hash: view.hash(of: draft.id),
                note: note
            )
        )
    }

    /// Settles every open overlap at once.
    private func settled(_ draft: Draft, _ intent: Intent) throws(Refusal) -> Operation {
        let edits = Set(view.overlaps(in: draft.id).flatMap(\.edits))
        guard !edits.isEmpty else { throw refusal(intent, .empty) }
        return .settleDraft(
            DraftSettlement(story: draft.story, draft: draft.id, edits: edits.sorted())
        )
    }

    /// Takes text, and the fields that the other draft set and that differ.
    private func merged(_ from: Draft, into draft: Draft) -> [Operation] {
        let hash = view.hash(of: from.id)
        let merge = DraftMerge(
            story: draft.story,
            draft: draft.id,
            from: from.id,
            heads: view.textParents(of: from),
            revision: view.revision(of: from, at: hash)?.id
        )
        let fields = from.fields.keys.sorted { $0.rawValue < $1.rawValue }
        return [.mergeDraft(merge)]
            + takenFields(fields, into: draft) { view.value(of: $0, in: from) }
    }

    private func takenFields(
        _ fields: [DocumentField],
        into draft: Draft,
        value: (DocumentField) -> String
    ) -> [Operation] {
        fields.filter { $0 != .note && value($0) != view.value(of: $0, in: draft) }
            .map { .setDraft(setting(draft, $0, value($0))) }
    }

    /// Takes what is live, so that the draft can follow it; of the fields those that changed
    /// since the draft's base and that the draft did not set itself.
    private func mergedLive(into draft: Draft, _ intent: Intent) throws(Refusal) -> [Operation] {
        guard let live = view.stories[draft.story]?.live?.issue,
            let revision = view.revisions[live.revision]
        else { throw refusal(intent, .base) }
        let merge = DraftMerge(
            story: draft.story,
            draft: draft.id,
            from: live.draft,
            heads: view.texts[draft.story]?.heads(of: revision.content.version) ?? [],
            revision: revision.id
        )
        return [.mergeDraft(merge)]
    }

    private func restored(
        _ draft: Draft,
        _ revision: RevisionID,
        _ intent: Intent
    ) throws(Refusal) -> [Operation] {
        guard let old = view.document(of: revision) else { throw refusal(intent, .missing) }
        let now = view.document(of: draft.id)
        let fields = DocumentField.allCases.filter { $0 != .note }.filter { field in
            (old.fields[field] ?? "") != (now.fields[field] ?? "")
        }
        let sets = fields.map { Operation.setDraft(setting(draft, $0, old.fields[$0] ?? "")) }
        let edits = replacement(of: view.text(of: draft.id), by: old.body)
        guard !sets.isEmpty || !edits.isEmpty else { throw refusal(intent, .empty) }
        return sets + (edits.isEmpty ? [] : [edited(draft, edits)])
    }

    /// The edits that make one text of another: what is alike at both ends stays.
    private func replacement(of old: String, by new: String) -> [TextEdit] {
        let before = Array(old.unicodeScalars)
        let after = Array(new.unicodeScalars)
        let shared = min(before.count, after.count)
        let head = (0..<shared).first { before[$0] != after[$0] } ?? shared
        let tail =
            (0..<(shared - head)).first {
                before[before.count - 1 - $0] != after[after.count - 1 - $0]
            } ?? (shared - head)
        var added = String.UnicodeScalarView()
        added.append(contentsOf: after[head..<(after.count - tail)])
        let removed = before.count - tail - head
        return (removed > 0 ? [.delete(removed, at: head)] : [])
            + (added.isEmpty ? [] : [.insert(String(added), at: head)])
    }
}
