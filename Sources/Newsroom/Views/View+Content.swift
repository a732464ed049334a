import Prose

/// Content that is judged: a draft as it is, or a revision.
struct Content: Sendable {
    let hash: ContentHash
    let document: CanonicalDocument
    let version: TextVersion
    let base: RevisionID?
    /// Whether a field had several values.
    let isContested: Bool
    /// Whether an erasure took part of it.
    let isErased: Bool
}

extension View {
    /// The revision that a draft starts from: of those that it was opened on or that were merged
    /// into it the one last published, or else the newest.
    public func base(of draft: Draft) -> RevisionID? {
        let named =
            [draft.openedOn].compactMap(\.self)
            + draft.merges.values.compactMap(\.act.revision)
        guard named.count > 1 else { return named.first }
        let history = stories[draft.story]?.events ?? []
        let published = history.last { receipt in
            receipt.issue.map { named.contains($0.revision) } ?? false
        }
        if let issue = published?.issue { return issue.revision }
        let merged = draft.merges.values.filter { $0.act.revision != nil }
        return merged.max { $0.rank < $1.rank }?.act.revision ?? draft.openedOn
    }

    /// The shown value of a field: the draft's own, or else its base's, but for the note.
    public func value(of field: DocumentField, in draft: Draft) -> String {
        if let own = ownValue(of: field, in: draft) { return own }
        guard field != .note, let base = base(of: draft) else { return "" }
        return revisions[base]?.content.value(of: field) ?? ""
    }

    /// Of several urgencies the smallest is shown, of other fields the highest value.
    private func ownValue(of field: DocumentField, in draft: Draft) -> String? {
        guard let register = draft.fields[field], !register.isEmpty else { return nil }
        return shownItem(of: field, register)?.value ?? ""
    }

    private func shownItem(
        of field: DocumentField,
        _ register: Register<String>
    ) -> Register<String>.Setting? {
        guard field == .urgency else { return register.alive.first }
        let smallest = register.alive.map(\.value).filter { !$0.isEmpty }.min()
        return register.alive.first { $0.value == smallest } ?? register.alive.first
    }

    private func values(of draft: Draft) -> [FieldValue] {
        let inherited = base(of: draft).flatMap { revisions[$0] }?.content
        return DocumentField.allCases.compactMap { field in
            let own = ownValue(of: field, in: draft)
            let value = own ?? (field == .note ? nil : inherited?.value(of: field)) ?? ""
            return value.isEmpty ? nil : FieldValue(field: field, value: value)
        }
    }

    /// The canonical document of a draft as it is now.
    public func document(of draft: DraftID) -> CanonicalDocument {
        guard let found = drafts[draft] else { return CanonicalDocument(fields: [:], body: "") }
        return document(values(of: found), found.version, in: found.story)
    }

    /// The canonical document of a revision; nil where it is not here, or was erased by law.
    public func document(of revision: RevisionID) -> CanonicalDocument? {
        guard let found = revisions[revision], let draft = drafts[found.draft],
            let story = stories[draft.story], !isErased(found, in: story),
            let text = texts[draft.story]
        else { return nil }
        let hidden = found.content.hidden.map { text.changes[$0].events }
        let body = text.graph.document(
            at: found.content.version.frontier,
            settingAside: hidden.filter { !$0.isEmpty }
        )
        return CanonicalDocument(fields: fields(found.content.fields), body: body.text)
    }

    private func document(
        _ values: [FieldValue],
        _ version: TextVersion,
        in story: StoryID
    ) -> CanonicalDocument {
        CanonicalDocument(fields: fields(values), body: merged(version, in: story).text)
    }

    private func fields(_ values: [FieldValue]) -> [DocumentField: String] {
        Dictionary(values.map { ($0.field, $0.value) }) { first, _ in first }
    }

    /// The content hash of a document.
    public func hash(of document: CanonicalDocument) -> ContentHash {
        ContentHash(digest(document.bytes))
    }

    /// The content hash of a draft as it is now.
    public func hash(of draft: DraftID) -> ContentHash { hash(of: document(of: draft)) }

    /// What a draft contains now.
    func content(of draft: Draft) -> Content {
        let document = document(of: draft.id)
        return Content(
            hash: hash(of: document),
            document: document,
            version: draft.version,
            base: base(of: draft),
            isContested: draft.fields.values.contains { $0.isContested },
            isErased: isErased(draft)
        )
    }

    /// What a revision contains, as its past says.
    func content(of revision: Revision) -> Content {
        let document = document(of: revision.id)
        return Content(
            hash: revision.hash,
            document: document ?? CanonicalDocument(fields: [:], body: ""),
            version: revision.content.version,
            base: revision.content.base,
            isContested: revision.content.contested,
            isErased: document == nil
        )
    }

    /// What a save of the draft saves.
    func savedContent(of draft: Draft) -> SavedContent {
        let hidden = stories[draft.story]?.hidden ?? []
        let sets = draft.fields.compactMap { field, register in
            shownItem(of: field, register).map {
                Contribution(operation: $0.rank.operation, member: $0.author)
            }
        }
        let merges = draft.merges.map { Contribution(operation: $0.key, member: $0.value.member) }
        return SavedContent(
            fields: values(of: draft),
            contested: draft.fields.values.contains { $0.isContested },
            version: draft.version,
            hidden: hidden.filter { draft.version.changes.contains($0) }.sorted(),
            base: base(of: draft),
            acts: (sets + merges).sorted { $0.operation < $1.operation }
        )
    }

    /// Whether an erasure took part of what a draft contains.
    func isErased(_ draft: Draft) -> Bool {
        guard let story = stories[draft.story], !story.erased.isEmpty else { return false }
        let sets = draft.fields.values.flatMap(\.alive).map(\.rank.operation.entry)
        return isErased(draft.version, in: story) || sets.contains { story.erased.contains($0) }
            || base(of: draft).flatMap { revisions[$0] }.map { isErased($0, in: story) } ?? false
    }

    private func isErased(_ version: TextVersion, in story: Story) -> Bool {
        story.erased.contains { entry in
            texts[story.id]?.number(of: entry).map { version.changes.contains($0) } ?? false
        }
    }

    private func isErased(_ revision: Revision, in story: Story) -> Bool {
        guard !story.erased.isEmpty else { return false }
        if isErased(revision.content.version, in: story) { return true }
        if revision.content.acts.contains(where: { story.erased.contains($0.operation.entry) }) {
            return true
        }
        return revision.content.base.flatMap { revisions[$0] }.map { isErased($0, in: story) }
            ?? false
    }
}

extension SavedContent {
    func value(of field: DocumentField) -> String {
        fields.first { $0.field == field }?.value ?? ""
    }
}
