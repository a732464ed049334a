import Ledger
import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Reads a slug.
    func slug(_ text: String) throws(DeskError) -> Slug {
        guard let slug = Slug(text) else { throw .badSlug(text) }
        return slug
    }

    /// Refuses a slug that a private draft or a story has.
    func refuseTaken(_ slug: Slug) async throws {
        let isPrivate = try await replica.privateDrafts().contains { $0.slug == slug }
        let stories = await replica.newsroom.view.stories(called: slug.description)
        guard !isPrivate, !stories.contains(where: { $0.slug.shown == slug }) else {
            throw DeskError.slugTaken(slug.description)
        }
    }

    /// Shows a private draft to everybody; only then is it dropped here.
    func share(_ manuscript: Manuscript) async throws -> Answer {
        guard case .inPrivate(let slug) = manuscript else {
            throw DeskError.isShared(try await copy(of: manuscript).slug)
        }
        let draft = try await privateDraft(slug)
        let entry = try await replica.commit(
            .share(slug: slug, fields: draft.fields, body: draft.body)
        )
        try await replica.drop(slug)
        let shared = DraftID(madeBy: entry.id)
        if open == manuscript { open = .shared(shared) }
        done = done.map { $0.moved(from: manuscript, to: .shared(shared)) }
        undone = undone.map { $0.moved(from: manuscript, to: .shared(shared)) }
        return Answer(
            "\(slug): shared; `sync` carries it to the others",
            facts: ["story": .string("\(slug)"), "draft": .string("\(shared)")]
        ).undone(instead: "the others may have it; `spike` sets it aside")
    }

    /// Adds a paragraph, or several, at the end.
    func append(_ text: String, to manuscript: Manuscript) async throws -> Answer {
        let paragraphs = try await copy(of: manuscript).paragraphs
        return try await insert(text, after: paragraphs.count, in: manuscript)
    }

    /// Adds a paragraph, or several, behind another.
    func insert(
        _ text: String,
        after number: Int,
        in manuscript: Manuscript
    ) async throws -> Answer {
        let lines = Paragraphs(text.replacing("\r\n", with: "\n"))
        let clean = lines.ranges.map { lines.body[$0] }.joined(separator: "\n\n")
        guard !clean.isEmpty else { return try await change(manuscript, []) }
        let paragraphs = try await copy(of: manuscript).paragraphs
        return try await change(manuscript, try paragraphs.inserting(clean, after: number))
    }

    /// Sets a field of the document, or the story's slug.
    func set(
        _ name: String,
        to value: String,
        of manuscript: Manuscript
    ) async throws -> Answer {
        if name == "slug" {
            let old = try await copy(of: manuscript).slug
            return try await rename(manuscript, to: slug(value))
                .undone { "set slug \(old) --on \($0)" }
        }
        guard let field = DocumentField(named: name) else {
            let names = DocumentField.allCases.map { "\($0)" } + ["slug"]
            throw DeskError.notOneOf(name, what: "field", allowed: names)
        }
        let old = try await copy(of: manuscript).document.fields[field] ?? ""
        let plain = value.replacing("\\n", with: "\n")
        try await set(field, to: plain, of: manuscript)
        let slug = try await copy(of: manuscript).slug
        let said: StyledText =
            value.isEmpty ? "\(slug): \(name) is empty" : "\(slug): \(name) is \(value)"
        return Answer(
            said,
            facts: [
                "story": .string(slug), "field": .string(name), "value": .string(plain),
            ]
        ).undone { "set \(name) \(quoted(old.replacing("\n", with: "\\n"))) --on \($0)" }
    }

    private func rename(_ manuscript: Manuscript, to slug: Slug) async throws -> Answer {
        try await refuseTaken(slug)
        switch manuscript {
        case .inPrivate(let old):
            let draft = try await privateDraft(old)
            try await replica.keep(
                PrivateDraft(slug: slug, fields: draft.fields, body: draft.body)
            )
            try await replica.drop(old)
            if open == manuscript { open = .inPrivate(slug) }
        case .shared(let draft):
            guard let story = await replica.newsroom.view.drafts[draft]?.story else { break }
            try await replica.commit(.setSlug(story, slug))
        }
        return Answer("the slug is \(slug)", facts: ["story": .string("\(slug)")])
    }
}
