import Prose

extension View {
    /// The text of a draft as it is now.
    public func text(of draft: DraftID) -> String {
        guard let draft = drafts[draft] else { return "" }
        return merged(draft.version, in: draft.story).text
    }

    func merged(_ version: TextVersion, in story: StoryID) -> Document {
        guard let text = texts[story] else { return EventGraph().document(at: []) }
        return text.graph.document(
            at: version.frontier,
            settingAside: hiddenEvents(of: story, in: version)
        )
    }

    /// The stretches of a draft's text with who wrote them, in order.
    public func attribution(of draft: DraftID) -> [(text: String, author: MemberID?)] {
        characters(of: draft).map { ($0.text, $0.author) }
    }

    /// The stretches of a draft's text, each by one change, with the name of its first character.
    public func characters(of draft: DraftID) -> [TextStretch] {
        guard let draft = drafts[draft], let story = stories[draft.story],
            let history = texts[draft.story]
        else { return [] }
        let document = merged(draft.version, in: draft.story)
        let scalars = Array(document.text.unicodeScalars)
        return document.runs.compactMap { run in
            guard let number = history.number(ofEvent: run.events.lowerBound) else { return nil }
            let record = history.changes[number]
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[run.offset..<(run.offset + run.events.count)])
            return TextStretch(
                text: String(text),
                author: record.author,
                adopter: story.adopters[number],
                first: CharacterID(
                    entry: record.operation.entry,
                    offset: record.offset(of: run.events.lowerBound)
                ),
                start: run.offset
            )
        }
    }

    /// The entries whose text changes a new change of this draft has to name as parents.
    public func textParents(of draft: Draft) -> [EntryID] {
        texts[draft.story]?.heads(of: draft.version) ?? []
    }

    /// The sentences of a draft that two people changed without knowing of each other (K02).
    public func overlaps(in draft: DraftID) -> [TextOverlap] {
        guard let draft = drafts[draft] else { return [] }
        return overlaps(in: draft.version, of: draft)
    }

    func overlaps(in version: TextVersion, of draft: Draft) -> [TextOverlap] {
        guard let text = texts[draft.story], !text.isSequential(version) else { return [] }
        func record(_ events: Range<EventIndex>) -> TextRecord? {
            text.number(ofEvent: events.lowerBound).map { text.changes[$0] }
        }
        let open = text.graph.overlaps(
            at: version.frontier,
            settingAside: hiddenEvents(of: draft.story, in: version)
        ) { first, second in
            guard let one = record(first)?.operation.entry,
                let other = record(second)?.operation.entry
            else { return false }
            return draft.settlements.contains { $0.contains(one) && $0.contains(other) }
        }
        return open.compactMap { overlap in
            guard let one = record(overlap.first), let other = record(overlap.second) else {
                return nil
            }
            let sides = [
                (one.operation.entry, overlap.firstText),
                (other.operation.entry, overlap.secondText),
            ].sorted { $0.0 < $1.0 }
            return TextOverlap(
                edits: sides.map(\.0),
                authors: [one.author, other.author].sorted(),
                sentence: overlap.text,
                base: overlap.base,
                sides: sides.map(\.1)
            )
        }
    }
}

extension View {
    /// The events of a version that do not show: changes set aside, insertions erased by law.
    func hiddenEvents(of story: StoryID, in version: TextVersion) -> [Range<EventIndex>] {
        guard let found = stories[story], !found.hidden.isEmpty || !found.erased.isEmpty,
            let text = texts[story]
        else { return [] }
        let aside = found.hidden.sorted().filter { version.changes.contains($0) }
            .map { text.changes[$0].events }
        let gone = found.erased.sorted().compactMap { text.number(of: $0) }
            .filter { version.changes.contains($0) }
            .flatMap { text.changes[$0].insertions }
        return (aside + gone).filter { !$0.isEmpty }
    }
}

extension TextRecord {
    /// The place of an inserting event among the scalars that the change inserts.
    func offset(of event: EventIndex) -> Int {
        var offset = 0
        for range in insertions {
            if range.contains(event) { return offset + event - range.lowerBound }
            offset += range.count
        }
        return offset
    }
}

/// A stretch of text that one change inserted.
public struct TextStretch: Sendable, Hashable {
    /// The text.
    public let text: String
    /// Who wrote it.
    public let author: MemberID?
    /// Who adopted it, if its author had lost the right.
    public let adopter: MemberID?
    /// The name of its first character; the others follow.
    public let first: CharacterID
    /// Where it begins, in scalars.
    public let start: Int
}

/// A sentence that two changes touched, neither knowing of the other.
public struct TextOverlap: Sendable, Hashable {
    /// The entries with the two changes, ascending.
    public let edits: [EntryID]
    /// Who wrote them, ascending.
    public let authors: [MemberID]
    /// The sentence as merged.
    public let sentence: String
    /// What stood there before both changes.
    public let base: String
    /// What each change made of it, in the order of `edits`.
    public let sides: [String]
}
