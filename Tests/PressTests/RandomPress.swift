import Newsroom
import Press
import PressSupport
import TestSupport

/// A press that does whatever a press may do, in an order that a seed decides.
struct RandomPress {
    private var press = InventedPress()
    private var time: Int64 = 1_767_254_400
    private var fresh = 0

    /// The next receipt, with the document that it issued.
    mutating func step(
        using random: inout SplitMix64
    ) throws -> (receipt: Receipt, document: CanonicalDocument?) {
        time += Int64.random(in: 1...200_000, using: &random)
        let now = WrittenTime(Moment(milliseconds: time * 1_000), offset: 60)
        let ordinal = press.stories.indices.randomElement(using: &random)
        guard let ordinal, Int.random(in: 0..<10, using: &random) > 4 else {
            let document = document(using: &random)
            return (try press.issue(slug(document, &random), document, at: now), document)
        }
        let story = press.stories[ordinal]
        switch (story.status, Int.random(in: 0..<10, using: &random)) {
        case ("removed", _):
            let document = document(using: &random)
            return (try press.issue(slug(document, &random), document, at: now), document)
        case ("withheld", 0..<5):
            return (try press.change(ordinal, "restored", note: "-", at: now), nil)
        case ("live", 0):
            return (try press.change(ordinal, "withheld", note: "Wait.", at: now), nil)
        case ("live", 1), ("withheld", _):
            return (try press.change(ordinal, "withdrawn", note: "No source.", at: now), nil)
        case ("live", 2), ("withdrawn", 0..<3):
            return (try press.change(ordinal, "removed", note: "451 By order.", at: now), nil)
        case ("live", 3) where !story.corrections.isEmpty:
            return (try press.change(ordinal, "dropped", note: "-", at: now), nil)
        default: return try again(ordinal, at: now, using: &random)
        }
    }

    private mutating func again(
        _ ordinal: Int,
        at now: WrittenTime,
        using random: inout SplitMix64
    ) throws -> (receipt: Receipt, document: CanonicalDocument?) {
        let kinds = ["update", "correction", "clarification", "refile"]
        let kind = kinds.randomElement(using: &random) ?? "update"
        let isSmall = Bool.random(using: &random)
        var document = isSmall ? press.stories[ordinal].document : document(using: &random)
        if kind != "refile" {
            let fields = document.fields.merging([.note: "Was \(fresh)."]) { $1 }
            document = CanonicalDocument(fields: fields, body: document.body)
        }
        let slug = isSmall ? press.stories[ordinal].slug : slug(document, &random)
        return (try press.issue(ordinal, slug, document, kind: kind, at: now), document)
    }

    private mutating func slug(
        _ document: CanonicalDocument,
        _ random: inout SplitMix64
    ) -> String {
        fresh += 1
        let language = document.fields[.language] ?? "en"
        let taken = Set(press.stories.map(\.slug))
        let family = ["storm", "storm-2", "storm-3", "tower", "tower-2"]
            .flatMap { [$0, "\($0)-\(language)"] }
            .filter { !taken.contains($0) }
        let isOfFamily = Int.random(in: 0..<3, using: &random) == 0
        return (isOfFamily ? family.randomElement(using: &random) : nil) ?? "story-\(fresh)x"
    }

    private func document(using random: inout SplitMix64) -> CanonicalDocument {
        let tags = ["ferry", "harbour", "night", "price", "school"].shuffled(using: &random)
        let links = press.stories.filter { $0.status == "live" }.randomElement(using: &random)
        return CanonicalDocument(
            fields: [
                .headline: "Headline \(fresh) & more",
                .standfirst: "What happened, \(fresh).",
                .byline: ["By Ann Example", "Bo Sample and Cy Test", ""][
                    Int.random(in: 0..<3, using: &random)
                ],
                .section: ["City", "Sport", "city"][Int.random(in: 0..<3, using: &random)],
                .tags: tags.prefix(3).joined(separator: ", "),
                .language: ["en", "ar", "ru"][Int.random(in: 0..<3, using: &random)],
                .urgency: "\(Int.random(in: 1...9, using: &random))",
            ],
            body: links.map { "It is *so*: [before](story:\($0.slug)).\n" } ?? "It is so.\n"
        )
    }
}
