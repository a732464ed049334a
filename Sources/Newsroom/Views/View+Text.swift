import Prose

extension View {
    /// The text of a draft as it is now.
    public func text(of draft: DraftID) -> String {
        guard let draft = drafts[draft], let story = stories[draft.story] else { return "" }
        return story.graph.document(at: draft.frontier).text
    }

    /// The stretches of a draft's text with who wrote them, in order.
    public func attribution(of draft: DraftID) -> [(text: String, author: MemberID?)] {
        guard let draft = drafts[draft], let story = stories[draft.story] else { return [] }
        let document = story.graph.document(at: draft.frontier)
        let scalars = Array(document.text.unicodeScalars)
        return document.runs.map { run in
            let author = story.changes.values.first { $0.events.contains(run.events.lowerBound) }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[run.offset..<(run.offset + run.events.count)])
            return (String(text), author?.author)
        }
    }

    /// The shown value of a field: the draft's own, or else its base's, but for the note.
    public func value(of field: DocumentField, in draft: Draft) -> String {
        if let register = draft.fields[field], !register.isEmpty { return register.shown ?? "" }
        guard field != .note, let base = draft.base else { return "" }
        return revisions[base]?.document.fields[field] ?? ""
    }

    /// The canonical document of a draft as it is now.
    public func document(of draft: DraftID) -> CanonicalDocument {
        guard let found = drafts[draft] else { return CanonicalDocument(fields: [:], body: "") }
        let values = DocumentField.allCases.map { ($0, value(of: $0, in: found)) }
        return CanonicalDocument(
            fields: Dictionary(uniqueKeysWithValues: values),
            body: text(of: draft)
        )
    }

    /// The content hash of a document.
    public func hash(of document: CanonicalDocument) -> ContentHash {
        ContentHash(digest(document.bytes))
    }

    /// The content hash of a draft as it is now.
    public func hash(of draft: DraftID) -> ContentHash { hash(of: document(of: draft)) }

    /// The entries whose text changes a new change of this draft has to name as parents.
    public func textParents(of draft: Draft) -> [EntryID] {
        guard let story = stories[draft.story] else { return [] }
        let ends = story.changes.filter { !$0.value.events.isEmpty }
        return draft.frontier.heads.compactMap { head in
            ends.first { $0.value.events.upperBound - 1 == head }?.key
        }.sorted()
    }

    /// The sentences of a draft that two people changed without knowing of each other (K02).
    public func overlaps(in draft: DraftID) -> [TextOverlap] {
        guard let draft = drafts[draft], let story = stories[draft.story] else { return [] }
        var byEvent: [EventIndex: (EntryID, TextRecord)] = [:]
        for (entry, record) in story.changes { byEvent[record.events.lowerBound] = (entry, record) }
        let open = story.graph.overlaps(at: draft.frontier) { first, second in
            guard let one = byEvent[first.lowerBound]?.0, let other = byEvent[second.lowerBound]?.0
            else { return false }
            return draft.settlements.contains { $0.contains(one) && $0.contains(other) }
        }
        return open.compactMap { overlap in
            guard let one = byEvent[overlap.first.lowerBound],
                let other = byEvent[overlap.second.lowerBound]
            else { return nil }
            return TextOverlap(
                edits: [one.0, other.0].sorted(),
                authors: [one.1.author, other.1.author].sorted(),
                sentence: overlap.text
            )
        }
    }
}

/// A sentence that two changes touched, neither knowing of the other.
public struct TextOverlap: Sendable, Hashable {
    /// The entries with the two changes, ascending.
    public let edits: [EntryID]
    /// Who wrote them, ascending.
    public let authors: [MemberID]
    /// The sentence as merged.
    public let sentence: String
}
