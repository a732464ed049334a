import Foundation
import Newsroom
import Store
import SyncProtocol

/// How a difference is shown.
enum DifferenceForm: Sendable {
    /// The changed paragraphs, one under the other.
    case lines
    /// What was and what is, in two columns.
    case side
    /// A page for a browser, written to a file.
    case html(URL)
}

extension Desk {
    /// The changes from what this member last read to the draft as it stands.
    func difference(
        of draft: Draft,
        from name: String?,
        as form: DifferenceForm = .lines
    ) async throws -> Answer {
        let view = await replica.newsroom.view
        let now = view.document(of: draft.id)
        let past = await pastDocument(of: draft, named: name, in: view)
        if let name, past == nil { throw DeskError.noRevision(name) }
        if name == nil { try? await replica.markSeen(draft.id) }
        let comparison = Comparison(
            name: view.fullName(of: draft),
            past: past,
            pastHash: past.map { view.hash(of: $0) },
            now: now,
            nowHash: view.hash(of: now)
        )
        switch form {
        case .lines: return Answer(comparison.lines, facts: comparison.facts)
        case .side: return Answer(comparison.sides(within: page.width), facts: comparison.facts)
        case .html(let file): return try comparison.written(to: file)
        }
    }

    /// The document that a reviewer compares with: the one named by its hash; otherwise the newer of
    /// what he last cleared or objected to and what this desk last showed him in full, else what is
    /// live (newsroom.md 10).
    private func pastDocument(
        of draft: Draft,
        named name: String?,
        in view: View
    ) async -> CanonicalDocument? {
        if let name {
            let named = draft.revisions.compactMap { view.revisions[$0] }
                .first { $0.hash.description.hasPrefix(name) }
            return named.flatMap { view.document(of: $0.id) }
        }
        let seen = try? await replica.seen(draft.id)
        let verdict = await replica.member.flatMap { view.lastVerdict(of: $0.id, on: draft) }
        if let verdict, verdict.place >= seen?.count ?? 0 {
            return view.document(of: verdict.revision)
        }
        if let seen { return seen.document }
        let live = view.stories[draft.story]?.live?.issue.revision
        return live.flatMap { view.document(of: $0) }
    }
}

/// A draft as it stands beside what it was.
private struct Comparison {
    let name: String
    /// What it was; nil where this person never read it.
    let past: CanonicalDocument?
    let pastHash: ContentHash?
    let now: CanonicalDocument
    let nowHash: ContentHash

    var facts: [String: JSONText] {
        [
            "story": .string(name), "hash": .string("\(nowHash)"),
            "from": pastHash.map { .string("\($0)") } ?? .null,
        ]
    }

    private var since: String { pastHash?.short ?? "nothing" }

    private func titled(_ lines: (DocumentChanges) -> [StyledText]) -> [StyledText] {
        let title = StyledText(name, .strong)
        guard let past else { return [title + ", not read before"] + DocumentLines(now).lines }
        let changes = DocumentChanges(from: past, to: now)
        return [title + StyledText(" since \(since)")]
            + (changes.isEmpty ? ["nothing changed"] : lines(changes))
    }

    var lines: [StyledText] { titled(\.lines) }

    func sides(within width: Int) -> [StyledText] {
        titled { SideBySide($0).lines(under: since, nowHash.short, within: width) }
    }

    /// Writes the page; the old text is empty where this person never read it.
    func written(to file: URL) throws -> Answer {
        let before = past ?? CanonicalDocument(fields: [:], body: "")
        let page = DifferencePage(
            title: name,
            from: since,
            to: nowHash.short,
            DocumentChanges(from: before, to: now)
        )
        try write(page.html, to: file)
        return Answer(
            StyledText("\(name): ", .strong)
                + StyledText("changes written to \(file.relativePath)"),
            facts: facts.merging(["file": .string(file.relativePath)]) { $1 }
        )
    }
}
