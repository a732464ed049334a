import Desk
import Store
import TestSupport
import Testing

/// Held against a model that folds all of a text for every place in it.
@Suite struct `Words that are sought` {
    private static let parts = [
        "a", "A", "é", "e\u{301}", "E", "b", " ", "-", "1", "ß", "ss", "ｆ", "f", "“", "ә", "Ә",
        "\u{301}", "漢", "🙂",
    ]

    /// Whether the words stand there, by folding.
    private func model(_ words: String, in text: String) -> Bool {
        let needle = words.searchable
        guard !needle.isEmpty else { return false }
        return text.indices.contains { place in
            let isInWord =
                place > text.startIndex && isWord(text[text.index(before: place)])
                && isWord(text[place])
            return !isInWord && String(text[place...]).searchable.hasPrefix(needle)
        }
    }

    private func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    @Test(arguments: Seeds.smoke)
    func `are found where folding the whole text finds them`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var (found, missed) = (0, 0)
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                Self.parts.randomElement(using: &random) ?? ""
            }.joined()
            let words = (0..<Int.random(in: 1..<4, using: &random)).map { _ in
                Self.parts.dropLast(3).randomElement(using: &random) ?? ""
            }.joined()
            let range = SoughtWords(words).range(in: text)
            let isThere = model(words, in: text)
            #expect((range != nil) == isThere, "seed \(seed): “\(words)” in “\(text)”")
            if let range { #expect(String(text[range]).searchable.hasPrefix(words.searchable)) }
            if isThere { found += 1 } else { missed += 1 }
        }
        #expect(found > 20 && missed > 20)
    }

    @Test func `take the accents of their last letter along`() throws {
        let text = "Un cafe\u{301}."
        let range = try #require(SoughtWords("CAFE").range(in: text))
        #expect(text[range] == "cafe\u{301}")
    }
}
