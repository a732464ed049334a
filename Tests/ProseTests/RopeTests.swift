import Prose
import TestSupport
import Testing

/// Scalars of one to four bytes, and line feeds.
private func someText(_ limit: Int, using random: inout SplitMix64) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...limit, using: &random) {
        view.append(["a", "b", "\n", "é", "€", "\u{1F600}"].randomElement(using: &random) ?? "a")
    }
    return String(view)
}

struct `A rope` {
    @Test(arguments: Seeds.smoke)
    func `is edited like a list of scalars`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var model = Array(someText(3000, using: &random).unicodeScalars)
        var rope = Rope(String(String.UnicodeScalarView(model)))
        for step in 0..<100 {
            let place = Int.random(in: 0...model.count, using: &random)
            if Bool.random(using: &random) {
                let text = someText(step % 10 == 0 ? 2000 : 6, using: &random)
                try rope.insert(text, at: place)
                model.insert(contentsOf: text.unicodeScalars, at: place)
            } else {
                let most = step % 9 == 0 ? 4000 : 8
                let count = Int.random(in: 0...min(most, model.count - place), using: &random)
                try rope.delete(count, at: place)
                model.removeSubrange(place..<(place + count))
            }
            if step % 5 == 0 { rope.checkInvariants() }
            #expect(rope.scalarCount == model.count, "seed \(seed), step \(step)")
        }
        let text = String(String.UnicodeScalarView(model))
        #expect(rope.text.utf8.elementsEqual(text.utf8), "seed \(seed)")
    }

    @Test(arguments: Seeds.smoke)
    func `leads from scalars to bytes and lines and back`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = someText(1200, using: &random)
        let rope = Rope(text)
        var (bytes, line) = (0, 0)
        for (place, scalar) in text.unicodeScalars.enumerated() {
            #expect(rope.utf8Offset(ofScalar: place) == bytes, "seed \(seed), place \(place)")
            #expect(rope.line(ofScalar: place) == line, "seed \(seed), place \(place)")
            let width = UTF8.width(scalar)
            for byte in bytes..<(bytes + width) { #expect(rope.scalar(atUTF8: byte) == place) }
            bytes += width
            guard scalar == "\n" else { continue }
            line += 1
            #expect(rope.scalar(atLine: line) == place + 1, "seed \(seed), line \(line)")
        }
        #expect(rope.lineCount == line + 1)
        #expect(rope.scalar(atLine: 0) == 0)
        #expect(rope.utf8Offset(ofScalar: rope.scalarCount) == rope.utf8Count)
        #expect(rope.scalar(atLine: line + 1) == nil)
        #expect(rope.utf8Offset(ofScalar: rope.scalarCount + 1) == nil)
        #expect(rope.line(ofScalar: -1) == nil)
        #expect(rope.scalar(atUTF8: rope.utf8Count + 1) == nil)
    }

    @Test func `refuses places beyond the text`() throws {
        var rope = Rope("añ")
        // An autoclosure cannot borrow a noncopyable value, hence the long form.
        var refusals: [RopeError] = []
        do { try rope.insert("x", at: 3) } catch { refusals.append(error) }
        do { try rope.delete(2, at: 1) } catch { refusals.append(error) }
        do { try rope.delete(-1, at: 0) } catch { refusals.append(error) }
        do { try rope.delete(.max, at: 1) } catch { refusals.append(error) }
        #expect(
            refusals.map(\.description) == [
                "place 3 is beyond the text of 2 scalars",
                "place 1 is beyond the text of 2 scalars",
                "place 0 is beyond the text of 2 scalars",
                "place 1 is beyond the text of 2 scalars",
            ]
        )
        #expect(rope.text == "añ")
    }
}

struct `A manuscript` {
    @Test(arguments: Seeds.smoke)
    func `hands in edits that make its text`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var manuscript = Manuscript()
        var graph = EventGraph()
        for _ in 0..<8 {
            for _ in 0..<10 {
                let length = manuscript.rope.scalarCount
                let place = Int.random(in: 0...length, using: &random)
                if Bool.random(using: &random) {
                    try manuscript.insert(someText(5, using: &random), at: place)
                } else {
                    try manuscript.delete(min(2, length - place), at: place)
                    if place > 1 { try manuscript.delete(1, at: place - 1) }
                }
            }
            let edits = manuscript.takeEdits()
            try graph.append(edits, parents: graph.frontier, author: AuthorKey([1]))
            let text = graph.text(at: graph.frontier)
            let typed = manuscript.rope.text
            #expect(text.utf8.elementsEqual(typed.utf8), "seed \(seed)")
            let isChanged = manuscript.isChanged
            #expect(!isChanged)
        }
    }
}
