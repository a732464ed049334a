import Foundation
import Newsroom
import Store
import SyncProtocol
import Synchronization

extension Desk {
    private static let mostFinds = 100

    /// Finds words in the text and the fields of every draft, the person's own among them.
    ///
    /// Case, accents and the width of letters do not matter; a find begins where a word does.
    func search(_ words: String) async throws -> Answer {
        var finds: [Find] = []
        let sought = SoughtWords(words)
        for draft in try await replica.privateDrafts() {
            let document = CanonicalDocument(fields: draft.fields, body: draft.body)
            finds += document.finds(of: sought, in: "\(draft.slug)")
        }
        finds += try await shared(words, sought, atMost: Self.mostFinds + 1 - finds.count)
        var lines = finds.prefix(Self.mostFinds).map(\.line)
        if finds.isEmpty { lines = [StyledText("nothing says “\(words)”")] }
        if finds.count > Self.mostFinds {
            lines.append(StyledText("and more; say more of the words", .quiet))
        }
        return Answer(
            lines,
            facts: [
                "words": .string(words),
                "finds": .array(finds.prefix(Self.mostFinds).map(\.facts)),
            ]
        )
    }

    private func shared(
        _ words: String,
        _ sought: SoughtWords,
        atMost count: Int
    ) async throws -> [Find] {
        let finds = Mutex<[Find]>([])
        try await replica.documents(saying: words) { name, document in
            finds.withLock { finds in
                finds += document.finds(of: sought, in: name)
                return finds.count < count
            }
        }
        return finds.withLock { Array($0.prefix(max(0, count))) }
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
    fileprivate func finds(of words: SoughtWords, in story: String) -> [Find] {
        let named = DocumentField.allCases.compactMap { field in
            fields[field].map { ("\(field)", $0) }
        }
        let isInBody = words.range(in: body) != nil
        let numbered = (isInBody ? Paragraphs(body).ranges : []).enumerated().map { number, range in
            ("\(number + 1)", String(body[range]))
        }
        return (named + numbered).compactMap { place, text in
            words.range(in: text)
                .map { Find(story: story, place: place, words: text.cut(around: $0)) }
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
            (before.startIndex > head.startIndex ? "…" : "") + before, String(self[range]),
            after + (after.endIndex < tail.endIndex ? "…" : "")
        )
    }
}
