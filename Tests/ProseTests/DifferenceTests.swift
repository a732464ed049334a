import Prose
import TestSupport
import Testing

/// A text of a few different words.
private func someWords(_ count: Int, of kinds: Int, using random: inout SplitMix64) -> String {
    (0..<count).map { _ in
        let word = "w\(Int.random(in: 0..<kinds, using: &random))"
        return word + (["", " ", "  ", "\n", "\n\n", "é"].randomElement(using: &random) ?? "")
    }.joined(separator: " ")
}

struct `A difference` {
    @Test(arguments: Seeds.smoke, [3, 30, 3000])
    func `gives both texts back`(seed: UInt64, kinds: Int) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<4 {
            let count = Int.random(in: 0..<60, using: &random)
            let old = someWords(count, of: kinds, using: &random)
            let new = someWords(count, of: kinds, using: &random)
            expectBoth(old, new, seed)
            expectBoth(old, old + new, seed)
            expectBoth(new + old, old, seed)
        }
    }

    private func expectBoth(_ old: String, _ new: String, _ seed: UInt64) {
        var (before, after) = ("", "")
        var rope = Rope(old)
        for edit in edits(from: old, to: new) {
            do {
                switch edit {
                case .insert(let text, let place): try rope.insert(text, at: place)
                case .delete(let count, let place): try rope.delete(count, at: place)
                }
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
        let edited = rope.text
        #expect(edited.utf8.elementsEqual(new.utf8), "seed \(seed)")
        var (away, here): ([Int: String], [Int: String]) = ([:], [:])
        for piece in difference(from: old, to: new) {
            switch piece {
            case .kept(let text): (before, after) = (before + text, after + text)
            case .removed(let text): before += text
            case .added(let text): after += text
            case .movedAway(let text, let number): (before, away[number]) = (before + text, text)
            case .movedHere(let text, let number): (after, here[number]) = (after + text, text)
            }
        }
        #expect(before.utf8.elementsEqual(old.utf8), "seed \(seed)")
        #expect(after.utf8.elementsEqual(new.utf8), "seed \(seed)")
        #expect(away == here, "seed \(seed)")
    }

    @Test func `is a shortest one`() {
        #expect(
            difference(from: "a b c d e", to: "a x c d") == [
                .kept("a "), .removed("b"), .added("x"), .kept(" c d"), .removed(" e"),
            ]
        )
        #expect(
            edits(from: "a b c d e", to: "a x c d") == [
                .delete(count: 1, at: 2), .insert("x", at: 2), .delete(count: 2, at: 7),
            ]
        )
    }

    @Test func `joins replaced words that stand beside each other`() {
        #expect(
            difference(from: "They left at ten.", to: "They came back late.") == [
                .kept("They "), .removed("left at ten."), .added("came back late."),
            ]
        )
        // Where a paragraph ends, a change ends too.
        #expect(
            difference(from: "One.\n\nTwo.", to: "First.\n\nSecond.") == [
                .removed("One."), .added("First."), .kept("\n\n"), .removed("Two."),
                .added("Second."),
            ]
        )
    }

    @Test func `takes lines for paragraphs where no line is blank`() {
        let (first, second) = ("The mayor resigned on Tuesday.", "The council meets in May.")
        #expect(
            difference(from: "\(first)\n\(second)\n", to: "\(second)\n\(first)\n")
                .contains(.movedHere(first, number: 0))
        )
        // Otherwise a line is part of its paragraph, which is new where one of its lines is.
        let list = "\(first)\n\(second)"
        #expect(
            difference(from: "\(list)\n\nEnd.", to: "\(second)\n\(first)\n\nEnd.").allSatisfy {
                if case .movedHere = $0 { false } else { true }
            }
        )
    }

    @Test func `shows a moved paragraph as moved`() {
        let (first, second) = ("The mayor resigned on Tuesday.", "The council meets again in May.")
        let pieces = difference(
            from: "\(first)\n\n\(second)\n\nIn short words.\n",
            to: "\(second)\n\nIn few words.\n\n\(first)\n"
        )
        #expect(pieces.contains(.movedAway(first, number: 0)))
        #expect(pieces.contains(.movedHere(first, number: 0)))
        #expect(pieces.contains(.removed("short")))
        #expect(pieces.contains(.added("few")))
    }

    @Test func `keeps the heavier of two paragraphs that changed places`() {
        let short = "The mayor resigned on Tuesday evening."
        let long = "The council meets again in May, and nobody knows yet who will lead it."
        for (old, new) in [(short, long), (long, short)] {
            let pieces = difference(from: "\(old)\n\n\(new)\n", to: "\(new)\n\n\(old)\n")
            #expect(pieces.contains { $0 == .movedHere(short, number: 0) }, "\(pieces)")
        }
    }

    @Test func `of a long text rewritten in many places touches those alone`() {
        let paragraphs = (0..<300).map { "Paragraph \($0) says that \($0 * 7) boats came in." }
        let changed = paragraphs.enumerated().map { place, text in
            place % 2 == 0 ? text : "In June \(place) more boats than ever were counted here."
        }
        let (old, new) = (
            paragraphs.joined(separator: "\n\n"), changed.joined(separator: "\n\n")
        )
        let touched = edits(from: old, to: new).reduce(0) { sum, edit in
            if case .delete(let count, _) = edit { sum + count } else { sum }
        }
        let gone = paragraphs.enumerated().filter { $0.0 % 2 == 1 }.map {
            $0.1.unicodeScalars.count
        }
        #expect(touched <= gone.reduce(0, +))
    }

    @Test func `tells apart what only looks alike`() {
        #expect(difference(from: "\u{e9}", to: "e\u{301}").count == 2)
    }

    @Test func `of a text rewritten from end to end stays readable`() {
        var random = SplitMix64(seed: 7)
        let old = someWords(700, of: 1_000_000, using: &random)
        let new = someWords(700, of: 1_000_000, using: &random)
        expectBoth(old + " shared middle " + old, new + " shared middle " + new, 7)
    }
}
