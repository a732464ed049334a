import Ledger
import Newsroom
import Press
import Store

extension Desk {
    /// Refuses now what the press would refuse an hour later.
    func refuseUnpublishable(_ draft: Draft) async throws {
        let view = await replica.newsroom.view
        guard let slug = view.stories[draft.story]?.slug.shown else { return }
        let document = view.document(of: draft.id)
        let pictures = PictureSource(replica.media)
        if let refusal = pressRefusal(of: document, slug: slug, pictures: pictures) {
            throw refusal
        }
    }

    /// Asks the press for a draft as it was cleared, now or at a time.
    func release(_ draft: Draft, at time: TypedTime?) async throws -> Answer {
        try await replica.commit(.release(draft.id, when: time.map { .at($0.moment) } ?? .now))
        let when = time.map { ", for \($0.moment.utcSeconds)" } ?? ""
        return await standing(of: draft.id, said: "release asked for\(when)")
            .undone { "cancel undone --on \($0)" }
    }

    /// Opens a draft that starts from what is live, with its public note if one is given.
    func open(
        _ kind: DraftKind,
        of name: String,
        note: String?,
        for verb: Verb
    ) async throws -> Answer {
        let live = try await draft(name, for: verb)
        let entry = try await replica.commit(.open(kind, live.story))
        let draft = DraftID(madeBy: entry.id)
        open = .shared(draft)
        if let note { try await replica.commit(.setField(draft, .note, note)) }
        return await standing(of: draft, said: "\(kind) opened")
            .undone { "spike undone --on \($0)" }
    }
}
