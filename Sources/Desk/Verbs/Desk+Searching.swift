import Foundation
import Newsroom
import Store
import SyncProtocol

extension Desk {
    private static let mostFinds = 100

    /// Finds words in the text and the fields of every draft, the person's own among them.
    ///
    /// Case, accents and the width of letters do not matter. O(all text).
    func search(_ words: String) async throws -> Answer {
        let view = await replica.newsroom.view
        let own = try await replica.privateDrafts().map { draft in
            ("\(draft.slug)", CanonicalDocument(fields: draft.fields, body: draft.body))
        }
        let shared = view.drafts.values.filter(\.isListed)
            .map { (view.fullName(of: $0), view.document(of: $0.id)) }
            .sorted { $0.0 < $1.0 }
        let finds = (own + shared).flatMap { name, document in
            document.places(of: words).map { Find(story: name, place: $0.place, words: $0.words) }
        }
        var lines = finds.prefix(Self.mostFinds).map(\.line)
        if finds.isEmpty { lines = [StyledText("nothing says “\(words)”")] }
        if finds.count > lines.count, !finds.isEmpty {
            lines.append(StyledText("and \(finds.count - lines.count) more", .quiet))
        }
        return Answer(
            lines,
            facts: ["words": .string(words), "finds": .array(finds.map(\.facts))]
        )
    }
}

/// Words that were found, with where they stand.
private struct Find {
    let story: String
    let place: String
    let words: (before: String, found: String, after: String)

    var line: StyledText {
        StyledText("\(story)", .strong) + StyledText(" \(place)  ", .quiet)
            + StyledText(words.before) + StyledText(words.found, .added) + StyledText(words.after)
    }

    var facts: JSONText {
        .object([
            "story": .string(story), "place": .string(place),
            "text": .string(words.before + words.found + words.after),
        ])
    }
}

extension CanonicalDocument {
    /// The fields and paragraphs that hold words, once each, with a little of what stands around.
    fileprivate func places(
        of words: String
    ) -> [(place: String, words: (before: String, found: String, after: String))] {
        let named = DocumentField.allCases.compactMap { field in
            fields[field].map { ("\(field)", $0) }
        }
        let paragraphs = Paragraphs(body)
        let numbered = paragraphs.ranges.enumerated().map { number, range in
            ("\(number + 1)", String(paragraphs.body[range]))
        }
        return (named + numbered).compactMap { place, text in
            text.range(
                of: words,
                options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]
            )
            .map { (place, text.cut(around: $0)) }
        }
    }
}

extension String {
    /// A stretch with at most 40 characters before and after it.
    fileprivate func cut(
        around range: Range<String.Index>
    ) -> (before: String, found: String, after: String) {
        let (head, tail) = (self[..<range.lowerBound], self[range.upperBound...])
        let (before, after) = (head.suffix(40), tail.prefix(40))
        return (
            (before.count < head.count ? "…" : "") + before, String(self[range]),
            after + (after.count < tail.count ? "…" : "")
        )
    }
}
