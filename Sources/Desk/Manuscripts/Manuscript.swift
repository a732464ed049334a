import Newsroom
import Store

/// What a person works on: a draft that only this machine has, or one that everybody sees.
enum Manuscript: Hashable, Sendable {
    case inPrivate(Slug)
    case shared(DraftID)
}

/// A manuscript as it stands: what commands read and change.
struct Copy: Sendable {
    /// What it is a copy of.
    let manuscript: Manuscript
    /// The story's slug.
    let slug: String
    /// Fields and text.
    let document: CanonicalDocument

    /// The text in paragraphs.
    var paragraphs: Paragraphs { Paragraphs(document.body) }
}

extension Desk {
    /// The manuscript as it stands now.
    ///
    /// - Throws: `DeskError.noStory` where it is gone.
    func copy(of manuscript: Manuscript) async throws -> Copy {
        switch manuscript {
        case .inPrivate(let slug):
            let draft = try await privateDraft(slug)
            return Copy(
                manuscript: manuscript,
                slug: slug.description,
                document: CanonicalDocument(fields: draft.fields, body: draft.body)
            )
        case .shared(let draft):
            let view = await replica.newsroom.view
            return Copy(
                manuscript: manuscript,
                slug: view.slug(of: draft),
                document: view.document(of: draft)
            )
        }
    }

    /// The private draft with this slug.
    func privateDraft(_ slug: Slug) async throws -> PrivateDraft {
        guard let draft = try await replica.privateDrafts().first(where: { $0.slug == slug }) else {
            throw DeskError.noStory(slug.description, nearest: nil)
        }
        return draft
    }

    /// The manuscript that a command means: the one named, or the open one.
    func manuscript(_ name: String?, for verb: Verb) async throws -> Manuscript {
        if let name { return try await manuscript(named: name) }
        guard let open else { throw DeskError.nothingOpen(verb: verb.name) }
        return open
    }

    /// The shared draft that a command means.
    ///
    /// - Throws: `DeskError.notShared` where it is private.
    func draft(_ name: String?, for verb: Verb) async throws -> Draft {
        switch try await manuscript(name, for: verb) {
        case .inPrivate(let slug):
            throw DeskError.notShared(verb: verb.name, slug: slug.description)
        case .shared(let id):
            guard let draft = await replica.newsroom.view.drafts[id] else {
                throw DeskError.noStory(id.short, nearest: nil)
            }
            return draft
        }
    }

    /// The manuscript that `--on` names, or the open one.
    func manuscript(on arguments: Arguments) async throws -> Manuscript {
        try await manuscript(arguments.value(of: "on"), for: arguments.verb)
    }

    /// The shared draft that `--on` names, or the open one.
    func draft(on arguments: Arguments) async throws -> Draft {
        try await draft(arguments.value(of: "on"), for: arguments.verb)
    }

    /// The shared draft that the last word names, or the open one.
    func draft(named arguments: inout Arguments) async throws -> Draft {
        let name = arguments.wordIfAny()
        try arguments.finish()
        return try await draft(name, for: arguments.verb)
    }
}
